/** Fills in what reports say once for several rows: the make over its models, the model over its years. Pure. */
import type { PartColumn, PartRole } from '@docket/model/fitment/part-tables';
import type { SheetCell, SheetRow } from '../../../collections/ordering/tables/sheet-rows.ts';

/** A column that fewer of the rows about vehicles fill than this share is said once for several. */
const SAID_ONCE = 0.6;

/**
 * The rows with the make and the model of the row above where theirs are empty and most rows leave them out. Where most
 * rows have one, a row without is a row without.
 */
export function carryVehicles(
  rows: readonly SheetRow[],
  columns: readonly PartColumn[],
): readonly SheetRow[] {
  const indexOf = (...roles: readonly PartRole[]): number[] => {
    const column = columns.find(({ role }) => roles.includes(role));
    return column === undefined ? [] : [column.index];
  };
  const [make, model, years] = [indexOf('make'), indexOf('model'), indexOf('years', 'year_from')];
  const withMakes = carry(rows, make, [...model, ...years], []);
  return carry(withMakes, model, years, make);
}

/** Fills the column where it is empty and one of `beside` is not. A cell of its own in `within` begins anew. */
function carry(
  rows: readonly SheetRow[],
  [column]: readonly number[],
  beside: readonly number[],
  within: readonly number[],
): readonly SheetRow[] {
  if (column === undefined) return rows;
  const having = rows.filter(({ cells }) => beside.some((other) => cells.has(other)));
  const filled = having.filter(({ cells }) => cells.has(column)).length;
  if (filled === 0 || filled >= SAID_ONCE * having.length) return rows;
  let above: SheetCell | undefined;
  return rows.map((row) => {
    const own = row.cells.get(column);
    if (own !== undefined || within.some((other) => row.cells.get(other)?.repeated === false)) above = own;
    if (own !== undefined || above === undefined) return row;
    if (!beside.some((other) => row.cells.has(other))) return row;
    return { ...row, cells: new Map([...row.cells, [column, { ...above, repeated: true }]]) };
  });
}
