/** A vehicle table as a CSV file, which the import of vehicles reads back. Pure. */
import { rowsToCsv } from '../export/csv.ts';
import type { VehicleMake, VehicleTable } from './vehicle.ts';
import { VEHICLE_FIELD_NAMES } from './vehicle-columns.ts';

/** Between several values of a cell. */
export const VEHICLE_LIST_SEPARATOR = ';';

/** One row for each model and each of its ranges of years, headers first. A last year is empty while it is still made. */
export function vehicleTableCsv(table: VehicleTable): string {
  const makes = new Map<string, VehicleMake>(table.makes.map((make) => [make.name, make]));
  const names = VEHICLE_FIELD_NAMES;
  const headers = [
    names.make,
    names.model,
    names.year_from,
    names.year_to,
    names.trim,
    names.region,
    names.model_aliases,
    names.make_aliases,
  ];
  const rows = table.models.flatMap(({ make, model, years, trims, regions, aliases }) =>
    years.map(({ from, to }) => [
      make,
      model,
      from,
      to,
      list(trims),
      list(regions),
      list(aliases),
      list(makes.get(make)?.aliases ?? []),
    ]),
  );
  return rowsToCsv([headers, ...rows]);
}

const list = (values: readonly string[]) => values.join(`${VEHICLE_LIST_SEPARATOR} `);
