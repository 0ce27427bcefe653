import { describe, expect, it } from 'vitest';
import { sheet, workbook } from '../understanding/testing/build.ts';
import { linesOfSheet, readOrder } from './testing/read-order.ts';

describe('colours', () => {
  it.each([
    ['in brackets', ['Pink (420)', 'Dark Blue (630)'], ['Pink (420)', 'Dark Blue (630)']],
    ['in front', ['124 Camel', '418 Navy'], ['Camel (124)', 'Navy (418)']],
    ['with a dash', ['BL139 - Blue', 'RD201 - Red'], ['Blue (BL139)', 'Red (RD201)']],
    ['behind', ['Claret 228', 'Moss 310'], ['Claret (228)', 'Moss (310)']],
    ['alone', ['124', '418'], ['(124)', '(418)']],
    ['none', ['Black/White', 'Navy'], ['Black/White', 'Navy']],
  ])('with a code %s', async (_, printed, expected) => {
    const [first = '', second = ''] = printed;
    expect(
      await linesOfSheet(
        ['Style', 'Name', 'Colour', 'Qty', 'Price'],
        ['AX-100', 'Tee', first, 3, 10],
        ['AX-100', 'Tee', second, 4, 10],
      ),
    ).toEqual([`AX-100 ${expected[0]} × 3 @ 10`, `AX-100 ${expected[1]} × 4 @ 10`]);
  });

  const bases = async (rows: (string | number)[][]): Promise<string[]> => {
    const { lines } = await readOrder(workbook(sheet(rows)));
    return lines.map(
      ({ base_sku, color_code }) => `${base_sku}${color_code === null ? '' : ` + ${color_code}`}`,
    );
  };

  it('are split from article numbers that end in the printed code', async () => {
    expect(
      await bases([
        ['SKU', 'Colour', 'Colour code', 'Qty'],
        ['HV26-1010-124', 'Camel', '124', 1],
        ['HV26-1010-418', 'Navy', '418', 2],
        ['HV26-1014-418', 'Navy', '418', 2],
      ]),
    ).toEqual(['HV26-1010 + 124', 'HV26-1010 + 418', 'HV26-1014 + 418']);
  });

  it('are split without a separator where several endings share a beginning and abbreviate the colour', async () => {
    expect(
      await bases([
        ['Article', 'Description', 'Colour', 'Qty', 'Price'],
        ['PA05669305BL139', 'Dress', 'Blue', 1, 40],
        ['PA05669305RD201', 'Dress', 'Red', 2, 40],
        ['PA05669310BL139', 'Skirt', 'Blue', 3, 30],
      ]),
    ).toEqual(['PA05669305 + BL139', 'PA05669305 + RD201', 'PA05669310 + BL139']);
  });

  it('are split without a colour column where styles share known short forms', async () => {
    expect(
      await bases([
        ['Style', 'Name', 'S', 'M', 'Price'],
        ['1234/BLK', 'Tee', 1, 2, 10],
        ['1234/NVY', 'Tee', 1, 2, 10],
        ['1250/BLK', 'Shirt', 1, 2, 20],
      ]),
    ).toEqual(['1234 + BLK', '1234 + BLK', '1234 + NVY', '1234 + NVY', '1250 + BLK', '1250 + BLK']);
  });

  it.each([
    ['a lone number', ['MF-2601BL139']],
    ['numbers that count up', ['SKU-001', 'SKU-002', 'SKU-003', 'SKU-004']],
    ['numbers that differ at the end only', ['10501241', '10501242', '10501243']],
    ['models of different makes', ['UTG2800-400', 'LI-92B', 'TG-7']],
    ['sizes', ['1234-S', '1234-M', '1250-S']],
    ['years', ['HV-2025', 'HV-2026', 'KX-2025']],
  ])('are not split from %s', async (_, skus) => {
    const rows = skus.map((sku, index) => [sku, `Thing ${index}`, index + 1, 10.5]);
    expect(await bases([['SKU', 'Name', 'Qty', 'Price'], ...rows])).toEqual(skus);
  });

  it('are left where the ending is the size', async () => {
    expect(
      await bases([
        ['SKU', 'Colour', 'Size', 'Qty'],
        ['1234-BLK-S', 'Black', 'S', 1],
        ['1234-BLK-M', 'Black', 'M', 2],
        ['1234-WHT-S', 'White', 'S', 3],
        ['1250-BLK-S', 'Black', 'S', 3],
      ]),
    ).toEqual(['1234 + BLK', '1234 + BLK', '1234 + WHT', '1250 + BLK']);
  });
});
