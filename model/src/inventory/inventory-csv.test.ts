import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../limits.ts';
import { readImportRows } from './import-rows.ts';
import { exportInventoryCsv } from './inventory-csv.ts';
import { IMPORT_FIELDS } from './inventory-import.ts';
import { parseCsv } from './read-csv.ts';
import { recogniseImportColumns } from './recognise-columns.ts';
import { makeItem, makeLink } from './testing/make-records.ts';

/** What the import makes of an export. */
function readBack(csv: string) {
  const [headers, ...texts] = parseCsv(csv);
  const columns = recogniseImportColumns(headers?.cells ?? []);
  return { columns, ...readImportRows(texts, columns) };
}

const names = {
  locations: new Map([['wood', { name: 'Wood Shop' }]]),
  suppliers: new Map([
    ['acme', { name: 'Acme, Inc.' }],
    ['bolts', { name: 'Bolts & Co' }],
  ]),
};

describe('the export of the inventory', () => {
  it('has a row for each item', () => {
    const items = [
      {
        id: 'screw',
        data: makeItem({
          name: 'Wood screw, "best"',
          description: '=cmd',
          sku: 'WS-1',
          category: 'Screws',
          location_id: 'wood',
          quantity: 1200,
          reorder_level: 100,
          reorder_quantity: 500,
          image_url: 'https://example.com/screw.jpg',
        }),
      },
      { id: 'nut', data: makeItem({ name: 'Nut', sku: 'N-1', location_id: 'gone' }) },
    ];
    const links = [
      makeLink({ supplier_id: 'acme', price: 0.04 }),
      makeLink({ supplier_id: 'bolts', price: 0.05, supplier_sku: 'B7', preferred: true }),
    ];
    expect(exportInventoryCsv(items, { ...names, links })).toBe(
      [
        '\uFEFFName,Description,SKU,Category,Location,Quantity,Reorder level,Reorder quantity,Image URL,Supplier,Supplier SKU,Price',
        `"Wood screw, ""best""",'=cmd,WS-1,Screws,Wood Shop,1200,100,500,https://example.com/screw.jpg,Bolts & Co,B7,0.05`,
        'Nut,,N-1,,,0,,,,,,',
        '',
      ].join('\r\n'),
    );
  });

  it('of nothing has headers only', () => {
    const csv = exportInventoryCsv([], { ...names, links: [] });
    expect(readBack(csv)).toEqual({ columns: IMPORT_FIELDS, rows: [], problems: [] });
  });

  it('reads back to what it was made from', () => {
    // Texts are stored without blanks around them, and a file does not tell kinds of line breaks apart.
    const text = (maxLength: number) =>
      fc
        .tuple(
          fc.constantFrom('', '', '=', '-', "'", "'=", '"', '@', '＋'),
          fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('a\nb', 'x"y', 'a;b', '1,5', '"q"\nr')),
        )
        .map((parts) => parts.join('').replaceAll('\r', '\n').slice(0, maxLength).trim());
    const pieces = fc.nat({ max: LIMITS.stockPieces });
    const price = fc.oneof(
      fc.nat({ max: 10_000_000 }).map((cents) => cents / 100),
      fc.nat({ max: 10_000_000 }).map((mills) => mills / 1000),
      fc.double({ min: 0, max: 1e9, noNaN: true }).map((value) => (value === 0 ? 0 : value)),
    );
    const item = fc.record({
      name: text(60).filter((name) => name !== ''),
      description: text(200),
      category: text(60),
      location_id: fc.constantFrom(null, 'wood'),
      quantity: pieces,
      reorder_level: fc.option(pieces),
      reorder_quantity: fc.option(pieces),
      image_url: fc.option(fc.webUrl().map((url) => new URL(url).href)),
    });
    const offer = fc.option(
      fc.record({
        supplier_id: fc.constantFrom('acme', 'bolts'),
        supplier_sku: text(60),
        price: fc.option(price),
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(item, offer), { minLength: 1, maxLength: 8 }), (some) => {
        const items = some.map(([fields], index) => ({
          id: `i${index}`,
          data: makeItem({ ...fields, sku: `SKU-${index}` }),
        }));
        const links = some.flatMap(([, fields], index) =>
          fields === null ? [] : [makeLink({ ...fields, item_id: `i${index}` })],
        );
        const { columns, rows, problems } = readBack(exportInventoryCsv(items, { ...names, links }));
        expect(columns).toEqual(IMPORT_FIELDS);
        expect(problems).toEqual([]);
        expect(rows).toMatchObject(
          some.map(([{ location_id, ...fields }, offered], index) => ({
            ...fields,
            description: fields.description || null,
            category: fields.category || null,
            sku: `SKU-${index}`,
            location: location_id === null ? null : 'Wood Shop',
            supplier: offered === null ? null : names.suppliers.get(offered.supplier_id)?.name,
            supplier_sku: offered?.supplier_sku || null,
            price: offered?.price ?? null,
          })),
        );
      }),
    );
  });
});
