import { describe, expect, it } from 'vitest';
import { sheet, workbook } from '../understanding/testing/build.ts';
import { linesOfSheet, readOrder } from './testing/read-order.ts';

describe('an order from a shop system', () => {
  it.each<{ what: string; rows: (string | number)[][]; lines: string[] }>([
    {
      what: 'whose “Name” is the order’s',
      rows: [
        ['Name', 'Email', 'Lineitem quantity', 'Lineitem name', 'Lineitem price', 'Lineitem sku'],
        ['#1001', 'a@example.com', 2, 'Tee', 25, 'TEE-01'],
        ['#1002', 'b@example.com', 3, 'Cap', 15, 'CAP-01'],
      ],
      lines: ['TEE-01 × 2 @ 25', 'CAP-01 × 3 @ 15'],
    },
    {
      what: 'with quantities in three decimals',
      rows: [
        ['Artikel', 'Bezeichnung', 'Menge', 'ME', 'Preis', 'Betrag'],
        ['4711', 'Schraube', '10,000', 'ST', '1,50', '15,00'],
        ['4712', 'Mutter', '2,000', 'ST', '0,75', '1,50'],
      ],
      lines: ['4711 × 10 @ 1.5', '4712 × 2 @ 0.75'],
    },
    {
      what: 'with deliveries that add up to the quantity',
      rows: [
        ['Style', 'Name', 'Aug qty', 'Sep qty', 'Total qty', 'Price', 'Amount'],
        ['AC100', 'Parka', 1, 2, 3, 100, 300],
        ['AC101', 'Vest', 2, 2, 4, 50, 200],
      ],
      lines: ['AC100 × 3 @ 100', 'AC101 × 4 @ 50'],
    },
    {
      what: 'with goods that are called like charges, and a charge',
      rows: [
        ['Product', 'Qty', 'Unit price', 'Total'],
        ['Port Ellen Whisky', 3, 80, 240],
        ['Transport Bag', 2, 20, 40],
        ['Shipping & handling', 1, 15, 15],
        ['Total', '', '', 295],
      ],
      lines: ['Port Ellen Whisky × 3 @ 80', 'Transport Bag × 2 @ 20'],
    },
    {
      what: 'with a stock list in it',
      rows: [
        ['Style #', 'Product', 'Available', 'Order', 'WSP', 'RRP', 'Value'],
        ['AC100', 'Parka', 120, '', 100, 250, ''],
        ['AC101', 'Vest', 80, 4, 50, 120, 200],
      ],
      lines: ['AC101 × 4 @ 50'],
    },
    {
      what: 'with a quantity that no header names',
      rows: [
        ['Style', 'Name', 'Colour', '', 'Price', 'Amount'],
        ['AC100', 'Parka', 'Red', 2, 100, 200],
        ['AC101', 'Vest', 'Blue', 3, 50, 150],
      ],
      lines: ['AC100 Red × 2 @ 100', 'AC101 Blue × 3 @ 50'],
    },
    {
      what: 'with sizes and pieces in one cell',
      rows: [
        ['Style', 'Colour', 'Assortment', 'Qty', 'Price'],
        ['AC100', 'Red', 'S2 M2 L2', 6, 10],
        ['AC101', 'Blue', 'S-1, M-2, L-1', 4, 20],
      ],
      lines: [
        'AC100 Red S × 2 @ 10',
        'AC100 Red M × 2 @ 10',
        'AC100 Red L × 2 @ 10',
        'AC101 Blue S × 1 @ 20',
        'AC101 Blue M × 2 @ 20',
        'AC101 Blue L × 1 @ 20',
      ],
    },
    {
      what: 'with “Size” over the colours of a matrix',
      rows: [
        ['Item', 'AC100 Parka'],
        ['Size', 'S', 'M', 'Total'],
        ['Red', 1, 2, 3],
        ['Blue', 2, 2, 4],
        [],
        ['Item', 'AC101 Vest'],
        ['Size', 'S', 'M', 'Total'],
        ['Green', 1, 1, 2],
      ],
      lines: [
        'AC100 Red S × 1',
        'AC100 Red M × 2',
        'AC100 Blue S × 2',
        'AC100 Blue M × 2',
        'AC101 Green S × 1',
        'AC101 Green M × 1',
      ],
    },
    {
      what: 'with a total for each category and names only',
      rows: [
        ['Product', 'Qty', 'Price', 'Total'],
        ['Tops'],
        ['Tee', 2, 10, 20],
        ['Total', 2, '', 20],
        ['Shoes'],
        ['Boot', 1, 100, 100],
        ['Total', 1, '', 100],
      ],
      lines: ['Tee × 2 @ 10', 'Boot × 1 @ 100'],
    },
  ])('$what is understood', async ({ rows, lines }) => {
    expect(await linesOfSheet(...rows)).toEqual(lines);
  });

  it.each([
    ['dollars', 'Price', '$10.00', 'USD'],
    ['euros behind the amount', 'Prix', '10,00 €', 'EUR'],
    ['pounds in the header', 'Cost £', '10.00', 'GBP'],
    ['a code in the header', 'Price (CAD)', '$10.00', 'CAD'],
    ['yuan, by the script', '单价', '￥10.00', 'CNY'],
    ['nothing', 'Price', '10.00', null],
  ])('is in %s', async (_, header, price, currency) => {
    const { lines } = await readOrder(
      workbook(
        sheet([
          ['SKU', 'Qty', header],
          ['AC100', 2, price],
        ]),
      ),
    );
    expect(lines).toMatchObject([{ sku: 'AC100', unit_price: 10, currency }]);
  });
});
