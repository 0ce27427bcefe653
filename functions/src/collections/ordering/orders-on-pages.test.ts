import { describe, expect, it } from 'vitest';
import type { TextRun } from '../content.ts';
import { pages, row, run, widthOf } from '../understanding/testing/build.ts';
import { readOrder, told } from './testing/read-order.ts';

const COLUMNS = [40, 120, 260, 330, 390, 460];
const HEAD = ['Style', 'Description', 'Size', 'Qty', 'Price', 'Amount'];

/** Texts that end at the given x: how numbers are set. */
const endingAt = (y: number, ends: readonly number[], texts: readonly string[]): TextRun[] =>
  texts.flatMap((text, index) => (text === '' ? [] : [run((ends[index] ?? 0) - widthOf(text), y, text)]));

describe('an order on pages', () => {
  it('takes descriptions of several lines, totals and taxes for what they are', async () => {
    const { lines, tables } = await readOrder(
      pages([
        [
          run(40, 40, 'PURCHASE ORDER', { size: 16, bold: true }),
          run(40, 70, 'Vendor: Harbour & Vale'),
          run(40, 82, 'Currency: GBP'),
          ...row(120, COLUMNS, HEAD, { bold: true }),
          ...row(136, COLUMNS, ['AX-100', 'Parka with a hood that', 'M', '2', '100.00', '200.00']),
          run(120, 146, 'can be taken off'),
          ...row(162, COLUMNS, ['AX-101', 'Vest', 'L', '3', '50.00', '150.00']),
          ...row(178, COLUMNS, ['', '', 'Subtotal', '5', '', '350.00']),
          ...row(194, COLUMNS, ['', '', 'VAT 20 %', '', '', '70.00']),
          ...row(210, COLUMNS, ['', '', 'Total', '', '', '420.00']),
        ],
      ]),
    );
    expect(told(lines)).toEqual(['AX-100 M × 2 @ 100', 'AX-101 L × 3 @ 50']);
    expect(lines.map(({ name, currency }) => [name, currency])).toEqual([
      ['Parka with a hood that can be taken off', 'GBP'],
      ['Vest', 'GBP'],
    ]);
    expect(tables[0]?.checks.map(({ scope, kind, printed, ok }) => [scope, kind, printed, ok])).toEqual([
      ['total', 'amount', 420, true],
      ['subtotal', 'quantity', 5, true],
      ['subtotal', 'amount', 350, true],
      ['line', 'amount', 200, true],
      ['line', 'amount', 150, true],
    ]);
  });

  it('counts from a subtotal with which several pages begin, though it stands where page numbers do', async () => {
    const columns = [40, 200, 330];
    const head = row(60, columns, ['Style', 'Qty', 'Price']);
    const ordered = (y: number, sku: string) => row(y, columns, [sku, '3', '10.00']);
    const sum = (y: number) => row(y, columns, ['Subtotal', '3', '']);
    const { lines, tables } = await readOrder(
      pages([
        [...head, ...ordered(76, 'AX-100')],
        [...head, ...sum(76), ...ordered(92, 'AX-101')],
        [...head, ...sum(76), ...ordered(92, 'AX-102'), ...sum(108)],
      ]),
    );
    expect(lines).toHaveLength(3);
    expect(
      tables.flatMap(({ checks }) => checks).map(({ scope, printed, ok }) => [scope, printed, ok]),
    ).toEqual([
      ['subtotal', 3, true],
      ['subtotal', 3, true],
      ['subtotal', 3, true],
    ]);
  });

  it('goes on without a header on the next page', async () => {
    const rows = (from: number, count: number): TextRun[] =>
      Array.from({ length: count }, (_, index) => {
        const number = from + index;
        return row(136 + index * 16, COLUMNS, [
          `AX-${100 + number}`,
          `Thing ${number}`,
          'M',
          '2',
          '10.00',
          '20.00',
        ]);
      }).flat();
    const { lines, tables } = await readOrder(
      pages([[...row(120, COLUMNS, HEAD), ...rows(0, 5)], rows(5, 4)]),
    );
    expect(lines).toHaveLength(9);
    expect(tables).toHaveLength(1);
    expect(tables[0]?.where).toBe('pages 1–2');
  });

  it('sets headers at the left and numbers at the right edge of the columns, without any lines', async () => {
    const ends = [0, 0, 248, 278, 308, 338, 388];
    const lefts = [40, 120, 220, 250, 280, 310, 340];
    const order = (y: number, texts: string[]): TextRun[] => [
      ...row(y, lefts, texts.slice(0, 2)),
      ...endingAt(y, ends, ['', '', ...texts.slice(2)]),
    ];
    const { lines } = await readOrder(
      pages([
        [
          ...row(100, lefts, ['Style', 'Colour', 'S', 'M', 'L', 'Units', 'Price']),
          ...order(114, ['AX-100', 'White', '6', '3', '', '9', '19.50']),
          ...order(128, ['AX-101', 'Black', '6', '', '2', '8', '21.00']),
          ...order(142, ['AX-102', 'Red', '', '4', '2', '6', '31.00']),
        ],
      ]),
    );
    expect(told(lines)).toEqual([
      'AX-100 White S × 6 @ 19.5',
      'AX-100 White M × 3 @ 19.5',
      'AX-101 Black S × 6 @ 21',
      'AX-101 Black L × 2 @ 21',
      'AX-102 Red M × 4 @ 31',
      'AX-102 Red L × 2 @ 31',
    ]);
  });

  it('names the article once, above a matrix of colours and sizes, and repeats the sums below without a label', async () => {
    const at = [40, 150, 180, 210, 250];
    const { lines, tables } = await readOrder(
      pages([
        [
          ...row(60, [40, 120, 300, 380], ['Article', 'BASIC TEE', 'Article No.', '10745308328'], {}),
          ...row(72, [40, 120, 300, 380], ['Season', 'AW26', 'Supplier', 'CENTRO']),
          ...row(100, at, ['Color Desc.', 'S', 'M', 'L', 'Total Qty.']),
          ...row(113, at, ['Pink (420)', '91', '151', '308', '550']),
          ...row(126, at, ['Dark Blue (630)', '93', '178', '357', '628']),
          ...row(139, at, ['', '184', '329', '665', '1,178']),
        ],
      ]),
    );
    expect(told(lines)).toEqual([
      '10745308328 Pink (420) S × 91',
      '10745308328 Pink (420) M × 151',
      '10745308328 Pink (420) L × 308',
      '10745308328 Dark Blue (630) S × 93',
      '10745308328 Dark Blue (630) M × 178',
      '10745308328 Dark Blue (630) L × 357',
    ]);
    expect(lines[0]).toMatchObject({ name: 'BASIC TEE', season: 'AW26' });
    expect(tables[0]?.checks[0]).toMatchObject({ scope: 'total', printed: 1178, ok: true });
  });

  it('has packs with a table each, other text beside them, and a total in its head', async () => {
    const at = [300, 380, 450, 520, 560];
    const pack = (y: number, number: number, rows: string[][], sum: string[]): TextRun[] => [
      run(40, y - 20, `Pack ${number}`, { bold: true }),
      ...row(y, at, ['Colour', 'Size', 'SKU', 'Ratio', 'Units'], { bold: true }),
      run(40, y, 'Pre-Pack SKU Number:'),
      run(150, y, `17286${60 + number}`),
      ...rows.flatMap((texts, index) => row(y + 18 * (index + 1), at, texts)),
      run(40, y + 18, 'Total Packs:'),
      run(150, y + 18, '28'),
      ...row(y + 18 * (rows.length + 1), at, ['', '', '', ...sum]),
    ];
    const { lines, tables } = await readOrder(
      pages([
        [
          run(40, 40, 'Total Units: 184'),
          ...pack(
            100,
            1,
            [
              ['BLUE', '0-3 MONTHS', '1728661', '2', '56'],
              ['BLUE', '3-6 MONTHS', '1728662', '4', '112'],
            ],
            ['6', '168'],
          ),
          ...pack(220, 2, [['BLUE', '0-3 MONTHS', '1728661', '1', '16']], ['1', '16']),
        ],
      ]),
    );
    expect(told(lines)).toEqual([
      '1728661 BLUE 0-3 MONTHS × 56',
      '1728662 BLUE 3-6 MONTHS × 112',
      '1728661 BLUE 0-3 MONTHS × 16',
    ]);
    expect(tables).toHaveLength(1);
    expect(tables[0]?.columns.find(({ header }) => header === 'Ratio')?.role).toBe('pack_size');
    expect(tables[0]?.checks).toContainEqual(
      expect.objectContaining({ label: 'Total Units', printed: 184, extracted: 184, ok: true }),
    );
  });

  it('leaves out lines that are crossed out', async () => {
    const { lines } = await readOrder(
      pages([
        [
          ...row(120, COLUMNS, HEAD),
          ...row(136, COLUMNS, ['AX-100', 'Parka', 'M', '2', '100.00', '200.00'], { struck: true }),
          ...row(152, COLUMNS, ['AX-101', 'Vest', 'L', '3', '50.00', '150.00']),
        ],
      ]),
    );
    expect(told(lines)).toEqual(['AX-101 L × 3 @ 50']);
  });
});
