import { describe, expect, it } from 'vitest';
import { image, onPage, pages, run, widthOf } from '../testing/build.ts';
import { understand } from '../testing/understand.ts';

const COLUMNS = [40, 230, 420];

describe('a picture catalogue', () => {
  const captions = ['Measuring cup', 'Brush holder', 'Ring holder', 'Dinner ware', 'Pet bowl', 'Coaster'];
  const places = captions.map((_, index) =>
    onPage(1, COLUMNS[index % 3] ?? 0, 120 + Math.floor(index / 3) * 200, 130, 130),
  );
  const texts = captions.map((text, index) =>
    run((COLUMNS[index % 3] ?? 0) + 65 - widthOf(text) / 2, 258 + Math.floor(index / 3) * 200, text),
  );

  it('gives captioned pictures as products, in reading order', async () => {
    const content = pages([[run(40, 40, 'Ceramic Items', { size: 24, bold: true }), ...texts.toReversed()]]);
    const { products } = await understand(
      content,
      places.map((place, index) => image(`p${index}`, place)),
    );
    expect(products.map(({ name }) => name)).toEqual(captions);
    expect(products[0]).toMatchObject({ category: 'Ceramic Items', currency: null, sku: null });
  });

  it('has no products where text stands without pictures', async () => {
    const { products } = await understand(
      pages([[run(40, 40, 'Ceramic Items', { size: 24, bold: true }), ...texts]]),
    );
    expect(products).toEqual([]);
  });
});
