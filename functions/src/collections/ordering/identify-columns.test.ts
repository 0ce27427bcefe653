import { LIMITS } from '@docket/model/limits';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentContent } from '../content.ts';
import { sheet, workbook } from '../understanding/testing/build.ts';
import { fingerprintOf } from './fingerprint.ts';
import { identifyColumns } from './identify-columns.ts';
import { mappingSummary } from './mapping-summary.ts';
import { readOrder, told } from './testing/read-order.ts';

const HEADERS = ['Ref', 'Thing', 'Shade', 'Number', 'Each', 'Sum'];
const order = workbook(
  sheet([HEADERS, ['AX-100', 'Parka', 'Red', 2, 100, 200], ['AX-101', 'Vest', 'Blue', 3, 50, 150]], 'Order'),
);

describe('a column', () => {
  it('comes with its role, how sure that is, and why', async () => {
    const [table] = await identifyColumns(order, new Map());
    expect(table?.columns.map(({ letter, role }) => `${letter} ${role}`)).toEqual([
      'A sku',
      'B name',
      'C color',
      'D quantity',
      'E unit_price',
      'F line_total',
    ]);
    expect(table?.columns[3]).toMatchObject({
      header: 'Number',
      samples: ['2', '3'],
      size: null,
      reason:
        'Header “Number”; 100 % of its numbers are whole; quantity × unit price gives the line total in 2 of 2 rows',
    });
    expect(table?.columns.every(({ confidence }) => confidence > 0 && confidence < 1)).toBe(true);
  });

  it('is surer when the figures add up', async () => {
    const broken = workbook(
      sheet([
        ['SKU', 'Qty', 'Price', 'Total'],
        ['AX-100', 2, 100, 777],
        ['AX-101', 3, 50, 888],
        ['AX-102', 3, 50, 999],
      ]),
    );
    const right = workbook(
      sheet([
        ['SKU', 'Qty', 'Price', 'Total'],
        ['AX-100', 2, 100, 200],
        ['AX-101', 3, 50, 150],
        ['AX-102', 3, 50, 150],
      ]),
    );
    const surenessOf = async (content: DocumentContent): Promise<number> =>
      (await identifyColumns(content, new Map()))[0]?.columns[1]?.confidence ?? 0;
    expect(await surenessOf(right)).toBeGreaterThan((await surenessOf(broken)) + 0.1);
  });
});

describe('what people have said about headers', () => {
  const fingerprint = fingerprintOf(HEADERS) ?? '';

  it('is followed in every file with these headers, whatever their case', async () => {
    const shouted = workbook(
      sheet([HEADERS.map((header) => header.toUpperCase()), ['AX-100', 'Parka', 'Red', 2, 100, 200]]),
    );
    const remembered = new Map([
      [fingerprint, { roles: [null, null, 'size' as const, null, 'msrp' as const, null], used: null }],
    ]);
    const { tables, lines } = await readOrder(shouted, remembered);
    expect(tables[0]).toMatchObject({ corrected: true, layout: 'size-rows' });
    expect(tables[0]?.columns[2]).toMatchObject({
      role: 'size',
      confidence: 1,
      reason: 'You said so for these headers',
    });
    expect(lines).toMatchObject([{ size: 'Red', msrp: 100, unit_price: null }]);
  });

  it('can make a column a size', async () => {
    const odd = workbook(
      sheet([
        ['SKU', 'Regular fit', 'Tall fit', 'Price'],
        ['AX-100', 2, 3, 100],
      ]),
    );
    const headers = ['SKU', 'Regular fit', 'Tall fit', 'Price'];
    const roles = [null, 'size_quantity' as const, 'size_quantity' as const, null];
    const { lines } = await readOrder(odd, new Map([[fingerprintOf(headers) ?? '', { roles, used: null }]]));
    expect(told(lines)).toEqual(['AX-100 Regular fit × 2 @ 100', 'AX-100 Tall fit × 3 @ 100']);
  });

  it('can take a table out of the order', async () => {
    const { tables, lines } = await readOrder(order, new Map([[fingerprint, { roles: [], used: false }]]));
    expect(tables[0]).toMatchObject({
      used: false,
      corrected: true,
      reason: 'You said that it does not belong to the order',
    });
    expect(lines).toEqual([]);
  });
});

