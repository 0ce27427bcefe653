import { describe, expect, it } from 'vitest';
import { sheetXml } from '../testing/make-workbook.ts';
import { countFilledRows, countValues } from './count-rows.ts';

const count = (rows: string): number => countFilledRows(new TextEncoder().encode(sheetXml(rows)));

describe('the rows of a sheet', () => {
  it('count when a cell of them has a value or a text', () => {
    const value = '<row r="1"><c r="A1"><v>1</v></c></row>';
    const text = '<row r="2"><c r="A2" t="inlineStr"><is><t>one</t></is></c></row>';
    expect(count(value + text + value)).toBe(3);
  });

  it('do not count when they are only formatted', () => {
    expect(
      count('<row r="1" ht="30"/><row r="2"><c r="A2" s="1"/></row><row><c r="A3"><v>1</v></c></row>'),
    ).toBe(1);
  });

  it('are found whatever prefix their names have', () => {
    expect(count('<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>')).toBe(1);
  });
});

describe('the values of a sheet', () => {
  it('are counted wherever their texts stand, not cells that are only formatted', () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" s="1"/></row>' +
      '<row r="2"><c r="A2" t="inlineStr"><is><t>one</t></is></c></row><x:row><x:c><x:v>1</x:v></x:c></x:row>';
    expect(countValues(new TextEncoder().encode(sheetXml(rows)))).toBe(4);
  });
});
