/** What the columns of a row say of a vehicle. Pure. */
import type { GivenVehicle } from '@docket/model/fitment/part-text';
import type { PartRole } from '@docket/model/fitment/part-tables';
import { NO_VEHICLE } from './named-values.ts';

/** The text of the row's column with a role; '' where there is none. */
export type TextOfRole = (role: PartRole) => string;

const MONTH =
  /^(?:\d{1,2}[./-](?<after>(?:19|20)\d{2})|(?<before>(?:19|20)\d{2})(?:[./-]?\d{1,2}){1,2}|(?<alone>(?:19|20)\d{2}))$/u;

/** The vehicle; null when no year, make or model stands there. */
export function vehicleOfRow(textOf: TextOfRole): GivenVehicle | null {
  const vehicle: GivenVehicle = {
    ...NO_VEHICLE,
    years: yearsOf(textOf('years'), textOf('year_from'), textOf('year_to')),
    make: textOf('make'),
    model: textOf('model'),
    submodel: textOf('submodel'),
    engine: textOf('engine'),
    position: textOf('position'),
  };
  const { years, make, model } = vehicle;
  return years === '' && make === '' && model === '' ? null : vehicle;
}

/** First and last year as a range; months are left out. Without a last year the range stays open: "2010-". */
export function yearsOf(years: string, from: string, to: string): string {
  if (from === '' && to === '') return years;
  const [first, last] = [yearIn(from), yearIn(to)];
  return first === last ? first : `${first}-${last}`;
}

function yearIn(text: string): string {
  const groups = MONTH.exec(text)?.groups;
  return groups?.['after'] ?? groups?.['before'] ?? groups?.['alone'] ?? text;
}
