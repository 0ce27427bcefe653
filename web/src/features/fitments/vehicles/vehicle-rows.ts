/** The vehicles of a table as rows, and which of them are looked for. Pure. */
import type { VehicleModel, VehicleTable, YearRange } from '@docket/model/fitment/vehicle';

/** A model as it is listed. */
export interface VehicleRow {
  id: string;
  model: VehicleModel;
  /** "1967–2002", "2010–". */
  years: readonly string[];
  /** All that is searched, in lower case. */
  text: string;
}

const rangeLabel = ({ from, to }: YearRange) => (from === to ? String(from) : `${from}–${to ?? ''}`);

/** Rows in the order of makes and models. */
export function vehicleRows(table: VehicleTable): VehicleRow[] {
  const aliases = new Map(table.makes.map(({ name, aliases }) => [name, aliases]));
  return table.models
    .map((model, index) => ({
      id: String(index),
      model,
      years: model.years.map(rangeLabel),
      text: [model.make, ...(aliases.get(model.make) ?? []), model.model, ...model.aliases, ...model.trims]
        .join(' ')
        .toLowerCase(),
    }))
    .toSorted(
      (a, b) =>
        a.model.make.localeCompare(b.model.make, 'en') ||
        a.model.model.localeCompare(b.model.model, 'en', { numeric: true }),
    );
}

const YEAR = /^(?:19|20)\d\d$/u;

/** The rows of a make (null: of all) that have every word of the search somewhere. A year is found in the ranges it lies in. */
export function soughtVehicles(
  rows: readonly VehicleRow[],
  make: string | null,
  search: string,
): readonly VehicleRow[] {
  const words = search.toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0 && make === null) return rows;
  return rows.filter(({ model, text }) => {
    if (make !== null && model.make !== make) return false;
    return words.every((word) => text.includes(word) || (YEAR.test(word) && wasMade(model, Number(word))));
  });
}

const wasMade = ({ years }: VehicleModel, year: number) =>
  years.some(({ from, to }) => from <= year && year <= (to ?? Number.POSITIVE_INFINITY));

/** What a table has, for a person to see at a glance. */
export interface TableFigures {
  makes: number;
  models: number;
  first_year: number;
  last_year: number;
}

export function figuresOf({ makes, models, last_year }: VehicleTable): TableFigures {
  const first_year = models.reduce(
    (first, { years }) => Math.min(first, years[0]?.from ?? first),
    Number.POSITIVE_INFINITY,
  );
  return {
    makes: makes.length,
    models: models.length,
    first_year: Math.min(first_year, last_year),
    last_year,
  };
}
