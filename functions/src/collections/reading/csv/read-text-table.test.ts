import { DELIMITERS } from '@docket/model/text-table/find-delimiter';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quietly, sourceOf } from '../testing/read-all.ts';
import { extractCsvText, parseTable } from './extract-csv-text.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const cellsOf = (bytes: Uint8Array) => {
  const content = extractCsvText(sourceOf(bytes, 'csv'), quietly);
  return content.kind === 'sheets' ? (content.sheets[0]?.cells ?? []) : [];
};

describe('the rows of a text table', () => {
  it('come back as they were written, with any delimiter', () => {
    const value = fc
      .stringMatching(/^[\w .;,|"\n-]{1,12}$/)
      .filter((text) => text.trim() === text && /^[^"]/.test(text));
    const table = fc.tuple(
      fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { minLength: 2 }),
      fc.constantFrom(...DELIMITERS),
    );
    fc.assert(
      fc.property(table, ([rows, delimiter]) => {
        const quoted = rows.map((row) =>
          row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter),
        );
        expect(parseTable(`sep=${delimiter}\n${quoted.join('\r\n')}\r\n`, 'x.csv')).toEqual(rows);
      }),
    );
  });

  it('may have different lengths, and empty ones keep their place', () => {
    const cells = cellsOf(utf8('sku,name\nA1,Dress,extra\n\nA2\n'));
    expect(cells.map(({ row, column, text }) => [row, column, text])).toEqual([
      [1, 1, 'sku'],
      [1, 2, 'name'],
      [2, 1, 'A1'],
      [2, 2, 'Dress'],
      [2, 3, 'extra'],
      [4, 1, 'A2'],
    ]);
  });

  it('survive a quote that never ends', () => {
    const rows = parseTable('sku,name,price\nA1,"Shirt,12.00\nA2,"Dress, long",14\n', 'x.csv');
    expect(rows.slice(0, 3)).toEqual([
      ['sku', 'name', 'price'],
      ['A1', 'Shirt', '12.00'],
      ['A2', 'Dress, long', '14'],
    ]);
  });

  it('carry numbers only where they are plain', () => {
    const cells = cellsOf(utf8('48.5;0012;1.042,00;7\n48.5;0012;1.042,00;7'));
    expect(cells.slice(0, 4).map((cell) => cell.number)).toEqual([48.5, null, null, 7]);
  });

  it('are limited', () => {
    const text = 'a,b\n'.repeat(100_001);
    expect(() => parseTable(text, 'x.csv')).toThrow(expect.objectContaining({ code: 'file_too_many_rows' }));
  });

  it('are read from anything without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(parseTable(text, 'x.csv')).toBeInstanceOf(Array);
      }),
    );
  });
});
