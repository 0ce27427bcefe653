import { lineAmount } from '@docket/model/item-table';
import { LIMITS } from '@docket/model/limits';
import { describe, expect, it } from 'vitest';
import type { OrderLine } from '../ordering/order.ts';
import { buildItems } from './build-items.ts';
import { matchProducts } from './match-products.ts';
import type { LinesheetProduct } from './linesheet-product.ts';
import { stylesOf } from './order-styles.ts';
import { line, product } from './testing/build.ts';

/** The items of an order against a linesheet. */
function items(
  lines: readonly OrderLine[],
  products: readonly LinesheetProduct[] = [],
  columns: string[] = [],
) {
  const { styles, styleOf } = stylesOf(lines);
  const matches = matchProducts(styles, products);
  const matched = lines.map((ordered, index) => ({
    ...ordered,
    document_id: 'order',
    match: matches[styleOf[index] ?? 0] ?? null,
  }));
  return buildItems(matched, products, columns).map(({ generated, picture }) => ({ ...generated, picture }));
}

const only = (...given: Parameters<typeof items>) => items(...given)[0];
const sizesOf = (item: ReturnType<typeof only>) =>
  item?.sizes.map(({ size, quantity }) => `${size} ${quantity}`);

describe('the sizes of an item', () => {
  const ordered = (...sizes: string[]) =>
    sizes.map((size, index) => line({ sku: 'A1', size, quantity: index + 1 }));

  it('are summed over lines, also when they are spelled differently', () => {
    expect(sizesOf(only(ordered('XXL', 'S', '2XL')))).toEqual(['S 2', 'XXL 4']);
  });

  it('stand as the linesheet lists them', () => {
    const offered = product({ sku: 'A1', sizes: ['L', 'M', 'S'] });
    expect(sizesOf(only(ordered('S', 'M', 'L'), [offered]))).toEqual(['L 3', 'M 2', 'S 1']);
  });

  it('stand as the columns of the order do, where the linesheet lists none', () => {
    expect(sizesOf(only(ordered('tall', 'short'), [], ['short', 'tall']))).toEqual(['short 2', 'tall 1']);
  });

  it('go from small to large where neither says', () => {
    expect(sizesOf(only(ordered('L', 'S', 'M')))).toEqual(['S 2', 'M 3', 'L 1']);
  });

  it('stay as they come where they cannot be compared', () => {
    expect(sizesOf(only(ordered('tall', 'S', 'short')))).toEqual(['tall 1', 'S 2', 'short 3']);
  });

  it('beyond the limit are one entry, so that no piece is lost', () => {
    const item = only(ordered(...Array.from({ length: 70 }, (_, index) => String(index + 1))));
    expect(item?.sizes).toHaveLength(LIMITS.itemSizes);
    expect(item?.quantity).toBe((70 * 71) / 2);
    expect(item?.sizes.at(-1)?.size).toBe('Other sizes');
  });
});

describe('an item has', () => {
  const COAT = product({
    sku: 'PA0566',
    name: 'Remy Coat',
    category: 'Coats',
    colors: ['Navy', 'Camel'],
    color_codes: ['BL139', 'BR020'],
    wholesale_price: 40,
    msrp: 100,
    currency: 'EUR',
    material: 'Wool',
    season: 'AW26',
  });

  it('the data of its product, and the price and season that the order says', () => {
    const item = only(
      [line({ sku: 'PA0566', unit_price: 38, season: 'Winter', category: 'Outerwear' })],
      [COAT],
    );
    expect(item).toMatchObject({
      name: 'Remy Coat',
      category: 'Coats',
      unit_price: 38,
      wholesale_price: 40,
      msrp: 100,
      currency: 'EUR',
      material: 'Wool',
      season: 'Winter',
      warnings: ['price_differs'],
    });
  });

  it('its number in two, and the name of its colour, when the linesheet lists the code', () => {
    expect(only([line({ sku: 'PA0566BL139' })], [COAT])).toMatchObject({
      sku: 'PA0566BL139',
      base_sku: 'PA0566',
      color_code: 'BL139',
    });
    expect(only([line({ sku: 'PA0566', color_code: 'BR020' })], [COAT])?.color).toBe('Camel');
  });

  it('what the order says of it, where the linesheet does not have it', () => {
    expect(only([line({ sku: 'X9', category: 'Scarves', msrp: 20 })])).toMatchObject({
      name: 'X9',
      category: 'Scarves',
      msrp: 20,
      product: null,
      warnings: ['not_in_linesheet'],
    });
  });

  it('a unit price that makes its amount the order’s, and a warning, when lines ask different ones', () => {
    const item = only([
      line({ sku: 'A1', size: 'S', quantity: 10, unit_price: 20 }),
      line({ sku: 'A1', size: 'S', quantity: 5, unit_price: 18 }),
    ]);
    expect((item?.unit_price ?? 0) * 15).toBeCloseTo(290, 2);
    expect(item?.warnings).toContain('conflicting_lines');
  });

  it('such a unit price also for thousands of pieces', () => {
    const item = only([
      line({ sku: 'A1', size: 'S', quantity: 4000, unit_price: 20 }),
      line({ sku: 'A1', size: 'S', quantity: 3000, unit_price: 18 }),
    ]);
    expect(lineAmount({ quantity: 7000, unit_price: item?.unit_price ?? null })).toBe(134_000);
  });

  it('no such warning when a larger size costs more, as the linesheet says', () => {
    const priced = product({ sku: 'A1', wholesale_price: 20, prices_by_size: { XXL: 22 } });
    const lines = [
      line({ sku: 'A1', size: 'S', unit_price: 20 }),
      line({ sku: 'A1', size: '2XL', unit_price: 22 }),
    ];
    expect(only(lines, [priced])?.warnings).toEqual([]);
  });

  it.each([
    ['a colour', { color: 'Red' }, 'color_not_offered'],
    ['a size', { size: 'XL' }, 'size_not_offered'],
    ['a price', { unit_price: 41 }, 'price_differs'],
  ] as const)('a warning for %s that the linesheet does not offer', (_, said, warning) => {
    const offered = { ...COAT, sizes: ['S', 'M'] };
    expect(only([line({ sku: 'PA0566', ...said })], [offered])?.warnings).toEqual([warning]);
  });

  it.each([
    ['a colour in another language', { color: 'Marine' }],
    ['a colour with more words', { color: 'Navy Blue' }],
    ['a price in another currency', { unit_price: 45, currency: 'USD' }],
    ['a size in another spelling', { size: 'm' }],
  ])('none for %s', (_, said) => {
    const offered = { ...COAT, sizes: ['S', 'M'] };
    expect(only([line({ sku: 'PA0566', ...said })], [offered])?.warnings).toEqual([]);
  });

  it('the first fifty places where it stands', () => {
    const lines = Array.from({ length: 60 }, () => line({ sku: 'A1' }));
    expect(only(lines)?.sources).toHaveLength(50);
  });
});
