/** A table as an XLSX workbook. Works in browsers and Node; import it when it is needed. */
import { type CellStyle, writeXlsx } from 'hucre/xlsx';
import type { ItemTable, TableCell, TableColumn } from '../item-table.ts';

const FORMATS: Record<TableColumn['kind'], string> = { text: '@', count: 'General', money: '#,##0.00' };
const BOLD = { font: { bold: true } } as const;

/**
 * The bytes of a workbook with one sheet called `name`: bold header that stays in view, a filter on every column,
 * numbers as numbers, texts as texts whatever they begin with, totals in the last row.
 */
export async function tableToWorkbook(table: ItemTable, name: string): Promise<Uint8Array<ArrayBuffer>> {
  const { columns, rows, totals } = table;
  const header = columns.map((column) => column.header);
  const bytes = await writeXlsx({
    sheets: [
      {
        name,
        columns: columns.map(({ width, kind }) => ({ width, style: { numFmt: FORMATS[kind] } })),
        rows: [header, ...rows, totals].map((cells) => cells.map(escaped)),
        cells: new Map([
          ...columns.map((_, column) => [`0,${column}`, { style: BOLD }] as const),
          ...columns.map(
            ({ kind }, column) => [`${rows.length + 1},${column}`, { style: totalStyle(kind) }] as const,
          ),
        ]),
        freezePane: { rows: 1 },
        autoFilter: { range: `A1:${columnName(columns.length)}${rows.length + 1}` },
      },
    ],
  });
  return new Uint8Array(bytes);
}

/** Office reads `_x0041_` as the character with that code, unless its underscore is written as one itself. */
function escaped(cell: TableCell): TableCell {
  return typeof cell === 'string' ? cell.replace(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_') : cell;
}

function totalStyle(kind: TableColumn['kind']): CellStyle {
  return { ...BOLD, numFmt: FORMATS[kind] };
}

/** The letters of the column with the 1-based `number`: 27 is "AA". */
function columnName(number: number): string {
  const rest = Math.floor((number - 1) / 26);
  return (rest === 0 ? '' : columnName(rest)) + String.fromCodePoint(65 + ((number - 1) % 26));
}
