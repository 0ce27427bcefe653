import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractProducts } from '../extract-products.ts';
import { generateCategories } from '../generate-categories.ts';
import { sheet, workbook } from '../testing/build.ts';
import { singular } from '../vocabulary/goods-words.ts';
import { readHint } from './read-hint.ts';

const content = workbook(
  sheet([
    ['Style', 'Name', 'Price', 'Category', 'Gender', 'Sub Category', 'Delivery', 'Fabric'],
    ['A-1', 'Petra Dress Shirt', 10, 'Tops', 'Women', 'Shirts', 'August', 'Cotton'],
    ['A-2', 'Ines Tee', 12, 'Tops', 'Women', 'Jersey', 'August', 'Cotton'],
    ['A-3', 'Wide Pant', 14, 'Bottoms', 'Women', 'Trousers', 'September', 'Wool'],
    ['A-4', 'Slip Gown', 40, 'Dresses', 'Women', 'Evening', 'September', 'Silk'],
    ['A-5', 'Harbour Parka', 90, 'Outerwear', 'Men', 'Parkas', 'September', 'Nylon'],
    ['A-6', 'Cable Pullover', 60, 'Knitwear', 'Men', 'Jumpers', 'October', 'Wool'],
    ['A-7', 'Gift Voucher', 50, 'Services', 'Men', 'Vouchers', 'October', 'Paper'],
  ]),
);

/** The categories under a hint, each with its products. */
async function under(hint: string) {
  const categories = await generateCategories([{ document_id: 'd', content }], { hint });
  const products = await extractProducts(content, categories, { hint });
  return Object.fromEntries(
    categories.map(({ name }) => [
      name,
      products.filter(({ category }) => category === name).map(({ sku }) => sku),
    ]),
  );
}

const AS_FOUND = ['Tops', 'Bottoms', 'Dresses', 'Outerwear', 'Knitwear', 'Services'];

describe('a hint that names a column', () => {
  it.each([
    'gender',
    'by gender',
    'Group by the column “Gender”, please',
    'use the Gender column instead',
    'Nach Gender gruppieren',
  ])('%j groups by it', async (hint) => {
    expect(await under(hint)).toEqual({ Women: ['A-1', 'A-2', 'A-3', 'A-4'], Men: ['A-5', 'A-6', 'A-7'] });
  });

  it('of several words needs only one of them', async () => {
    expect(Object.keys(await under('the sub categories'))).toContain('Parkas');
  });

  it('may name the one that was taken anyway', async () => {
    expect(Object.keys(await under('by category'))).toEqual(AS_FOUND);
  });
});

describe('a hint that names a printed value', () => {
  it.each(['by delivery', 'Split by delivery date', 'delivery window'])('%j groups by it', async (hint) => {
    expect(await under(hint)).toEqual({
      August: ['A-1', 'A-2'],
      September: ['A-3', 'A-4', 'A-5'],
      October: ['A-6', 'A-7'],
    });
  });
});

describe('a hint that asks for another level', () => {
  it.each(['broader', 'one level up', 'fewer categories, please'])('%j takes wider groups', async (hint) => {
    expect(Object.keys(await under(hint))).toEqual(['Women', 'Men']);
  });

  it.each(['finer', 'more detailed', 'more categories'])('%j takes narrower groups', async (hint) => {
    expect(Object.keys(await under(hint))).toEqual([
      'Shirts',
      'Jersey',
      'Trousers',
      'Evening',
      'Parkas',
      'Jumpers',
      'Vouchers',
    ]);
  });
});

describe('a hint that wants no categories', () => {
  it.each([
    'no categories',
    'Just one category',
    'without any categories',
    'everything in one',
    'keine Kategorien',
  ])('%j puts all products together', async (hint) => {
    const groups = await under(hint);
    expect(Object.keys(groups)).toEqual(['All products']);
    expect(groups['All products']).toHaveLength(7);
  });

  it('is not the one that wants a category for each of something', async () => {
    expect(Object.keys(await under('one category per gender'))).toEqual(['Women', 'Men']);
  });
});

