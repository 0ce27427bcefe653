import { describe, expect, it } from 'vitest';
import { sheet, workbook } from '../understanding/testing/build.ts';
import { readOrder } from './testing/read-order.ts';

type Rows = (string | number)[][];

/** The checks of sums, as texts; those of lines only where they fail. */
async function checksOf(rows: Rows): Promise<string[]> {
  const { tables } = await readOrder(workbook(sheet(rows)));
  return tables
    .flatMap(({ checks }) => checks)
    .filter(({ scope, ok }) => scope !== 'line' || !ok)
    .map(
      ({ kind, scope, printed, extracted, ok }) =>
        `${scope} ${kind} ${printed} ${ok ? '=' : '≠'} ${extracted}`,
    );
}

const HEAD = ['Style', 'Name', 'Qty', 'Price', 'Total'];
const LINES: Rows = [
  ['AX-100', 'Parka', 2, 100, 200],
  ['AX-101', 'Vest', 3, 50, 150],
];

describe('a printed figure', () => {
  it('is compared with the lines, and a wrong one is told', async () => {
    expect(await checksOf([HEAD, ...LINES, ['Total', '', 6, '', 350]])).toEqual([
      'total quantity 6 ≠ 5',
      'total amount 350 = 350',
    ]);
  });

  it('of a line is compared with quantity × unit price', async () => {
    expect(await checksOf([HEAD, ...LINES, ['AX-102', 'Cap', 4, 8, 30]])).toEqual(['line amount 30 ≠ 32']);
  });

  it('may be rounded', async () => {
    expect(
      await checksOf([HEAD, ['AX-100', 'Parka', 3, 33.335, 100.01], ['Total', '', 3, '', 100.01]]),
    ).toEqual(['total quantity 3 = 3', 'total amount 100.01 = 100.005']);
  });

  it('of a group sums up the lines since the last one', async () => {
    expect(
      await checksOf([
        HEAD,
        ...LINES,
        ['Subtotal', '', 5, '', 350],
        ['AX-200', 'Cap', 4, 8, 32],
        ['Subtotal', '', 4, '', 32],
        ['Grand total', '', 9, '', 382],
      ]),
    ).toEqual([
      'total quantity 9 = 9',
      'total amount 382 = 382',
      'subtotal quantity 5 = 5',
      'subtotal amount 350 = 350',
      'subtotal quantity 4 = 4',
      'subtotal amount 32 = 32',
    ]);
  });

  it.each<[string, Rows]>([
    [
      'tax',
      [
        ['VAT 20 %', '', '', '', 70],
        ['Total incl. VAT', '', '', '', 420],
      ],
    ],
    [
      'freight',
      [
        ['Freight', '', '', '', 25],
        ['Total', '', '', '', 375],
      ],
    ],
    [
      'a discount',
      [
        ['Discount 10 %', '', '', '', -35],
        ['Total', '', '', '', 315],
      ],
    ],
    [
      'a discount without a sign',
      [
        ['Rabatt', '', '', '', 35],
        ['Summe', '', '', '', 315],
      ],
    ],
  ])('that contains %s is compared with it', async (_, rows) => {
    expect((await checksOf([HEAD, ...LINES, ...rows])).every((check) => check.includes('='))).toBe(true);
    expect(await checksOf([HEAD, ...LINES, ...rows])).toHaveLength(1);
  });

  it('that contains charges which are not printed raises no alarm', async () => {
    expect(await checksOf([HEAD, ...LINES, ['Total incl. VAT', '', '', '', 420]])).toEqual([]);
  });

  it('may count cancelled and returned lines', async () => {
    expect(
      await checksOf([
        [...HEAD, 'Note'],
        ['AX-100', 'Parka', 2, 100, 200, ''],
        ['AX-101', 'Vest', 3, 50, 150, 'cancelled'],
        ['Total', '', 5, '', 350, ''],
      ]),
    ).toEqual(['total quantity 5 = 5', 'total amount 350 = 350']);
  });

  it('is less where the line has a discount', async () => {
    expect(
      await checksOf([
        ['Style', 'Name', 'Qty', 'Price', 'Discount %', 'Total'],
        ['AX-100', 'Parka', 2, 100, '10%', 180],
        ['AX-101', 'Vest', 3, 50, 10, 135],
        ['Total', '', 5, '', '', 315],
      ]),
    ).toEqual(['total quantity 5 = 5', 'total amount 315 = 315']);
  });

  it('below size columns is compared with their sum, row by row', async () => {
    expect(
      await checksOf([
        ['Style', 'Colour', 'S', 'M', 'Units'],
        ['AX-100', 'Red', 1, 2, 3],
        ['AX-101', 'Red', 2, 2, 5],
      ]),
    ).toEqual(['line quantity 5 ≠ 4']);
  });

  it('may stand anywhere, with a label that says what it counts', async () => {
    expect(
      await checksOf([
        HEAD,
        ...LINES,
        ['Total units:', '', '', 5],
        ['Order value:', 350],
        ['Total cartons:', 2],
      ]),
    ).toEqual(['total quantity 5 = 5']);
  });
});
