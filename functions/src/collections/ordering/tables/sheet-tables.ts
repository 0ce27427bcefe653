/** The tables of a workbook's sheet. Pure. */
import type { SheetContent } from '../../content.ts';
import type { TableColumn } from '../../understanding/tables/table.ts';
import { LIMITS } from '@docket/model/limits';
import { factsOfLine } from './facts.ts';
import { type Fact, headerKey, type OrderTable, type Part } from './order-table.ts';
import { headersOfSheet } from './sheet-headers.ts';
import { rowsOfSheet, type SheetRow } from './sheet-rows.ts';

/** Rows above a header whose facts belong to it. */
const MOST_FACT_ROWS = 60;

/** The tables of a sheet, top to bottom; one without headers where no row heads it; none for an empty sheet. */
export function* tablesOfOrderSheet(sheet: SheetContent): Generator<undefined, OrderTable[]> {
  const rows = yield* rowsOfSheet(sheet);
  if (rows.length === 0) return [];
  const width = Math.min(
    LIMITS.orderColumns,
    sheet.cells.reduce((most, { column }) => Math.max(most, column), 0),
  );
  const headers = yield* headersOfSheet(rows, width);
  const first = headers[0];
  if (first === undefined) return [tableOf(sheet, headlessColumns(width), null, rows, [])];
  const tables: OrderTable[] = [];
  headers.forEach((header, index) => {
    const end = headers[index + 1]?.top ?? rows.length;
    const facts =
      index === 0 ? factsOfRows(rows.slice(Math.max(0, header.top - MOST_FACT_ROWS), header.top)) : [];
    const body = rows.slice(header.bottom + 1, end);
    const previous = tables.at(-1);
    if (previous !== undefined && headerKey(previous.columns) === headerKey(header.columns)) {
      const between = factsOfRows(previous.rows.length === 0 ? [] : tailOf(rows, header.top));
      tables[tables.length - 1] = {
        ...previous,
        rows: [...previous.rows, ...body.map(({ cells }) => cells)],
        parts: [...previous.parts, { start: previous.rows.length, facts: between }],
      };
      return;
    }
    const above = index === 0 ? facts : factsOfRows(tailOf(rows, header.top));
    tables.push(tableOf(sheet, header.columns, rows[header.bottom]?.number ?? null, body, above));
  });
  return tables;
}

/** The last rows before a header that have hardly any cells: the title of its block. */
function tailOf(rows: readonly SheetRow[], end: number): SheetRow[] {
  let start = end;
  while (start > 0 && end - start < 6 && isTitle(rows[start - 1])) start -= 1;
  return rows.slice(start, end);
}

const isTitle = (row: SheetRow | undefined): boolean =>
  row !== undefined &&
  row.cells.size <= 4 &&
  [...row.cells.values()].every(({ number }) => number === null || number > 9999);

function tableOf(
  sheet: SheetContent,
  columns: readonly TableColumn[],
  headerRow: number | null,
  body: readonly SheetRow[],
  facts: readonly Fact[],
): OrderTable {
  const parts: Part[] = [{ start: 0, facts }];
  return {
    where: `sheet “${sheet.name}”`,
    sheet: sheet.name,
    page: null,
    headerRow,
    hasHeader: headerRow !== null,
    columns,
    rows: body.map(({ cells }) => cells),
    parts,
  };
}

const headlessColumns = (width: number): TableColumn[] =>
  Array.from({ length: width }, () => ({ header: '', group: '' }));

function factsOfRows(rows: readonly SheetRow[]): Fact[] {
  return rows.flatMap(({ cells }) =>
    factsOfLine(
      [...cells]
        .filter(([, cell]) => !cell.repeated)
        .sort(([left], [right]) => left - right)
        .map(([, { text, place }]) => ({ text, place })),
    ),
  );
}
