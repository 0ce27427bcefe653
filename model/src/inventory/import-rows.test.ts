import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../limits.ts';
import { readImportRow } from './import-row.ts';
import { readImportRows } from './import-rows.ts';
import { IMPORT_FIELDS, type ImportField } from './inventory-import.ts';
import { parseCsv } from './read-csv.ts';

/** What becomes of a row with these cells. */
function read(cells: Partial<Record<ImportField, string>>) {
  const row = { line: 2, cells: IMPORT_FIELDS.map((field) => cells[field] ?? '') };
  return readImportRow(row, IMPORT_FIELDS);
}
const rowOf = (cells: Partial<Record<ImportField, string>>) => {
  const result = read({ name: 'Screw', ...cells });
  return result?.ok === true ? result.row : result;
};
const reasonOf = (cells: Partial<Record<ImportField, string>>) => {
  const result = read({ name: 'Screw', ...cells });
  return result?.ok === false ? result.problem.reason : null;
};

describe('a row', () => {
  it('is an item', () => {
    expect(
      rowOf({
        name: '  Wood screw ',
        description: 'Countersunk,\n4 × 40',
        sku: 'ws 4x40',
        category: 'Screws',
        location: 'Wood Shop',
        quantity: '1,200',
        reorder_level: '100',
        reorder_quantity: '500',
        image_url: 'https://example.com/screw.jpg',
        supplier: 'Acme',
        supplier_sku: 'A-77',
        price: '€ 0,05',
      }),
    ).toEqual({
      line: 2,
      name: 'Wood screw',
      description: 'Countersunk,\n4 × 40',
      sku: 'WS-4X40',
      category: 'Screws',
      location: 'Wood Shop',
      quantity: 1200,
      reorder_level: 100,
      reorder_quantity: 500,
      image_url: 'https://example.com/screw.jpg',
      supplier: 'Acme',
      supplier_sku: 'A-77',
      price: 0.05,
    });
  });

  it('says nothing where it is empty, has no cell, or the file has no such column', () => {
    const short = readImportRow({ line: 9, cells: ['Screw', ' '] }, ['name', 'quantity', 'price']);
    expect(short).toEqual({
      ok: true,
      row: {
        line: 9,
        name: 'Screw',
        description: null,
        sku: null,
        category: null,
        location: null,
        quantity: null,
        reorder_level: null,
        reorder_quantity: null,
        image_url: null,
        supplier: null,
        supplier_sku: null,
        price: null,
      },
    });
  });

  it('without anything in it is passed over', () => {
    expect(readImportRow({ line: 2, cells: ['', ' ', '\u00A0'] }, ['name', null, 'sku'])).toBeNull();
    expect(readImportRow({ line: 2, cells: [] }, ['name'])).toBeNull();
  });

  it('with something in a column that is left out only has no name', () => {
    expect(readImportRow({ line: 7, cells: ['', 'Total'] }, ['name', null])).toEqual({
      ok: false,
      problem: { line: 7, reason: 'There is no name' },
    });
  });

  it('is what it was before it was kept from being a formula', () => {
    expect(rowOf({ name: "'=Screw", description: "'-10 °C", category: "'80s" })).toMatchObject({
      name: '=Screw',
      description: '-10 °C',
      category: "'80s",
    });
  });
});

describe('the reason why a row is not imported', () => {
  it.each<[Partial<Record<ImportField, string>>, string]>([
    [{ name: ' ', sku: 'A1' }, 'There is no name'],
    [{ name: 'x'.repeat(121) }, 'Name has more than 120 characters'],
    [{ description: 'x'.repeat(2001) }, 'Description has more than 2,000 characters'],
    [{ quantity: 'abc' }, 'Quantity “abc” is not a whole number'],
    [{ quantity: '1.5' }, 'Quantity “1.5” is not a whole number'],
    [{ quantity: '-3' }, 'Quantity “-3” is less than 0'],
    [{ reorder_level: '1e10' }, 'Reorder level “1e10” is more than 1,000,000,000'],
    [{ reorder_quantity: '12 pcs' }, 'Reorder quantity “12 pcs” is not a whole number'],
    [{ price: 'on request' }, 'Price “on request” is not an amount'],
    [{ price: '-1' }, 'Price “-1” is less than 0'],
    [{ price: '1.5e12' }, 'Price “1.5e12” is more than 1,000,000,000'],
    [
      { sku: 'A/B' },
      'SKU “A/B” does not fit: up to 40 letters from A to Z, digits, “.”, “_” and “-”, a letter or digit first',
    ],
    [
      { image_url: 'example.com/a.jpg' },
      'Image URL “example.com/a.jpg” does not begin with http:// or https://',
    ],
    [
      { image_url: 'javascript:alert(1)' },
      'Image URL “javascript:alert(1)” does not begin with http:// or https://',
    ],
    [{ image_url: 'http://' }, 'Image URL “http://” is not an address'],
    [{ image_url: `https://example.com/${'x'.repeat(2000)}` }, 'Image URL has more than 2,000 characters'],
  ])('%j: %s', (cells, reason) => {
    expect(reasonOf(cells)).toBe(reason);
  });

  it('names everything that is wrong at once', () => {
    expect(reasonOf({ name: '', quantity: 'many', price: 'free' })).toBe(
      'There is no name; Quantity “many” is not a whole number; Price “free” is not an amount',
    );
  });

  it('repeats only the beginning of a long cell', () => {
    expect(reasonOf({ quantity: 'x'.repeat(500) })).toBe(
      `Quantity “${'x'.repeat(40)}…” is not a whole number`,
    );
  });
});

