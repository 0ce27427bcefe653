/** Vehicles that a single cell spells out: "Make=Ford|Model=F-150|Year=2010", or "Ford|F-150|2010" under "Make|Model|Year". Pure. */
import type { GivenVehicle } from '@docket/model/fitment/part-text';
import { type PartWord, partWordOfPhrase } from '../words/part-words.ts';

export const NO_VEHICLE: GivenVehicle = {
  years: '',
  make: '',
  model: '',
  submodel: '',
  engine: '',
  position: '',
};

const NAMED = /(?:^|[|;\n])\s*(?<name>[\p{L}][\p{L} _.-]{1,24})\s*[=:]\s*(?<value>[^|;\n]*)/gu;

const FIELDS: Readonly<Partial<Record<PartWord, keyof GivenVehicle>>> = {
  years: 'years',
  make: 'make',
  brand: 'make',
  model: 'model',
  submodel: 'submodel',
  engine: 'engine',
  position: 'position',
};

/** The field of a vehicle that a name stands for; null for any other. */
function fieldOf(name: string): keyof GivenVehicle | null {
  const word = partWordOfPhrase(name);
  return word === null ? null : (FIELDS[word] ?? null);
}

/** The vehicles of a text of names with values, in order; none when it is any other text. A name that comes again begins the next vehicle. */
export function namedVehicles(text: string): GivenVehicle[] {
  const vehicles: GivenVehicle[] = [];
  let current: GivenVehicle = { ...NO_VEHICLE };
  for (const { groups } of text.matchAll(NAMED)) {
    const field = fieldOf(groups?.['name'] ?? '');
    const value = (groups?.['value'] ?? '').trim();
    if (field === null || value === '') continue;
    if (current[field] !== '') {
      vehicles.push(current);
      current = { ...NO_VEHICLE };
    }
    current[field] = value;
  }
  vehicles.push(current);
  return vehicles.filter(({ make, model }) => make !== '' || model !== '');
}

/** A cheap test for texts that may name values. */
export function mayNameValues(text: string): boolean {
  return /[\p{L}]\s*[=:]/u.test(text) && namedVehicles(text).length > 0;
}

/** How a column with several names in its header is divided. */
export interface DividedHeader {
  separator: string;
  fields: readonly (keyof GivenVehicle | null)[];
}

/** "Make|Model|Year" and "Year / Make / Model" divide their cells; null for any other header. */
export function dividedHeader(header: string): DividedHeader | null {
  const separator = ['|', '/', ',', ';'].find((sign) => header.split(sign).length >= 2);
  if (separator === undefined) return null;
  const fields = header.split(separator).map((name) => fieldOf(name.trim()));
  const named = fields.filter((field) => field !== null);
  return new Set(named).size === fields.length && (named.includes('make') || named.includes('model'))
    ? { separator, fields }
    : null;
}

/** The vehicle of a cell below such a header; null when it does not divide as the header does. */
export function dividedVehicle(text: string, { separator, fields }: DividedHeader): GivenVehicle | null {
  const values = text.split(separator).map((value) => value.trim());
  if (values.length !== fields.length) return null;
  const vehicle = { ...NO_VEHICLE };
  fields.forEach((field, index) => {
    if (field !== null) vehicle[field] = values[index] ?? '';
  });
  return vehicle;
}
