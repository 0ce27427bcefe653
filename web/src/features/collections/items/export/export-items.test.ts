import { describe, expect, it } from 'vitest';
import { makeRow } from '../testing/make-rows.ts';
import { exportItems, fileName } from './export-items.ts';

describe('an export', () => {
  it('holds the items that count, as people see them', async () => {
    const rows = [
      makeRow({ edits: { name: 'Coat' } }),
      makeRow({ edits: { excluded: true } }, { name: 'Left out' }),
      makeRow({ in_order: false }, { name: 'Gone' }),
    ];
    const csv = await (await exportItems(rows, 'csv')).text();
    expect(csv).toContain('HV26-1043BL139,HV26-1043,Coat,Outerwear,Navy');
    expect(csv).not.toMatch(/Left out|Gone/);
  });

  it('can be a workbook', async () => {
    const bytes = new Uint8Array(await (await exportItems([makeRow()], 'xlsx')).arrayBuffer());
    expect(String.fromCodePoint(...bytes.slice(0, 2))).toBe('PK');
  });

  it('is named after the collection in a way that every file system takes', () => {
    expect(fileName('Harbour & Vale: AW26/27', 'xlsx')).toBe('Harbour & Vale AW26 27 items.xlsx');
    expect(fileName('???', 'csv')).toBe('Collection items.csv');
    expect(fileName('..秋冬', 'csv')).toBe('秋冬 items.csv');
  });
});
