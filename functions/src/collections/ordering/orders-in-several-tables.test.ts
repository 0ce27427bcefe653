import { describe, expect, it } from 'vitest';
import { sheet, workbook } from '../understanding/testing/build.ts';
import { readOrder } from './testing/read-order.ts';

describe('headings and notes between the lines', () => {
  it('name the category of the lines below', async () => {
    const { lines } = await readOrder(
      workbook(
        sheet([
          ['Style', 'Name', 'Qty', 'Price'],
          ['Outerwear'],
          ['AX-10', 'Parka', 1, 90],
          ['Knitwear'],
          ['AX-20', 'Jumper', 2, 60],
          ['Please label all cartons.'],
          ['AX-21', 'Cardigan', 3, 70],
        ]),
      ),
    );
    expect(lines.map(({ category, sku }) => `${category}: ${sku}`)).toEqual([
      'Outerwear: AX-10',
      'Knitwear: AX-20',
      'Knitwear: AX-21',
    ]);
  });
});

describe('several sheets', () => {
  const order = sheet(
    [
      ['Style', 'Colour', 'Size', 'Qty', 'Price'],
      ['AX-10', 'Red', 'S', 1, 10],
      ['AX-10', 'Red', 'M', 2, 10],
      ['AX-20', 'Blue', 'S', 3, 20],
    ],
    'Order',
  );

  it('count the lines once where a summary repeats them', async () => {
    const summary = sheet(
      [
        ['Style', 'Total qty', 'Amount'],
        ['AX-10', 3, 30],
        ['AX-20', 3, 60],
        ['Total', 6, 90],
      ],
      'Summary',
    );
    const { lines, tables } = await readOrder(workbook(summary, order));
    expect(lines).toHaveLength(3);
    expect(tables.map(({ used, reason }) => [used, reason])).toEqual([
      [false, 'It repeats what sheet “Order” orders'],
      [true, 'It names products and has quantities'],
    ]);
  });

  it('of suppliers and instructions order nothing', async () => {
    const suppliers = sheet(
      [
        ['Supplier', 'Contact', 'Country'],
        ['ACME', 'Jo', 'Italy'],
      ],
      'Suppliers',
    );
    const help = sheet(
      [['How to fill in this form'], ['1. Enter the quantities'], ['2. Send it back']],
      'Help',
    );
    const { lines, tables } = await readOrder(workbook(help, suppliers, order));
    expect(lines).toHaveLength(3);
    expect(tables.filter(({ used }) => used).map(({ sheet: name }) => name)).toEqual(['Order']);
  });

  it('add up where each orders something else', async () => {
    const other = sheet(
      [
        ['Style', 'Colour', 'Size', 'Qty', 'Price'],
        ['BX-10', 'Red', 'S', 1, 10],
        ['BX-11', 'Red', 'S', 4, 10],
      ],
      'Drop 2',
    );
    expect((await readOrder(workbook(order, other))).lines).toHaveLength(5);
  });
});
