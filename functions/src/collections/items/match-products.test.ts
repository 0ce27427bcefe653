import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinesheetProduct } from './linesheet-product.ts';
import { matchProducts, SURE } from './match-products.ts';
import type { OrderStyle } from './order-styles.ts';
import { product } from './testing/build.ts';

const style = (said: Partial<OrderStyle>): OrderStyle => ({
  sku: null,
  base_sku: said.sku ?? null,
  name: null,
  color: null,
  color_code: null,
  ...said,
});

function match(said: Partial<OrderStyle>, products: LinesheetProduct[]) {
  const [found = null] = matchProducts([style(said)], products);
  return found === null ? null : { ...found, sku: products[found.product]?.sku };
}

const COAT = product({
  sku: 'MF-2601',
  name: 'Remy Coat',
  colors: ['Navy', 'Camel'],
  color_codes: ['418', '124'],
});
const DRESS = product({ sku: 'MF-2603', name: 'Ines Dress', colors: ['Black'] });
const TOP = product({ sku: 'MF-2604', name: 'Remy Relaxed Top', colors: ['Ecru'] });
const CATALOGUE = [COAT, DRESS, TOP];

describe('a style number finds its product', () => {
  it.each([
    ['as printed', 'MF-2601', 'Same style number'],
    ['in another case', 'mf-2601', 'Same style number'],
    ['without its separator', 'MF2601', 'Same style number, written differently'],
    ['with other separators', 'MF 26/01', 'Same style number, written differently'],
    ['in Cyrillic letters that look the same', 'МF-2601', 'Same style number, written differently'],
    ['with the letter O for a nought', 'MF-26O1', 'Same style number but for letters that look like digits'],
    ['with a colour code behind it', 'MF-2601-418', 'Style number without the colour code “418”'],
    ['with a colour and a size behind it', 'MF-2601-NVY-M', 'Style number without “NVY-M”'],
  ])('%s', (_, sku, reason) => {
    expect(match({ sku }, CATALOGUE)).toMatchObject({ sku: 'MF-2601', reason });
  });

  it('without leading zeros that a spreadsheet has swallowed', () => {
    expect(match({ sku: '7123' }, [product({ sku: '007123' })])?.sku).toBe('007123');
  });

  it('that the linesheet continues with the colour code of the order', () => {
    const rows = [
      product({ sku: 'PA05669305BL139', colors: ['Blue'] }),
      product({ sku: 'PA05669305RD020', colors: ['Red'] }),
    ];
    expect(match({ sku: 'PA05669305', color_code: 'RD020' }, rows)?.sku).toBe('PA05669305RD020');
    expect(match({ sku: 'PA05669305', color: 'Blau' }, rows)?.sku).toBe('PA05669305BL139');
    expect(match({ sku: 'PA05669305' }, rows)).toBeNull();
  });

  it('and shows how the number is made up, where the linesheet lists the colour code', () => {
    const listed = product({ sku: 'PA05669305', color_codes: ['BL139'] });
    expect(match({ sku: 'PA05669305BL139' }, [listed])?.split).toEqual({
      base_sku: 'PA05669305',
      color_code: 'BL139',
    });
  });

  it('in the row of its colour, when every colour has a row', () => {
    const rows = [
      product({ sku: 'HV-1', name: 'Coat', colors: ['Camel'] }),
      product({ sku: 'HV-1', name: 'Coat', colors: ['Navy'] }),
    ];
    expect(match({ sku: 'HV-1', color: 'navy' }, rows)?.product).toBe(1);
    expect(match({ sku: 'HV-1', color: 'Red' }, rows)?.product).toBe(0);
  });

  it('but not one that only begins alike', () => {
    expect(match({ sku: 'MF-26010' }, CATALOGUE)).toBeNull();
    expect(match({ sku: 'MF-260' }, CATALOGUE)).toBeNull();
    expect(match({ sku: 'MF' }, CATALOGUE)).toBeNull();
  });

  it('but is doubted when the names have nothing in common', () => {
    expect(match({ sku: 'MF-2601', name: 'Garden Hose' }, CATALOGUE)).toMatchObject({
      reason: 'Same style number, though the names differ',
    });
  });

  it('but not when it merely counts lines: then the name must agree', () => {
    const products = [
      product({ sku: 'SKU-001', name: 'Recipe Box' }),
      product({ sku: 'SKU-002', name: 'Lunch Bag' }),
    ];
    const styles = ['Recipe Box', 'Rose Hook', 'Cake Stand'].map((name) => style({ sku: 'SKU-001', name }));
    expect(matchProducts(styles, products).map((found) => found?.product ?? null)).toEqual([0, null, null]);
  });
});

describe('a name finds its product', () => {
  it('when it is the same, whatever its case and accents', () => {
    expect(match({ name: 'INÈS DRESS' }, CATALOGUE)).toMatchObject({ sku: 'MF-2603', reason: 'Same name' });
  });

  it('when it is like no other, and says that this is uncertain', () => {
    const found = match({ name: 'Relaxed Top Remy, ecru' }, CATALOGUE);
    expect(found?.sku).toBe('MF-2604');
    expect(found?.confidence).toBeLessThan(SURE);
  });

  it('in the colour, when several share it', () => {
    const rows = [
      product({ name: 'Scarf', colors: ['Red'] }),
      product({ name: 'Scarf', colors: ['Dark Blue'] }),
    ];
    expect(match({ name: 'Scarf', color: 'Blue' }, rows)?.product).toBe(1);
  });

  it('not when two products share it and nothing decides', () => {
    const rows = [product({ sku: 'C-100', name: 'Candle' }), product({ sku: 'C-200', name: 'Candle' })];
    expect(match({ name: 'Candle' }, rows)).toBeNull();
  });

  it('not when it is as much like another one', () => {
    const rows = [product({ name: 'Wool Coat Long' }), product({ name: 'Wool Coat Short' })];
    expect(match({ name: 'Wool Coat' }, rows)).toBeNull();
  });

  it('not when it shares only words that everything shares', () => {
    expect(match({ name: 'Harbour Coat' }, CATALOGUE)).toBeNull();
  });
});

describe('matching', () => {
  it('finds every product by its own number, however the order writes it', () => {
    const numbers = Array.from({ length: 60 }, (_, index) => `AB-${1000 + index * 7}`);
    const products = numbers.map((sku, index) => product({ sku, name: `Style ${index}` }));
    const write = fc.constantFrom(
      (sku: string) => sku,
      (sku: string) => sku.toLowerCase(),
      (sku: string) => sku.replace('-', ''),
      (sku: string) => sku.replace('-', ' '),
      (sku: string) => `${sku}-BLK`,
    );
    fc.assert(
      fc.property(fc.nat({ max: 59 }), write, (index, written) => {
        expect(match({ sku: written(numbers[index] ?? '') }, products)?.product).toBe(index);
      }),
    );
  });

  it('takes less than a second of work for 2,000 lines and 2,000 products, also when only names can decide', () => {
    const products = Array.from({ length: 2000 }, (_, index) =>
      product({ sku: `P-${index}`, name: `Wool Blend Coat ${(index * 7919).toString(36)}` }),
    );
    const styles = products.map(({ name }, index) => style({ sku: `Q/${index}`, name: `${name} new` }));
    const before = process.cpuUsage();
    const found = matchProducts(styles, products);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1_000);
    expect(found).toHaveLength(2000);
  });
});
