import { describe, expect, it } from 'vitest';
import { card, image, onPage, pages, run, widthOf } from '../testing/build.ts';
import { understand } from '../testing/understand.ts';

const COLUMNS = [40, 230, 420];

/** Nine cards in a grid under pictures that are not passed on: only the space they take is there. */
function gridPage(first: number, heading: string) {
  const cards = Array.from({ length: 9 }, (_, index) => {
    const number = first + index;
    const lines = [
      `Model ${'ABCDEFGHI'[index]} Dress`,
      `Style # MF-${number}`,
      `WHSL $${index + 20}.00 MSRP $${index + 50}.00`,
      'Colors: Navy / Rust',
      'Sizes: XS–L',
      '100% cotton',
    ];
    return card(COLUMNS[index % 3] ?? 0, 200 + Math.floor(index / 3) * 220, lines);
  });
  return [
    run(40, 24, 'ACME — AW26', { size: 10 }),
    run(270, 24, heading, { size: 10 }),
    run(430, 24, 'DELIVERY 7/30 – 8/30', { size: 10 }),
    ...cards.flat(),
  ];
}

describe('a grid of cards', () => {
  it('gives every card with all its values', async () => {
    const { products } = await understand(pages([gridPage(100, 'TOPS'), gridPage(200, 'DRESSES')]));
    expect(products.map(({ sku }) => sku)).toEqual([
      ...Array.from({ length: 9 }, (_, i) => `MF-${100 + i}`),
      ...Array.from({ length: 9 }, (_, i) => `MF-${200 + i}`),
    ]);
    expect(products[0]).toMatchObject({
      name: 'Model A Dress',
      category: 'TOPS',
      wholesale_price: 20,
      msrp: 50,
      currency: 'USD',
      colors: ['Navy', 'Rust'],
      sizes: ['XS', 'S', 'M', 'L'],
      material: '100% cotton',
      season: 'AW26',
      delivery: '7/30 – 8/30',
      page: 1,
    });
  });

  it('names the groups by the heads of the pages', async () => {
    const { categories } = await understand(pages([gridPage(100, 'TOPS'), gridPage(200, 'DRESSES')]));
    expect(categories.map(({ name, product_count, reason }) => [name, product_count, reason])).toEqual([
      ['TOPS', 9, 'Heading of page 1'],
      ['DRESSES', 9, 'Heading of page 2'],
    ]);
  });

  it('takes badges beside the cards for no group', async () => {
    const badges = [0, 1, 2].map((index) =>
      run((COLUMNS[index] ?? 0) + 110, 202, index === 1 ? 'CORE' : 'FRESH', { size: 5, color: '#ffffff' }),
    );
    const { categories } = await understand(
      pages([
        [...gridPage(100, 'TOPS'), ...badges],
        [...gridPage(200, 'DRESSES'), ...badges],
      ]),
    );
    expect(categories.map(({ name }) => name)).toEqual(['TOPS', 'DRESSES']);
  });

  it('says for every value how sure it is and where it stands', async () => {
    const { products } = await understand(pages([gridPage(100, 'TOPS')]));
    const [first] = products;
    for (const field of ['sku', 'name', 'wholesale_price', 'msrp', 'colors', 'sizes', 'material'] as const) {
      expect(first?.confidence[field]).toBeGreaterThan(0.5);
      expect(first?.places[field]).toMatchObject({ kind: 'page', number: 1 });
    }
    expect(first?.confidence.origin).toBeUndefined();
  });

  it('takes the new price where the old one is struck out, and none where it is to be decided', async () => {
    const runs = [
      ...card(40, 200, ['Sale Dress', 'Style # AB-1']),
      run(40, 220, 'WHSL'),
      run(58, 220, '$48.00', { struck: true }),
      run(84, 220, '$19.50', { color: '#bb0000' }),
      run(114, 220, 'MSRP $120.00'),
      ...card(230, 200, ['Late Coat', 'Style # AB-2', 'WHSL TBD']),
      ...card(420, 200, ['Plain Skirt', 'Style # AB-3', 'WHSL $30.00']),
    ];
    const { products } = await understand(pages([runs]));
    expect(products.map(({ wholesale_price, msrp }) => [wholesale_price, msrp])).toEqual([
      [19.5, 120],
      [null, null],
      [30, null],
    ]);
  });

  it('reads centred cards with unlabelled numbers, prices and sizes', async () => {
    const runs = Array.from({ length: 6 }, (_, index) => {
      const middle = 120 + (index % 3) * 180;
      const top = 220 + Math.floor(index / 3) * 260;
      const lines = [
        `AC${1040 + index}`,
        ['Olive Oil Soap', 'Linen Apron', 'Tea Towel', 'Bread Bag', 'Oven Mitt', 'Wide Bowl'][index] ?? '',
        `€${index + 5},50`,
        'S / M / L',
      ];
      return lines.map((text, line) =>
        run(middle - widthOf(text) / 2, top + line * 11, text, { bold: line === 1 }),
      );
    });
    const { products } = await understand(pages([runs.flat()]));
    expect(products.map(({ sku, name, wholesale_price }) => [sku, name, wholesale_price])).toEqual([
      ['AC1040', 'Olive Oil Soap', 5.5],
      ['AC1041', 'Linen Apron', 6.5],
      ['AC1042', 'Tea Towel', 7.5],
      ['AC1043', 'Bread Bag', 8.5],
      ['AC1044', 'Oven Mitt', 9.5],
      ['AC1045', 'Wide Bowl', 10.5],
    ]);
    expect(products[0]).toMatchObject({ currency: 'EUR', sizes: ['S', 'M', 'L'] });
  });

  it('keeps a name above the picture with the price below it', async () => {
    const pictures = Array.from({ length: 6 }, (_, index) =>
      onPage(1, COLUMNS[index % 3] ?? 0, 100 + Math.floor(index / 3) * 240, 140, 160),
    );
    const runs = pictures.flatMap((_, index) => {
      const [x, y] = [COLUMNS[index % 3] ?? 0, 100 + Math.floor(index / 3) * 240];
      return [
        run(x, y - 14, `Lamp ${'abcdef'[index]}`, { bold: true }),
        run(x, y + 164, `No. L-${index + 10}`),
        run(x, y + 174, `€ ${index + 10},00`),
      ];
    });
    const { products } = await understand(
      pages([runs]),
      pictures.map((place, index) => image(`p${index}`, place)),
    );
    expect(products.map(({ sku, name, wholesale_price }) => [sku, name, wholesale_price])).toEqual(
      Array.from({ length: 6 }, (_, index) => [`L-${index + 10}`, `Lamp ${'abcdef'[index]}`, index + 10]),
    );
  });

  it('reads labels that stand above their values', async () => {
    const runs = [0, 1, 2].flatMap((index) => {
      const x = COLUMNS[index] ?? 0;
      return [
        run(x, 300, `Chair ${'xyz'[index]}`, { size: 12 }),
        run(x, 318, `CH-${index + 100}`),
        run(x, 334, 'Wholesale', { size: 6 }),
        run(x + 70, 334, 'RRP', { size: 6 }),
        run(x, 342, `£${index + 40}.00`),
        run(x + 70, 342, `£${index + 90}.00`),
      ];
    });
    const { products } = await understand(pages([runs]));
    expect(products.map(({ wholesale_price, msrp, currency }) => [wholesale_price, msrp, currency])).toEqual([
      [40, 90, 'GBP'],
      [41, 91, 'GBP'],
      [42, 92, 'GBP'],
    ]);
  });
});

describe('a list with prices at the right', () => {
  it('takes one product a line and the headings between', async () => {
    const names = ['Comté', 'Beaufort', 'Cantal', 'Bresaola', 'Coppa', 'Speck'];
    const runs = names.flatMap((name, index) => {
      const y = 100 + index * 16 + (index >= 3 ? 40 : 0);
      return [run(40, y, name), run(480, y, `${index + 20},00 €`)];
    });
    const headings = [
      run(40, 78, 'Käse', { size: 12, bold: true }),
      run(40, 165, 'Wurst', { size: 12, bold: true }),
    ];
    const { products } = await understand(pages([[...headings, ...runs]]));
    expect(products.map(({ name, wholesale_price, category }) => [name, wholesale_price, category])).toEqual([
      ['Comté', 20, 'Käse'],
      ['Beaufort', 21, 'Käse'],
      ['Cantal', 22, 'Käse'],
      ['Bresaola', 23, 'Wurst'],
      ['Coppa', 24, 'Wurst'],
      ['Speck', 25, 'Wurst'],
    ]);
  });
});
