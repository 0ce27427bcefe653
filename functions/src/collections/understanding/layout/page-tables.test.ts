import { describe, expect, it } from 'vitest';
import { pages, row, run } from '../testing/build.ts';
import { understand } from '../testing/understand.ts';

describe('a table on pages', () => {
  const X = [40, 120, 330, 420, 500];
  const header = row(100, X, ['Art.-Nr.', 'Bezeichnung', 'Farbe', 'EK', 'UVP'], { bold: true });
  const line = (y: number, n: number) =>
    row(y, X, [`10-${n}`, `Vase ${n} mit Rand`, n % 2 === 0 ? 'weiß' : 'schwarz', `${n},50`, `${n * 2},00`]);

  it('is read by its header, also on pages that do not repeat it', async () => {
    const first = Array.from({ length: 20 }, (_, i) => line(115 + i * 14, i + 1)).flat();
    const second = Array.from({ length: 20 }, (_, i) => line(60 + i * 14, i + 21)).flat();
    const { products } = await understand(
      pages([[run(40, 40, 'Preise in EUR'), ...header, ...first], second]),
    );
    expect(products).toHaveLength(40);
    expect(products[0]).toMatchObject({
      sku: '10-1',
      name: 'Vase 1 mit Rand',
      colors: ['schwarz'],
      wholesale_price: 1.5,
      msrp: 2,
      currency: 'EUR',
      page: 1,
    });
    expect(products[39]).toMatchObject({ sku: '10-40', wholesale_price: 40.5, msrp: 80, page: 2 });
  });

  it('joins a name that runs over two lines', async () => {
    const body = [
      ...line(115, 1),
      run(120, 124, 'und Henkel'),
      ...line(145, 2),
      run(120, 154, 'und Deckel'),
      ...line(175, 3),
    ];
    const { products } = await understand(pages([[...header, ...body]]));
    expect(products.map(({ name }) => name)).toEqual([
      'Vase 1 mit Rand und Henkel',
      'Vase 2 mit Rand und Deckel',
      'Vase 3 mit Rand',
    ]);
  });

  it('takes bold lines between rows as categories, and totals and notes as nothing', async () => {
    const body = [
      run(40, 115, 'Vasen', { bold: true, size: 10 }),
      ...line(130, 1),
      ...line(144, 2),
      run(40, 160, 'Schalen', { bold: true, size: 10 }),
      ...line(175, 3),
      run(40, 190, 'Summe'),
      run(420, 190, '7,50'),
    ];
    const { products, categories } = await understand(pages([[...header, ...body]]));
    expect(products.map(({ sku, category }) => [sku, category])).toEqual([
      ['10-1', 'Vasen'],
      ['10-2', 'Vasen'],
      ['10-3', 'Schalen'],
    ]);
    expect(categories[0]?.reason).toBe('Heading of page 1');
  });

  it('names the variants of a family by the title above their table', async () => {
    const columns = [240, 340, 440];
    const family = (y: number, title: string, code: number) => [
      run(240, y, title, { bold: true, size: 12 }),
      ...row(y + 18, columns, ['CAT. NO.', 'CAP ML', 'PRICE'], { bold: true }),
      ...row(y + 32, columns, [`${code}/15`, '15', '₹ 350']),
      ...row(y + 46, columns, [`${code}/25`, '25', '₹ 380']),
    ];
    const { products, categories } = await understand(
      pages([[...family(100, 'TALL CRUCIBLES', 1100), ...family(220, 'QUARTZ LIDS', 1120)]]),
    );
    expect(
      products.map(({ sku, name, sizes, wholesale_price, currency }) => [
        sku,
        name,
        sizes,
        wholesale_price,
        currency,
      ]),
    ).toEqual([
      ['1100/15', 'TALL CRUCIBLES', ['15 ml'], 350, 'INR'],
      ['1100/25', 'TALL CRUCIBLES', ['25 ml'], 380, 'INR'],
      ['1120/15', 'QUARTZ LIDS', ['15 ml'], 350, 'INR'],
      ['1120/25', 'QUARTZ LIDS', ['25 ml'], 380, 'INR'],
    ]);
    expect(categories.map(({ name }) => name)).toEqual(['TALL CRUCIBLES', 'QUARTZ LIDS']);
  });

  it('reads prices by size, with the currency at the left edge of the cells', async () => {
    const columns = [40, 70, 200, 230, 300, 330];
    const rows = ['PINK BABY', 'KENZA', 'RAHMA'].flatMap((name, i) =>
      row(115 + i * 14, columns, [`${i + 1}`, name, 'AED', '40', 'AED', '90']),
    );
    const heads = [
      run(36, 100, 'Sl no.', { bold: true }),
      run(70, 100, 'PERFUME', { bold: true }),
      run(215, 100, '100g', { bold: true }),
      run(315, 100, '250g', { bold: true }),
    ];
    const { products } = await understand(pages([[...heads, ...rows]]));
    expect(
      products.map(({ name, prices_by_size, wholesale_price, sizes, currency }) => [
        name,
        prices_by_size,
        wholesale_price,
        sizes,
        currency,
      ]),
    ).toEqual(
      ['PINK BABY', 'KENZA', 'RAHMA'].map((name) => [
        name,
        { '100g': 40, '250g': 90 },
        40,
        ['100g', '250g'],
        'AED',
      ]),
    );
  });

  it('takes the first of several prices by quantity', async () => {
    const columns = [40, 120, 330, 400, 470];
    const heads = row(100, columns, ['Part No', 'Description', '1-9', '10-49', '100+'], { bold: true });
    const body = [0, 1, 2].flatMap((i) =>
      row(116 + i * 14, columns, [`7000${i}`, `Hex bolt M${i + 4}`, '$4.00', '$3.00', '$2.00']),
    );
    const { products } = await understand(pages([[...heads, ...body]]));
    expect(products.map(({ sku, wholesale_price, msrp }) => [sku, wholesale_price, msrp])).toEqual([
      ['70000', 4, null],
      ['70001', 4, null],
      ['70002', 4, null],
    ]);
  });

  it('tells two tables side by side apart', async () => {
    const columns = [40, 110, 230, 320, 390, 510];
    const heads = row(100, columns, ['Code', 'Description', 'Price', 'Code', 'Description', 'Price'], {
      bold: true,
    });
    const body = [0, 1, 2].flatMap((i) =>
      row(116 + i * 14, columns, [
        `A-10${i}`,
        `Left ${i} thing`,
        `$${i + 1}.00`,
        `B-20${i}`,
        `Right ${i} thing`,
        `$${i + 5}.00`,
      ]),
    );
    const { products } = await understand(pages([[...heads, ...body]]));
    expect(new Set(products.map(({ sku }) => sku))).toEqual(
      new Set(['A-100', 'A-101', 'A-102', 'B-200', 'B-201', 'B-202']),
    );
  });
});
