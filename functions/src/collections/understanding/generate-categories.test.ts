import { describe, expect, it } from 'vitest';
import { categoryId, generateCategories } from './generate-categories.ts';
import { sheet, workbook } from './testing/build.ts';

const content = workbook(
  sheet([
    ['Style', 'Name', 'Price', 'Category', 'Collection'],
    ['A-1', 'Petra Shirt', 10, 'TOPS', 'Harbour'],
    ['A-2', 'Ines Tee', 12, 'Tops ', 'Moor'],
    ['A-3', 'Wide Pant', 14, 'Bottoms', 'Harbour'],
  ]),
);
const sources = [{ document_id: 'one', content }];

describe('categories', () => {
  it('are named as first printed, in order, and counted', async () => {
    expect(
      (await generateCategories(sources)).map(({ id, name, product_count, reason }) => [
        id,
        name,
        product_count,
        reason,
      ]),
    ).toEqual([
      ['tops', 'TOPS', 2, 'Column “Category”'],
      ['bottoms', 'Bottoms', 1, 'Column “Category”'],
    ]);
  });

  it('follow a hint to another column', async () => {
    const categories = await generateCategories(sources, { hint: 'collection' });
    expect(categories.map(({ name }) => name)).toEqual(['Harbour', 'Moor']);
  });

  it('follow a hint that names them, in its order', async () => {
    const categories = await generateCategories(sources, { hint: 'Moor, Harbour' });
    expect(categories.map(({ name, product_count }) => [name, product_count])).toEqual([
      ['Moor', 1],
      ['Harbour', 2],
    ]);
  });

  it('stay as they are when a hint says nothing, and say so', async () => {
    const plain = await generateCategories(sources);
    expect(await generateCategories(sources, { hint: ' ' })).toEqual(plain);
    expect(await generateCategories(sources, { hint: 'xyz' })).toEqual(
      plain.map((category) => ({
        ...category,
        reason: `${category.reason}. The hint “xyz” names nothing in this linesheet`,
      })),
    );
  });

  it('of several documents are put together by name', async () => {
    const both = await generateCategories([...sources, { document_id: 'two', content }]);
    expect(both.map(({ name, product_count }) => [name, product_count])).toEqual([
      ['TOPS', 4],
      ['Bottoms', 2],
    ]);
  });

  it('do not exist where nothing is grouped', async () => {
    const plain = workbook(
      sheet([
        ['Style', 'Name', 'Price'],
        ['A-1', 'Petra Shirt', 10],
      ]),
    );
    expect(await generateCategories([{ document_id: 'd', content: plain }])).toEqual([]);
    expect(await generateCategories([])).toEqual([]);
  });

  it('have an id in any script', () => {
    expect(categoryId('Dresses & Skirts')).toBe('dresses-skirts');
    expect(categoryId('Сыры')).toBe('сыры');
    expect(categoryId('—')).toBe('unnamed');
  });
});
