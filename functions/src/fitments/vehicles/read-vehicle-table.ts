/**
 * Reads a vehicle table from the rows of a file: one row for each model and year, or with a first and a last year. What
 * several rows say of a model is put together. Pure.
 */
import type { VehicleTable } from '@docket/model/fitment/vehicle';
import { missingVehicleColumns } from '@docket/model/fitment/vehicle-columns';
import type { ImportProblem } from '@docket/model/inventory/inventory-import';
import { LIMITS } from '@docket/model/limits';
import type { TextRow } from '@docket/model/text-table/parse-rows';
import { readVehicleRow, type VehicleColumnFields } from './read-vehicle-row.ts';
import { VehicleTableBuilder } from './vehicle-table-builder.ts';

export type ReadVehicleTable =
  | {
      ok: true;
      /** Null when no row is good. */
      table: VehicleTable | null;
      /** The first `LIMITS.importProblems`, in the order of the file. Rows with one are left out. */
      problems: ImportProblem[];
      /** Rows with a problem, listed or not. */
      failed: number;
    }
  /** What there is no column for, in words for people. */
  | { ok: false; missing: string[] };

/** Rows that are read at a time: a few milliseconds. */
const ROWS_AT_ONCE = 200;

/**
 * `rows` are those below the headers; `columns` say what is in them, from the left. `lastYear` is the newest model year,
 * with which "still made" ends. Gives way now and then.
 */
export function* readVehicleTable(
  rows: readonly TextRow[],
  columns: VehicleColumnFields,
  lastYear: number,
): Generator<undefined, ReadVehicleTable> {
  const missing = missingVehicleColumns(columns);
  if (missing.length > 0) return { ok: false, missing };
  const builder = new VehicleTableBuilder();
  const problems: ImportProblem[] = [];
  let failed = 0;
  for (const [index, row] of rows.entries()) {
    if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
    const read = readVehicleRow(row, columns, lastYear);
    if (read === null) continue;
    if (read.ok) {
      builder.add(read.said);
      continue;
    }
    failed += 1;
    if (problems.length < LIMITS.importProblems) problems.push(read.problem);
  }
  return { ok: true, table: builder.table(lastYear), problems, failed };
}
