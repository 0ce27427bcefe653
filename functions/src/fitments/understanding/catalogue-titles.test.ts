import { STARTER_TABLE } from '@docket/model/fitment/starter/starter-table';
import { describe, expect, it } from 'vitest';
import { createVehicleIndex } from '../vehicles/vehicle-index.ts';
import { fitPart } from './fit-part.ts';
import { runsText } from './match.ts';
import { CATALOGUE_TITLES } from './testing/catalogue-titles.ts';
import { HARDER_TITLES } from './testing/harder-titles.ts';

const VEHICLES = createVehicleIndex(STARTER_TABLE);

/** Vehicles with all their years, whatever submodels they are limited to. */
function read(texts: readonly string[]) {
  const part = { part_id: 'P-1', description: texts[0] ?? '', texts: [...texts], given: [] };
  const { fitments, exceptions } = fitPart(part, VEHICLES);
  const years = Map.groupBy(fitments, ({ make, model }) => `${make} ${model}`);
  const vehicles = [...years].map(([name, runs]) => {
    const all = runs.flatMap(({ from, to }) =>
      Array.from({ length: to - from + 1 }, (_, index) => from + index),
    );
    return `${name} ${runsText([...new Set(all)]).replaceAll('–', '-')}`;
  });
  return { vehicles: vehicles.toSorted(), exceptions: exceptions.map(({ code }) => code).toSorted() };
}

describe('titles as shops and catalogues write them', () => {
  it.each([...CATALOGUE_TITLES, ...HARDER_TITLES])('$texts', ({ texts, vehicles, exceptions }) => {
    const got = read(texts);
    const want = vehicles.map((vehicle) => vehicle.replace('-now', `-${STARTER_TABLE.last_year}`));
    expect(got.vehicles).toEqual(want.toSorted());
    expect(exceptions === undefined ? undefined : got.exceptions).toEqual(exceptions?.toSorted());
  });
});
