import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { workbookToCsv } from './workbook-csv.ts';

const book = async (...sheets: (string | number | null)[][][]) =>
  new Uint8Array(await writeXlsx({ sheets: sheets.map((rows, index) => ({ name: `S${index}`, rows })) }));

describe('a workbook as CSV', () => {
  it('is its first sheet with something in it', async () => {
    const bytes = await book(
      [],
      [
        ['Make', 'Model', 'Year'],
        ['Honda', 'Civic', 2005],
        [null, null, null],
        ['Ford', 'F-150, XL', 2006],
      ],
    );
    expect(await workbookToCsv(bytes, 100)).toBe(
      '\uFEFFMake,Model,Year\r\nHonda,Civic,2005\r\n,,\r\nFord,"F-150, XL",2006\r\n',
    );
  });

  it('ends after the most rows that are wanted', async () => {
    expect(await workbookToCsv(await book([['a'], ['b'], ['c']]), 2)).toBe('\uFEFFa\r\nb\r\n');
  });

  it('is nothing where there is nothing', async () => {
    expect(await workbookToCsv(await book([]), 10)).toBeNull();
    await expect(workbookToCsv(new Uint8Array([1, 2, 3]), 10)).rejects.toThrow('ZIP');
  });
});
