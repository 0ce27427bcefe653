import { read, utils } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemTable, TableCell } from '../item-table.ts';
import { tableToCsv, withoutFormulaGuard } from './csv.ts';
import { tableToWorkbook } from './workbook.ts';

const columns: ItemTable['columns'] = [
  { header: 'Name', kind: 'text', width: 20 },
  { header: '=S', kind: 'count', width: 8 },
  { header: 'Price', kind: 'money', width: 10 },
];

/** Texts that people type, with more than their share of what spreadsheets take for formulas. */
const anyText = fc
  .tuple(
    fc.constantFrom('', '=', '+', '-', '@', '\t', '\n', '"', "'", '＝', '_x0041_', ' '),
    fc.string({ unit: 'grapheme' }),
  )
  .map((parts) => parts.join(''))
  .filter((text) => !/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/u.test(text) && text !== '');
const anyNumber = fc.oneof(
  fc.integer({ min: -1e9, max: 1e9 }),
  fc.integer().map((n) => n / 100),
);
const anyRow = fc.tuple(
  fc.option(anyText),
  fc.option(anyNumber),
  fc.option(fc.oneof(anyNumber, anyText)),
) satisfies fc.Arbitrary<TableCell[]>;
const anyTable = fc
  .array(anyRow, { maxLength: 8 })
  .map((rows): ItemTable => ({ columns, rows, totals: ['Total', 3, null] }));

/** The fields of a CSV text after RFC 4180. */
function fieldsOf(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gu)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

const allCells = ({ columns, rows, totals }: ItemTable): TableCell[][] => [
  columns.map(({ header }) => header),
  ...rows,
  totals,
];

describe('a CSV file', () => {
  it('begins with a byte order mark, separates by commas and ends lines as RFC 4180 says', () => {
    const csv = tableToCsv({ columns, rows: [['Say "hi", Jo', -2, 9.5]], totals: ['Total', -2, null] });
    expect(csv).toBe('\uFEFFName,\'=S,Price\r\n"Say ""hi"", Jo",-2,9.5\r\nTotal,-2,\r\n');
  });

  it.each([
    ['=1', "'=1"],
    ["'=1", "''=1"],
    ["'80s", "'80s"],
    ["'", "'"],
  ])('has %j as %j, from which it can be told again', (text, written) => {
    const csv = tableToCsv({ columns: [], rows: [[text]], totals: [] });
    expect(fieldsOf(csv.slice(1))).toContainEqual([written]);
    expect(withoutFormulaGuard(written)).toBe(text);
  });

  it('reads back to the same values, and has no text that starts a formula', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const wanted = allCells(table);
        const fields = fieldsOf(tableToCsv(table).slice(1));
        const values = fields.map((row, at) =>
          row.map((field, column) =>
            typeof wanted[at]?.[column] === 'number' ? Number(field) : withoutFormulaGuard(field),
          ),
        );
        expect(values).toEqual(wanted.map((row) => row.map((cell) => cell ?? '')));
        const texts = fields.flatMap((row, at) =>
          row.filter((_, column) => typeof wanted[at]?.[column] === 'string'),
        );
        expect(texts.filter((field) => /^[=+\-@\t\r\n＝＋－＠]/u.test(field))).toEqual([]);
      }),
    );
  });
});

describe('a workbook', () => {
  it('reads back to the same values: texts as texts, numbers as numbers, nothing as a formula', async () => {
    const kind = (cell: TableCell) => (typeof cell === 'number' ? 'n' : 's');
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        const bytes = await tableToWorkbook(table, 'Items');
        const sheet = read(bytes, { cellFormula: true }).Sheets['Items'] ?? {};
        const found = allCells(table).map((cells, row) =>
          cells.map((cell, column) => {
            const { t, v, f } = sheet[utils.encode_cell({ r: row, c: column })] ?? {};
            return cell === null ? [v ?? ''] : [t, v, f];
          }),
        );
        expect(found).toEqual(
          allCells(table).map((cells) =>
            cells.map((cell) => (cell === null ? [''] : [kind(cell), cell, undefined])),
          ),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('keeps its header in view, filters by every column and is as wide as what it holds', async () => {
    const rows = [['Coat', 2, 9.5]];
    const bytes = await tableToWorkbook({ columns, rows, totals: ['Total', 2, null] }, 'Items');
    const sheet = read(bytes, { cellStyles: true }).Sheets['Items'] ?? {};
    expect(sheet['!autofilter']).toEqual({ ref: 'A1:C2' });
    expect(sheet['!cols']?.map((column) => Math.round(column.width ?? 0))).toEqual([20, 8, 10]);
    expect(read(bytes, { cellNF: true }).Sheets['Items']?.['C2']?.z).toBe('#,##0.00');
  });
});
