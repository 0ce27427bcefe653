/** The tables of a sheet of a parts file. Pure. */
import { LIMITS } from '@docket/model/limits';
import type { SheetContent } from '../../../collections/content.ts';
import { rowsOfSheet } from '../../../collections/ordering/tables/sheet-rows.ts';
import { repetitionTest } from '../../../collections/ordering/tables/sheet-headers.ts';
import { headersOfParts } from './part-headers.ts';
import { headingOf, type SheetPartTable } from './part-table.ts';

/** The tables, top to bottom; one without a header where no row heads it; none for an empty sheet. */
export function* tablesOfParts(sheet: SheetContent): Generator<undefined, SheetPartTable[]> {
  const rows = yield* rowsOfSheet(sheet);
  if (rows.length === 0) return [];
  const width = Math.min(
    LIMITS.partColumns,
    sheet.cells.reduce((most, { column }) => Math.max(most, column), 0),
  );
  const headers = headersOfParts(rows, width);
  yield;
  if (headers.length === 0) {
    const columns = Array.from({ length: width }, () => ({ header: '', group: '' }));
    return [{ sheet: sheet.name, headerRow: null, columns, rows }];
  }
  const tables: SheetPartTable[] = [];
  headers.forEach(({ bottom, columns }, index) => {
    const body = rows.slice(bottom + 1, headers[index + 1]?.top ?? rows.length);
    const previous = tables.at(-1);
    const key = columns.map(headingOf).join('|').toLowerCase();
    if (previous !== undefined && previous.columns.map(headingOf).join('|').toLowerCase() === key) {
      tables[tables.length - 1] = { ...previous, rows: [...previous.rows, ...body] };
    } else {
      tables.push({ sheet: sheet.name, headerRow: rows[bottom]?.number ?? null, columns, rows: body });
    }
  });
  return tables.map((table) => {
    const repeatsHeader = repetitionTest(table.columns);
    return { ...table, rows: table.rows.filter(({ cells }) => !repeatsHeader(cells)) };
  });
}
