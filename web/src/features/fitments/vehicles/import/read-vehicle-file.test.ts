import { LIMITS } from '@docket/model/limits';
import { tableToWorkbook } from '@docket/model/export/workbook';
import { describe, expect, it } from 'vitest';
import { readVehicleFile, vehicleSizeProblem } from './read-vehicle-file.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const reasonOf = async (content: string) => {
  const read = await readVehicleFile('file', bytes(content));
  return read.ok ? null : read.reason;
};

describe('a file of vehicles', () => {
  it('is shown by its headers and first rows', async () => {
    const read = await readVehicleFile('v.csv', bytes('Marke;Modell;Baujahr\n\nVW;Golf;2005\n'));
    if (!read.ok) throw new Error(read.reason);
    const { headers, rows, content } = read.preview;
    expect(headers).toEqual(['Marke', 'Modell', 'Baujahr']);
    expect(rows).toEqual([{ line: 3, cells: ['VW', 'Golf', '2005'] }]);
    expect(await content.text()).toBe('Marke;Modell;Baujahr\n\nVW;Golf;2005\n');
  });

  it('may be a workbook, and is sent as CSV', async () => {
    const column = (header: string) => ({ header, width: 10, kind: 'text' as const });
    const table = {
      columns: [column('Make'), column('Model')],
      rows: [['Honda', 'Civic']],
      totals: [null, null],
    };
    const read = await readVehicleFile('v.xlsx', await tableToWorkbook(table, 'Vehicles'));
    if (!read.ok) throw new Error(read.reason);
    expect(read.preview.headers).toEqual(['Make', 'Model']);
    expect(await read.preview.content.text()).toContain('Make,Model\r\nHonda,Civic\r\n');
  });

  it.each([
    ['PK\u0003\u0004xl/workbook.xml', 'could not be opened'],
    ['%PDF-1.7', 'imported from CSV or XLSX'],
    ['', 'is empty'],
    ['  \n \n', 'There is nothing in'],
    ['Make,Model,Year\n', 'has a single row'],
    [`${'a,'.repeat(LIMITS.importColumns)}a\n1\n`, '61 columns'],
  ])('that begins with %j is refused in a plain sentence', async (content, words) => {
    expect(await reasonOf(content)).toContain(words);
  });

  it('is refused when it is too big', () => {
    expect(vehicleSizeProblem('big.csv', LIMITS.partsFileBytes + 1)).toContain('up to 50 MB');
    expect(vehicleSizeProblem('fits.csv', LIMITS.partsFileBytes)).toBeNull();
  });
});
