/** The committed samples agree with the catalogue that they are made from. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CATALOGUE, catalogueProducts } from './catalogue.ts';
import { linesheetCsv } from './linesheet-sheet.ts';
import { lineQuantity, orderLines, orderTotals } from './order.ts';
import { ORDER_HEADER_ROW, orderSheet, orderTruth } from './order-sheet.ts';
import { linesheetTruth, rowTruth } from './truth.ts';
import { writeWorkbook } from './workbook/workbook.ts';

const file = (name: string) => join(import.meta.dirname, name);
const truthFile = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(file(`truth/${name}.truth.json`), 'utf8'));
const placed = z.object({
  products: z.array(
    z.object({
      sku: z.string(),
      page: z.number(),
      image: z.object({
        page: z.number(),
        x: z.number(),
        y: z.number(),
        width: z.number(),
        height: z.number(),
      }),
    }),
  ),
});

describe('the sample catalogue', () => {
  it('has enough styles in enough categories to look like a collection', () => {
    expect(catalogueProducts().length).toBeGreaterThanOrEqual(36);
    expect(CATALOGUE.length).toBeGreaterThanOrEqual(4);
  });

  it('gives every style a number and a name of its own', () => {
    const products = catalogueProducts().map(({ product }) => product);
    expect(new Set(products.map((product) => product.sku)).size).toBe(products.length);
    expect(new Set(products.map((product) => product.name)).size).toBe(products.length);
  });

  it('recommends a retail price of two to three times the wholesale price', () => {
    for (const { product } of catalogueProducts()) {
      expect(product.rrp / product.wholesale).toBeGreaterThan(2);
      expect(product.rrp / product.wholesale).toBeLessThan(3);
    }
  });
});

describe('the sample order', () => {
  const lines = orderLines();

  it('orders about twenty styles or more, each colourway once', () => {
    expect(new Set(lines.map((line) => line.product.sku)).size).toBeGreaterThanOrEqual(20);
    expect(new Set(lines.map((line) => `${line.product.sku} ${line.colour.code}`)).size).toBe(lines.length);
  });

  it('orders only styles, colours and sizes of the linesheet', () => {
    const products = catalogueProducts().map(({ product }) => product);
    for (const line of lines) {
      const product = products.find((candidate) => candidate.sku === line.product.sku);
      expect(product?.colours).toContain(line.colour);
      expect(product?.sizes.sizes).toEqual(expect.arrayContaining([...line.quantities.keys()]));
    }
  });

  it('adds up: the file that is read back has the totals of its lines', async () => {
    const workbook = read(await readFile(file('nordlicht-store-po-1187.xlsx')));
    const sheet = workbook.Sheets['Order'];
    expect(sheet).toBeDefined();
    const rows = utils.sheet_to_json<Record<string, string | number>>(sheet ?? {}, {
      range: ORDER_HEADER_ROW - 1,
    });
    const printed = rows.filter((row) => row['Description'] !== undefined);
    const sum = (column: string) => printed.reduce((total, row) => total + Number(row[column]), 0);
    const total = rows.find((row) => row['Style no.'] === 'Total order');
    expect(printed).toHaveLength(lines.length);
    expect(total).toMatchObject({ 'Total qty': sum('Total qty'), 'Line total': sum('Line total') });
    expect(orderTotals(lines)).toEqual({ quantity: sum('Total qty'), amount: sum('Line total') });
    expect(lines.map(lineQuantity)).toEqual(printed.map((row) => row['Total qty']));
  });
});

describe('the committed sample files', () => {
  it('are what the catalogue gives today', async () => {
    const order = await readFile(file('nordlicht-store-po-1187.xlsx'));
    expect(Buffer.from(writeWorkbook([orderSheet(orderLines())])).equals(order)).toBe(true);
    expect(await readFile(file('harbour-and-vale-aw26-style-list.csv'), 'utf8')).toBe(linesheetCsv());
  });

  it('come with the truth about them', async () => {
    const facts = linesheetTruth(CATALOGUE, [], () => undefined);
    for (const format of ['pdf', 'xlsx']) {
      const truth = await truthFile(`harbour-and-vale-aw26-linesheet.${format}`);
      expect(truth).toMatchObject({ ...facts, notes: expect.any(Array) });
    }
    expect(await truthFile('harbour-and-vale-aw26-style-list.csv')).toMatchObject({
      products: rowTruth(CATALOGUE, []).products,
    });
    expect(await truthFile('nordlicht-store-po-1187.xlsx')).toEqual(orderTruth(orderLines()));
  });

  it('say where the picture of each style is printed, inside its page', async () => {
    const { products } = placed.parse(await truthFile('harbour-and-vale-aw26-linesheet.pdf'));
    for (const { page, image } of products) {
      expect(image.page).toBe(page);
      expect(image.x).toBeGreaterThan(0);
      expect(image.x + image.width).toBeLessThan(595);
      expect(image.y + image.height).toBeLessThan(842);
    }
  });

  it('stay small enough to be kept in git', async () => {
    const names = ['harbour-and-vale-aw26-linesheet.pdf', 'harbour-and-vale-aw26-linesheet.xlsx'];
    const sizes = await Promise.all(names.map(async (name) => (await stat(file(name))).size));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(4_000_000);
  });
});
