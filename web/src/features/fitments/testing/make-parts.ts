/** Parts for tests. */
import type { Part } from '@docket/model/fitment/part';
import type { GivenVehicle } from '@docket/model/fitment/part-text';
import type { StoredPart } from '../../../data/fitment-records.ts';

/** What columns say of a vehicle; nothing but what is named. */
export function vehicle(said: Partial<GivenVehicle>): GivenVehicle {
  return { years: '', make: '', model: '', submodel: '', engine: '', position: '', ...said };
}

/** A stored part; its id is made of its number as it is. */
export function makePart(partNumber: string, change: Partial<Part> = {}): StoredPart {
  const id = `part-${partNumber}`;
  return {
    id,
    path: `workspaces/w/parts/${id}`,
    data: {
      part_number: partNumber,
      description: '',
      texts: [],
      given: [],
      created_by: 'u',
      created_at: new Date(1000),
      updated_at: new Date(1000),
      ...change,
    },
  };
}
