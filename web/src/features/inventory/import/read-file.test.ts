import { LIMITS } from '@docket/model/limits';
import { describe, expect, it } from 'vitest';
import { completeColumns, fieldOf, withField } from './columns.ts';
import { readItemFile, sizeProblem } from './read-file.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const reasonOf = (name: string, content: Uint8Array) => {
  const read = readItemFile(name, content);
  return read.ok ? null : read.reason;
};

describe('a file of items', () => {
  it('is its headers and its rows with the lines they stand on', () => {
    const read = readItemFile('parts.csv', bytes('Name;Menge\n\nBolt;4\n"Nut; M4";12\n'));
    expect(read).toEqual({
      ok: true,
      table: {
        headers: ['Name', 'Menge'],
        rows: [
          { line: 3, cells: ['Bolt', '4'] },
          { line: 4, cells: ['Nut; M4', '12'] },
        ],
      },
    });
  });

  it.each([
    ['PK\u0003\u0004xl/workbook.xml', 'is an Excel workbook'],
    ['%PDF-1.7', 'is a PDF'],
    ['<!doctype html>', 'is a web page'],
    ['', 'is empty'],
    ['  \n \n', 'There is nothing in'],
    ['Name,Quantity\n', 'has a single row'],
  ])('that begins with %j is refused in a plain sentence', (content, words) => {
    expect(reasonOf('file', bytes(content))).toContain(words);
  });

  it('is refused when it has too many rows or columns, or is too big', () => {
    const rows = `Name\n${'Bolt\n'.repeat(LIMITS.importRows + 1)}`;
    expect(reasonOf('many.csv', bytes(rows))).toContain('more than 5,000 rows');
    expect(readItemFile('full.csv', bytes(`Name\n${'Bolt\n'.repeat(LIMITS.importRows)}`)).ok).toBe(true);
    const wide = `${'a,'.repeat(LIMITS.importColumns)}a\n1\n`;
    expect(reasonOf('wide.csv', bytes(wide))).toContain('61 columns');
    expect(sizeProblem('big.csv', LIMITS.importBytes + 1)).toContain('up to 10 MB');
    expect(sizeProblem('fits.csv', LIMITS.importBytes)).toBeNull();
  });
});

describe('what a column is', () => {
  it('is given once: the column that had it before is left out', () => {
    expect(withField(['name', null, 'sku'], 1, 'name')).toEqual([null, 'name', 'sku']);
    expect(withField(['name', null, null], 1, null)).toEqual(['name', null, null]);
  });

  it('is complete when one of them is the name', () => {
    expect(completeColumns([null, 'sku'])).toBeNull();
    expect(completeColumns(['name', 'sku'])).toEqual(['name', 'sku']);
  });

  it('comes from what was chosen', () => {
    expect(fieldOf('image_url')).toBe('image_url');
    expect(fieldOf('')).toBeNull();
  });
});
