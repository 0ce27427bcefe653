import { describe, expect, it } from 'vitest';
import * as XLSX from '@e965/xlsx';
import type { Cell, SheetContent } from '../../content.ts';
import { LIMITS } from '@docket/model/limits';
import { makeWorkbook } from '../testing/make-workbook.ts';
import { quietly, sourceOf } from '../testing/read-all.ts';
import { extractXlsText, extractXlsxText } from './extract-workbook-text.ts';

async function readSheets(bytes: Uint8Array): Promise<SheetContent[]> {
  const content = await extractXlsxText(sourceOf(bytes, 'xlsx'), quietly);
  return content.kind === 'sheets' ? content.sheets : [];
}

const brief = (cells: readonly Cell[]) => cells.map(({ row, column, text }) => [row, column, text]);

describe('the values of a workbook', () => {
  it('stand in the cells where they are seen', async () => {
    const [sheet] = await readSheets(makeWorkbook({ A1: 'SKU', C1: 'Price', A3: 'MF-1', C3: 48.5 }));
    expect(sheet?.name).toBe('Sheet');
    expect(brief(sheet?.cells ?? [])).toEqual([
      [1, 1, 'SKU'],
      [1, 3, 'Price'],
      [3, 1, 'MF-1'],
      [3, 3, '48.5'],
    ]);
    expect(sheet?.cells[3]?.number).toBe(48.5);
  });

  it('know what is bold', async () => {
    const rows =
      '<row r="1"><c r="A1" s="1" t="inlineStr"><is><t>Head</t></is></c><c r="B1" t="inlineStr"><is><t>x</t></is></c></row>';
    const [sheet] = await readSheets(makeWorkbook({}, { rows }));
    expect(sheet?.cells.map((cell) => cell.bold)).toEqual([true, false]);
  });

  it('say how far a merged cell reaches', async () => {
    const bytes = makeWorkbook(
      { A1: 'DRESSES', A2: 'x' },
      { tail: '<mergeCells count="1"><mergeCell ref="A1:D2"/></mergeCells>' },
    );
    const [sheet] = await readSheets(bytes);
    expect(sheet?.cells[0]).toMatchObject({ text: 'DRESSES', row_span: 2, column_span: 4 });
  });

  it('are dates as text, not numbers to calculate with', async () => {
    const rows = '<row r="1"><c r="A1" s="2"><v>46266</v></c></row>';
    const [sheet] = await readSheets(makeWorkbook({}, { rows }));
    expect(sheet?.cells[0]).toMatchObject({ text: '2026-09-01', number: null });
  });

  it('show long article numbers in full', async () => {
    const [sheet] = await readSheets(makeWorkbook({ A1: 5901234123457 }));
    expect(sheet?.cells[0]?.text).toBe('5901234123457');
  });

  it('leave errors and formulas for pictures out', async () => {
    const rows =
      '<row r="1"><c r="A1" t="e" vm="1"><v>#VALUE!</v></c>' +
      '<c r="B1" t="str"><v>=DISPIMG("ID_1",1)</v></c><c r="C1" t="inlineStr"><is><t>kept</t></is></c></row>';
    const [sheet] = await readSheets(makeWorkbook({}, { rows }));
    expect(brief(sheet?.cells ?? [])).toEqual([[1, 3, 'kept']]);
  });
});

describe('a workbook', () => {
  it('shows only the sheets that people see', async () => {
    const book = XLSX.utils.book_new();
    for (const name of ['Order', 'Prices', 'Secret']) {
      XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([[name]]), name);
    }
    XLSX.utils.book_set_sheet_visibility(book, 1, 1);
    XLSX.utils.book_set_sheet_visibility(book, 2, 2);
    const bytes = new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }));
    expect((await readSheets(bytes)).map((sheet) => sheet.name)).toEqual(['Order']);
  });

  it('may be as old as Excel itself', async () => {
    for (const bookType of ['biff2', 'biff5', 'biff8'] as const) {
      const book = XLSX.utils.book_new();
      XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['Size', 38]]), 'Order');
      const bytes = new Uint8Array(XLSX.write(book, { type: 'buffer', bookType }));
      const content = await extractXlsText(sourceOf(bytes, 'xls'), quietly);
      expect(content.kind === 'sheets' && brief(content.sheets[0]?.cells ?? [])).toEqual([
        [1, 1, 'Size'],
        [1, 2, '38'],
      ]);
    }
  });

  it('may be a web page that Excel wrote', async () => {
    const html = Buffer.from(
      '<html><table><tr><td>SKU</td><td>Price</td></tr><tr><td>A1</td><td>12.5</td></tr></table>',
    );
    const content = await extractXlsText(sourceOf(html, 'xls'), quietly);
    expect(content.kind === 'sheets' && content.sheets[0]?.cells).toHaveLength(4);
  });

  it('is refused with more rows than the limit, over all sheets', async () => {
    const bytes = makeWorkbook({ A1: 'x', A100001: 'y' });
    await expect(readSheets(bytes)).rejects.toMatchObject({ code: 'file_too_many_rows' });
  });

  it('is refused with more filled cells than the limit', { timeout: 60_000 }, async () => {
    const cells = '<c><v>1</v></c>'.repeat(LIMITS.sheetCells + 1);
    const bytes = makeWorkbook({}, { rows: `<row r="1">${cells}</row>` });
    await expect(readSheets(bytes)).rejects.toMatchObject({ code: 'file_too_many_cells' });
  });

  it('is refused when it is damaged', async () => {
    const garbled = makeWorkbook(
      {},
      { parts: { 'xl/workbook.xml': 'not xml at all', '[Content_Types].xml': '' } },
    );
    await expect(readSheets(garbled)).rejects.toMatchObject({ code: 'file_corrupt' });
  });
});