describe('a fingerprint', () => {
  it('is the same for the same headers in another spelling, and another for other headers', () => {
    expect(fingerprintOf(['Größe', 'Qty.'])).toBe(fingerprintOf(['GRÖSSE', 'qty']));
    expect(fingerprintOf(['Größe', 'Qty.'])).toMatch(/^[0-9a-f]{20}$/);
    expect(fingerprintOf(['Qty.', 'Größe'])).not.toBe(fingerprintOf(['Größe', 'Qty.']));
    expect(fingerprintOf(['', ''])).toBeNull();
  });
});

describe('the summary of a mapping', () => {
  it('names the columns of the main table by their headers, and all tables', async () => {
    const { tables } = await readOrder(
      workbook(
        sheet(
          [
            ['Supplier', 'City'],
            ['ACME', 'Rome'],
          ],
          'Suppliers',
        ),
        ...(order.kind === 'sheets' ? order.sheets : []),
      ),
    );
    expect(mappingSummary('po.xlsx', tables)).toMatchObject({
      document: 'po.xlsx',
      sheet: 'Order',
      header_row: 1,
      layout: 'plain',
      columns: { sku: 'Ref', name: 'Thing', color: 'Shade', quantity: 'Number', unit_price: 'Each' },
      tables: [
        { sheet: 'Suppliers', used: false },
        { sheet: 'Order', used: true, line_count: 2, quantity: 5 },
      ],
    });
  });

  it('gives the letters and headings of size columns', async () => {
    const { tables } = await readOrder(
      workbook(
        sheet([
          ['Style', 'Colour', 'S', 'M', 'L'],
          ['AX-100', 'Red', 1, 2, 3],
        ]),
      ),
    );
    expect(mappingSummary('po.xlsx', tables).columns).toMatchObject({
      size: 'C-E (S, M, L)',
      quantity: ['S', 'M', 'L'],
    });
  });
});

describe('any content', () => {
  const cellText = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      'SKU',
      'Qty',
      'Price',
      'Total',
      'S',
      'M',
      '36',
      '38',
      'Subtotal',
      'CANCELLED',
      '€ 1.042,00',
      '-',
      'AX-100',
      'Red',
    ),
    fc.integer({ min: -5, max: 5000 }).map(String),
  );
  const cell = fc.record({
    row: fc.integer({ min: 1, max: 12 }),
    column: fc.integer({ min: 1, max: 9 }),
    text: cellText,
    number: fc.option(fc.double({ noDefaultInfinity: true, noNaN: true }), { nil: null }),
    bold: fc.boolean(),
    row_span: fc.integer({ min: 1, max: 3 }),
    column_span: fc.integer({ min: 1, max: 4 }),
  });
  const run = fc.record({
    text: cellText,
    box: fc.record({
      x: fc.nat(500),
      y: fc.nat(700),
      width: fc.nat(80),
      height: fc.integer({ min: 1, max: 20 }),
    }),
    size: fc.integer({ min: 4, max: 20 }),
    bold: fc.boolean(),
    italic: fc.boolean(),
    color: fc.constant(null),
    struck: fc.boolean(),
    confidence: fc.constant(1),
  });

  it('gives tables and lines without an error, the lines adding up to the tables', async () => {
    const contents: fc.Arbitrary<DocumentContent> = fc.oneof(
      fc.array(cell, { maxLength: 60 }).map((cells): DocumentContent => workbook({ name: 'Any', cells })),
      fc.array(run, { maxLength: 60 }).map(
        (runs): DocumentContent => ({
          kind: 'pages',
          pages: [{ number: 1, width: 595, height: 842, runs, lines: [], recognised: false }],
        }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(contents, async (content) => {
        const { tables, lines } = await readOrder(content);
        for (const table of tables) {
          const own = lines.filter((line) => line.table === table.position);
          expect(table.line_count).toBe(own.length);
          expect(own.every(({ quantity }) => quantity > 0)).toBe(true);
          expect(own.reduce((sum, { quantity }) => sum + quantity, 0)).toBeCloseTo(table.quantity, 2);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a file with more tables than any order has', () => {
  it('is read as far as the limit goes', async () => {
    const headers = [
      ['Style', 'Colour', 'Qty'],
      ['Article', 'Shade', 'Pieces'],
    ];
    const rows = Array.from({ length: LIMITS.orderTables + 20 }, (_, index) => [
      headers[index % 2] ?? [],
      [`AX-${index}`, 'Red', 2],
    ]);
    const tables = await identifyColumns(workbook(sheet(rows.flat(), 'Order')), new Map());
    expect(tables.length).toBeGreaterThan(0);
    expect(tables.length).toBeLessThanOrEqual(LIMITS.orderTables);
  });
});
