/** Makes parts of the rows of a table, by what its columns hold. */
import { LIMITS } from '@docket/model/limits';
import type { PartProblem } from '@docket/model/fitment/part-tables';
import { cutText } from '@docket/model/cut-text';
import { carryVehicles } from './carry-vehicles.ts';
import type { PartGatherer } from './part-gatherer.ts';
import { type ReadableTable, RowReader } from './row-reader.ts';

const ROWS_AT_ONCE = 1000;

/** Where rows without parts are told. */
export type ReportProblem = (problem: PartProblem) => void;

/** Adds the parts of all rows. Gives way now and then. Returns the part numbers that it found, each once. */
export function* readRows(
  table: ReadableTable,
  parts: PartGatherer,
  report: ReportProblem,
): Generator<undefined, ReadonlySet<string>> {
  const reader = new RowReader(table);
  const found = new Set<string>();
  let above: readonly string[] = [];
  for (const [at, row] of carryVehicles(table.rows, table.roles).entries()) {
    if (at % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
    const numbers = reader.numbers(row);
    const problem = (reason: string): void =>
      report({ table: table.position, sheet: table.sheet, line: row.number, reason });
    if (numbers.length === 0) {
      const given = reader.continues(row) ? reader.vehicles(row) : [];
      if (given.length > 0 && above.length > 0)
        for (const number of above) parts.add(number, { description: '', texts: [], given });
      else if (reader.hasContent(row)) problem(reader.whyWithout(row));
      continue;
    }
    above = numbers.map(({ number }) => number);
    for (const { number, column } of numbers) {
      if (number.length > LIMITS.partNumberCharacters) {
        problem(`“${cutText(number, 30)}…” is longer than a part number can be`);
        continue;
      }
      found.add(number);
      if (!parts.add(number, reader.said(row, column)))
        problem(`“${number}” has more rows than are kept: some of its texts or vehicles were left out`);
    }
  }
  return found;
}