describe('the numbers of a row', () => {
  it.each([
    ['1,234', 1234],
    ['1.234', 1234],
    ['1 234', 1234],
    ["1'234", 1234],
    ['12.0', 12],
    ['12,00', 12],
  ])('%j are %d pieces', (quantity, pieces) => {
    expect(rowOf({ quantity })).toMatchObject({ quantity: pieces });
  });

  it.each([
    ['12.50', 12.5],
    ['12,50', 12.5],
    ['1.234,50 €', 1234.5],
    ['$1,234.50', 1234.5],
    ['CHF 12.–', 12],
    ['0', 0],
  ])('%j is a price of %d', (price, amount) => {
    expect(rowOf({ price })).toMatchObject({ price: amount });
  });

  it('have the decimal mark that their column shows', () => {
    const columns = ['name', 'quantity', 'price'] as const;
    const texts = parseCsv('Name;Menge;Preis\nA;1.000;1.250\nB;0,000;2,50 €\nC;12,000;3,125');
    expect(readImportRows(texts.slice(1), columns).rows).toMatchObject([
      { quantity: 1000, price: 1250 },
      { quantity: 0, price: 2.5 },
      { quantity: 12, price: 3.125 },
    ]);
  });
});

describe('the rows of a file', () => {
  const columns = ['name', 'sku', 'category', 'location'] as const;
  const readAll = (text: string) => readImportRows(parseCsv(text), columns);

  it('that have the SKU of one before are left out, and say where it is', () => {
    const { rows, problems } = readAll('Screw,ab 1,,\nNut,,,\nBolt,AB-1,,\n,,,x\nRivet,ab-1,,');
    expect(rows.map(({ name }) => name)).toEqual(['Screw', 'Nut']);
    expect(problems).toEqual([
      { line: 3, reason: 'SKU “AB-1” is already on line 1' },
      { line: 4, reason: 'There is no name' },
      { line: 5, reason: 'SKU “AB-1” is already on line 1' },
    ]);
  });

  it('without a SKU that are the same item as one before are left out as well', () => {
    const { rows, problems } = readAll(
      'Screw,,Steel,Shelf\nscrew ,,steel,Shelf\nScrew,,Brass,Shelf\nScrew,S1,Steel,Shelf',
    );
    expect(rows.map(({ line }) => line)).toEqual([1, 3, 4]);
    expect(problems).toEqual([
      {
        line: 2,
        reason: 'Name, category and location are those of line 1, and there is no SKU to tell them apart',
      },
    ]);
  });

  it('may have the SKU of a row with a problem: that one was not taken', () => {
    const { rows } = readAll(',AB1,,\nScrew,AB1,,');
    expect(rows.map(({ line }) => line)).toEqual([2]);
  });

  it('are each good, or one problem, or empty; and what is good can be stored', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('', ' ', 'Screw', 'AB-1', '5', '1.234', '1,5', '-1', '1e300', 'https://example.com/a'),
    );
    const texts = fc.array(fc.array(cell, { maxLength: IMPORT_FIELDS.length }), { maxLength: 12 });
    fc.assert(
      fc.property(texts, (table) => {
        const lines = table.map((cells, index) => ({ line: index + 2, cells }));
        const filled = lines.filter(({ cells }) => cells.some((text) => text.trim() !== ''));
        const { rows, problems } = readImportRows(lines, IMPORT_FIELDS);
        const told = [...rows, ...problems].map(({ line }) => line).toSorted((a, b) => a - b);
        expect(told).toEqual(filled.map(({ line }) => line));
        for (const row of rows) {
          expect(row.name.length).toBeGreaterThan(0);
          for (const pieces of [row.quantity, row.reorder_level, row.reorder_quantity]) {
            expect(pieces ?? 0).toBeGreaterThanOrEqual(0);
            expect(pieces ?? 0).toBeLessThanOrEqual(LIMITS.stockPieces);
          }
          expect(row.price ?? 0).toBeLessThan(Number.POSITIVE_INFINITY);
        }
      }),
    );
  });
});