describe('a hint that lists the categories', () => {
  it('gets them in its order, by the words of the products, and “Other” for the rest', async () => {
    const groups = await under('Trousers, Tops, Dresses, Jackets & Coats');
    expect(Object.keys(groups)).toEqual(['Trousers', 'Tops', 'Dresses', 'Jackets & Coats', 'Other']);
    expect(groups).toEqual({
      Trousers: ['A-3'],
      Tops: ['A-1', 'A-2', 'A-6'],
      Dresses: ['A-4'],
      'Jackets & Coats': ['A-5'],
      Other: ['A-7'],
    });
  });

  it.each([
    'Categories: Dresses, Tops and Bottoms',
    'group into Dresses; Tops; Bottoms',
    '1. Dresses\n2. Tops\n3. Bottoms',
    '• Dresses\n• Tops\n• Bottoms',
  ])('%j is a list', async (hint) => {
    expect(Object.keys(await under(hint))).toEqual(['Dresses', 'Tops', 'Bottoms', 'Other']);
  });

  it('knows words that mean the same, one and many, and wider kinds', async () => {
    expect(await under('Knitwear, Pants, Rest')).toEqual({
      Knitwear: ['A-6'],
      Pants: ['A-3'],
      Rest: ['A-1', 'A-2', 'A-4', 'A-5', 'A-7'],
    });
  });

  it('takes the last word of a name for what the thing is', async () => {
    const plain = workbook(
      sheet([
        ['Style', 'Name', 'Price'],
        ['B-1', 'Linen Shirt Dress', 10],
        ['B-2', 'Tuxedo Dress Shirt', 12],
      ]),
    );
    const categories = await generateCategories([{ document_id: 'd', content: plain }], {
      hint: 'Shirts, Dresses',
    });
    const products = await extractProducts(plain, categories, { hint: 'Shirts, Dresses' });
    expect(products.map(({ category }) => category)).toEqual(['Dresses', 'Shirts']);
  });

  it('may name a single one', async () => {
    expect(await under('Knitwear')).toMatchObject({ Knitwear: ['A-6'] });
  });
});

describe('a hint that names nothing', () => {
  it('changes nothing and says so with each category', async () => {
    const categories = await generateCategories([{ document_id: 'd', content }], { hint: 'as usual  xyz' });
    expect(categories.map(({ name }) => name)).toEqual(AS_FOUND);
    for (const { reason } of categories)
      expect(reason).toBe('Column “Category”. The hint “as usual xyz” names nothing in this linesheet');
  });
});

describe('whatever a hint says', () => {
  const words = fc.constantFrom(
    'by',
    'gender',
    'Dresses',
    ',',
    'one level up',
    'no categories',
    '&',
    '\n',
    '“',
    'x',
  );
  it('each product is in one of the categories, and the counts agree', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.array(words).map((some) => some.join(' ')),
        ),
        async (hint) => {
          const categories = await generateCategories([{ document_id: 'd', content }], { hint });
          const groups = await under(hint);
          expect(categories.map(({ product_count: count }) => count)).toEqual(
            categories.map(({ name }) => groups[name]?.length),
          );
          expect(Object.values(groups).flat()).toHaveLength(7);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is read the same way whatever its case', () => {
    expect(readHint('USE THE COLUMN GENDER').rest).toBe(readHint('use the column gender').rest);
  });
});

describe('the singular', () => {
  it.each([
    ['dresses', 'dress'],
    ['dress', 'dress'],
    ['accessories', 'accessory'],
    ['blouses', 'blouse'],
    ['boxes', 'box'],
    ['trousers', 'trouser'],
    ['bus', 'bus'],
  ])('of %s is %s', (many, one) => {
    expect(singular(many)).toBe(one);
  });
});
