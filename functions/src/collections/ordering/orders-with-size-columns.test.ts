import { describe, expect, it } from 'vitest';
import { sheet, workbook } from '../understanding/testing/build.ts';
import { linesOfSheet, merged, readOrder, told } from './testing/read-order.ts';

describe('an order with a column for each size', () => {
  it('is read below letterhead, addresses and terms', async () => {
    expect(
      await linesOfSheet(
        ['Nordlicht Store GmbH'],
        ['Am Speicher 9, 20457 Hamburg'],
        ['PO number', 'PO-1187', '', 'Supplier', 'Harbour & Vale'],
        ['Order date', '28.01.2026', '', 'Season', 'AW26'],
        ['Please deliver complete groups.'],
        [],
        ['Style no.', 'Description', 'Colour', 'S', 'M', 'L', 'Total qty', 'Unit price', 'Line total'],
        ['HV-1010', 'Duffle Coat', 'Camel', 1, 2, '', 3, 164, 492],
        ['HV-1010', 'Duffle Coat', 'Navy', '', 2, 2, 4, 164, 656],
        ['Total', '', '', '', '', '', 7, '', 1148],
      ),
    ).toEqual([
      'HV-1010 Camel S × 1 @ 164',
      'HV-1010 Camel M × 2 @ 164',
      'HV-1010 Navy M × 2 @ 164',
      'HV-1010 Navy L × 2 @ 164',
    ]);
  });

  it('has its sizes in a second header row below a merged “Sizes”', async () => {
    const order = sheet([
      ['Style', 'Description', 'Colour', 'Sizes', '', '', 'Qty', 'Price'],
      ['', '', '', 'S', 'M', 'L'],
      ['AB-100', 'Tee', 'White', 2, 4, 2, 8, 12.5],
      ['AB-100', 'Tee', 'Black', 1, 1, '', 2, 12.5],
    ]);
    const { lines, tables } = await readOrder(
      workbook(
        merged(order, [1, 4, 1, 3], [1, 1, 2, 1], [1, 2, 2, 1], [1, 3, 2, 1], [1, 7, 2, 1], [1, 8, 2, 1]),
      ),
    );
    expect(told(lines)).toEqual([
      'AB-100 White S × 2 @ 12.5',
      'AB-100 White M × 4 @ 12.5',
      'AB-100 White L × 2 @ 12.5',
      'AB-100 Black S × 1 @ 12.5',
      'AB-100 Black M × 1 @ 12.5',
    ]);
    expect(tables[0]).toMatchObject({ header_row: 2, layout: 'size-columns' });
  });

  it('has several size runs side by side under group headings', async () => {
    const order = sheet([
      ['', '', '', 'Tops', '', '', 'Denim', '', '', 'Shoes', '', ''],
      ['Article', 'Name', 'Color', 'S', 'M', 'L', '26', '28', '30', '37', '38', '39', 'Units', 'WS', 'Total'],
      ['T-1', 'Tee', 'Red', 1, 2, 3, '', '', '', '', '', '', 6, 10, 60],
      ['J-2', 'Jean', 'Blue', '', '', '', 4, 5, 6, '', '', '', 15, 20, 300],
      ['B-3', 'Boot', 'Black', '', '', '', '', '', '', 1, 1, 1, 3, 50, 150],
    ]);
    const { lines } = await readOrder(workbook(merged(order, [1, 4, 1, 3], [1, 7, 1, 3], [1, 10, 1, 3])));
    expect(told(lines)).toEqual([
      'T-1 Red S × 1 @ 10',
      'T-1 Red M × 2 @ 10',
      'T-1 Red L × 3 @ 10',
      'J-2 Blue 26 × 4 @ 20',
      'J-2 Blue 28 × 5 @ 20',
      'J-2 Blue 30 × 6 @ 20',
      'B-3 Black 37 × 1 @ 50',
      'B-3 Black 38 × 1 @ 50',
      'B-3 Black 39 × 1 @ 50',
    ]);
  });

  it.each([
    ['shoes in halves', ['36', '36.5', '37', '37.5']],
    ['shoes with fractions', ['36', '36½', '37', '37½']],
    ['American shoes', ['6', '6.5', '7', '7.5', '8']],
    ['labelled shoes', ['EU 36', 'EU 37', 'EU 38']],
    ['waist and inseam', ['30/32', '32/32', '34/34']],
    ['waist and inseam in letters', ['W30 L32', 'W32 L32']],
    ['months', ['0-3M', '3-6M', '6-12M', '12-18M']],
    ['years', ['2Y', '4Y', '6Y', '8Y']],
    ['years in words', ['3-4 yrs', '5-6 yrs', '7-8 yrs']],
    ['words', ['Small', 'Medium', 'Large', 'X-Large']],
    ['double sizes', ['XS/S', 'M/L', 'XL/XXL']],
    ['children in twos', ['2', '4', '6', '8', '10']],
    ['letters with numbers', ['S (36)', 'M (38)', 'L (40)']],
    ['large letters', ['M', 'L', 'XL', '2XL', '3XL']],
    ['bras', ['70B', '75B', '80C']],
  ])('knows %s', async (_, sizes) => {
    const amounts = sizes.map((_size, index) => index + 1);
    const sum = amounts.reduce((left, right) => left + right, 0);
    const { lines } = await readOrder(
      workbook(
        sheet([
          ['Style', 'Colour', ...sizes, 'Total', 'Price'],
          ['KX-4410', 'Black', ...amounts, sum, 25],
          ['KX-4420', 'White', ...amounts.toReversed(), sum, 30],
        ]),
      ),
    );
    expect(
      lines.filter(({ sku }) => sku === 'KX-4410').map(({ size, quantity }) => [size, quantity]),
    ).toEqual(sizes.map((size, index) => [size, index + 1]));
    expect(lines).toHaveLength(2 * sizes.length);
  });

  it('knows “Size S”, “Qty M” and sizes with their unit', async () => {
    const { lines } = await readOrder(
      workbook(
        sheet([
          ['Style', 'Name', 'Size S', 'Size M', 'Size L', 'Unit Cost'],
          ['KX-1', 'Tee', 1, 2, 3, 9.5],
        ]),
      ),
    );
    expect(lines.map(({ size, quantity }) => [size, quantity])).toEqual([
      ['S', 1],
      ['M', 2],
      ['L', 3],
    ]);
  });

  it('gives articles of one size their quantity', async () => {
    expect(
      await linesOfSheet(
        ['Ref', 'Designation', 'Coloris', 'TU', 'PU HT', 'Montant'],
        ['SAC-01', 'Cabas', 'Noir', 12, '24,50 €', '294,00 €'],
        ['SAC-02', 'Pochette', 'Rouge', 6, '12,00 €', '72,00 €'],
      ),
    ).toEqual(['SAC-01 Noir TU × 12 @ 24.5', 'SAC-02 Rouge TU × 6 @ 12']);
  });

  it('takes over new sizes in the middle', async () => {
    expect(
      await linesOfSheet(
        ['Style', 'Name', 'Color', 'XS', 'S', 'M', 'L', 'Total', 'Price'],
        ['T-100', 'Tee', 'Red', 1, 2, 2, 1, 6, 10],
        ['', '', '', 37, 38, 39, 40],
        ['B-200', 'Boot', 'Tan', 1, 1, 2, 2, 6, 50],
      ),
    ).toEqual([
      'T-100 Red XS × 1 @ 10',
      'T-100 Red S × 2 @ 10',
      'T-100 Red M × 2 @ 10',
      'T-100 Red L × 1 @ 10',
      'B-200 Tan 37 × 1 @ 50',
      'B-200 Tan 38 × 1 @ 50',
      'B-200 Tan 39 × 2 @ 50',
      'B-200 Tan 40 × 2 @ 50',
    ]);
  });

  it('repeats its header with other sizes for each block', async () => {
    expect(
      await linesOfSheet(
        ['Women'],
        ['Style', 'Color', 'S', 'M', 'Qty', 'Price'],
        ['W-100', 'Red', 1, 2, 3, 10],
        ['Total', '', '', '', 3],
        [],
        ['Shoes'],
        ['Style', 'Color', '38', '39', 'Qty', 'Price'],
        ['S-100', 'Black', 4, 5, 9, 60],
      ),
    ).toEqual([
      'W-100 Red S × 1 @ 10',
      'W-100 Red M × 2 @ 10',
      'S-100 Black 38 × 4 @ 60',
      'S-100 Black 39 × 5 @ 60',
    ]);
  });

  it('names the style above a matrix of colours and sizes', async () => {
    expect(
      await linesOfSheet(
        ['Purchase order 4711'],
        ['Style No.', 'QT-5501', 'Description', 'Quilted Vest'],
        ['Colour', 'S', 'M', 'L', 'Total'],
        ['Olive', 1, 2, 3, 6],
        ['Navy', 2, 2, 2, 6],
        ['Total', 3, 4, 5, 12],
        [],
        ['Style No.', 'QT-5502', 'Description', 'Quilted Coat'],
        ['Colour', 'S', 'M', 'L', 'Total'],
        ['Black', 5, 5, 5, 15],
      ),
    ).toEqual([
      'QT-5501 Olive S × 1',
      'QT-5501 Olive M × 2',
      'QT-5501 Olive L × 3',
      'QT-5501 Navy S × 2',
      'QT-5501 Navy M × 2',
      'QT-5501 Navy L × 2',
      'QT-5502 Black S × 5',
      'QT-5502 Black M × 5',
      'QT-5502 Black L × 5',
    ]);
  });

  it('has colours over groups of sizes', async () => {
    const order = sheet([
      ['', '', 'Black', '', 'White', ''],
      ['Style', 'Name', 'S', 'M', 'S', 'M', 'Price'],
      ['T-100', 'Tee', 1, 2, 3, 4, 10],
    ]);
    const { lines } = await readOrder(workbook(merged(order, [1, 3, 1, 2], [1, 5, 1, 2])));
    expect(told(lines)).toEqual([
      'T-100 Black S × 1 @ 10',
      'T-100 Black M × 2 @ 10',
      'T-100 White S × 3 @ 10',
      'T-100 White M × 4 @ 10',
    ]);
  });

  it('has a quantity in words of the trade, dashes for none, and cancelled rows', async () => {
    expect(
      await linesOfSheet(
        ['Style #', 'Clr', 'S', 'M', 'L', 'Tot. Units', 'Whsl', 'Ext $', 'Notes'],
        ['BB-10', 'White', '6 pcs', '-', '3', 9, '$19.50', '$175.50', ''],
        ['BB-11', 'White', 6, 2, 4, 12, '$31.00', '$372.00', 'CANCELLED'],
        ['BB-12', 'Pink', 2, 0, '—', 2, '$31.00', '$62.00', 'rush'],
      ),
    ).toEqual(['BB-10 White S × 6 @ 19.5', 'BB-10 White L × 3 @ 19.5', 'BB-12 Pink S × 2 @ 31']);
  });
});
