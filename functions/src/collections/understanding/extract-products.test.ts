import type { Category } from '@docket/model/collection';
import type { ExtractedProduct } from '@docket/model/product';
import { describe, expect, it, vi } from 'vitest';
import type { DocumentContent, FilteredImage } from '../content.ts';
import { extractProducts } from './extract-products.ts';
import { generateCategories } from './generate-categories.ts';
import { card, image, onPage, pages, row, run, sheet, widthOf, workbook } from './testing/build.ts';

async function understand(
  content: DocumentContent,
  images: FilteredImage[] = [],
): Promise<{ categories: Category[]; products: ExtractedProduct[] }> {
  const categories = await generateCategories([{ document_id: 'd', content, images }]);
  return { categories, products: await extractProducts(content, categories, { images }) };
}

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
    expect(categories[0]?.reason).toBe('Heading in page 1');
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

describe('a workbook', () => {
  it('is read by headers anywhere, with categories in rows between', async () => {
    const content = workbook(
      sheet([
        ['ACME Autumn/Winter 2026'],
        [],
        ['Style No', 'Style Name', 'Colours', 'Size range', 'W/S £', 'RRP £', 'Composition'],
        ['MAIN'],
        ['A/01', 'Petra Shoe', 'Charcoal\nBlack', '36-38', 68, 150, '100% leather'],
        ['CAPSULE'],
        ['A/02', 'Calder Cap', 'Rust', 'One Size', 42, 105, '100% wool'],
        ['Total', '', '', '', 110, 255],
      ]),
    );
    const { products, categories } = await understand(content);
    expect(products).toHaveLength(2);
    expect(products[0]).toMatchObject({
      sku: 'A/01',
      category: 'MAIN',
      colors: ['Charcoal', 'Black'],
      sizes: ['36', '37', '38'],
      wholesale_price: 68,
      msrp: 150,
      currency: 'GBP',
      season: 'Autumn/Winter 2026',
    });
    expect(products[0]?.places.sku).toEqual({ kind: 'cell', sheet: 'Sheet1', row: 5, column: 1 });
    expect(categories.map(({ name, reason }) => [name, reason])).toEqual([
      ['MAIN', 'Heading in row 4 of sheet “Sheet1”'],
      ['CAPSULE', 'Heading in row 6 of sheet “Sheet1”'],
    ]);
  });

  it('takes one row a size as one product each, as order platforms export them', async () => {
    const header = [
      'Style Name',
      'Style Number',
      'Color',
      'Color Code',
      'Size',
      'UPC',
      'Wholesale (USD)',
      'Suggested Retail (USD)',
      'Category',
      'Country of Origin',
    ];
    const line = (size: string, upc: string) => [
      'Wide Pant',
      'WP100',
      'Navy',
      '410',
      size,
      upc,
      50,
      125,
      'Bottoms',
      'Peru',
    ];
    const { products } = await understand(
      workbook(sheet([header, line('S', '4006381333931'), line('M', '5901234123457')])),
    );
    expect(products[1]).toMatchObject({
      sku: 'WP100',
      name: 'Wide Pant',
      colors: ['Navy'],
      color_codes: ['410'],
      sizes: ['M'],
      wholesale_price: 50,
      msrp: 125,
      currency: 'USD',
      category: 'Bottoms',
      origin: 'Peru',
    });
  });

  it('carries a title over the variant rows of a shop export', async () => {
    const { products } = await understand(
      workbook(
        sheet([
          [
            'Handle',
            'Title',
            'Body (HTML)',
            'Vendor',
            'Type',
            'Option1 Name',
            'Option1 Value',
            'Variant SKU',
            'Variant Price',
            'Image Src',
          ],
          [
            'mug',
            'Stone Mug',
            '<p>Nice</p>',
            'ACME',
            'Mugs',
            'Size',
            '250 ml',
            'MUG-S',
            '12.00',
            'https://example.com/a.jpg',
          ],
          ['mug', '', '', '', '', '', '400 ml', 'MUG-L', '15.00', ''],
          ['mug', '', '', '', '', '', '', '', '', 'https://example.com/b.jpg'],
        ]),
      ),
    );
    expect(
      products.map(({ sku, name, category, wholesale_price, sizes }) => [
        sku,
        name,
        category,
        wholesale_price,
        sizes,
      ]),
    ).toEqual([
      ['MUG-S', 'Stone Mug', 'Mugs', 12, ['250 ml']],
      ['MUG-L', 'Stone Mug', 'Mugs', 15, ['400 ml']],
    ]);
  });

  it('takes the boxes of an order form as the sizes on offer', async () => {
    const { products } = await understand(
      workbook(
        sheet([
          ['Ref', 'Désignation', 'Coloris', 'Prix HT', 'XS', 'S', 'M', 'L'],
          ['R1-200', 'Robe Lin', 'Écru', '45,00 €'],
          ['R1-201', 'Jupe Lin', 'Noir', '39,00 €'],
        ]),
      ),
    );
    expect(products[0]).toMatchObject({
      sku: 'R1-200',
      name: 'Robe Lin',
      colors: ['Écru'],
      wholesale_price: 45,
      currency: 'EUR',
      sizes: ['XS', 'S', 'M', 'L'],
    });
  });

  it('prefers article numbers to barcodes and never takes a running number', async () => {
    const { products } = await understand(
      workbook(
        sheet([
          ['No.', 'EAN', 'Item code', 'Item', 'Price'],
          [1, '4006381333931', 'K-77', 'Kettle', 12],
          [2, '5901234123457', 'K-78', 'Pan', 14],
          [3, '4012345123456', 'K-79', 'Pot', 16],
        ]),
      ),
    );
    expect(products.map(({ sku }) => sku)).toEqual(['K-77', 'K-78', 'K-79']);
  });

  it('without a header is read by what the columns look like', async () => {
    const rows = ['Kettle', 'Frying Pan', 'Stock Pot', 'Tea Strainer'].map((name, i) => [
      `KX-${i + 10}`,
      name,
      `$${i + 12}.00`,
    ]);
    const { products } = await understand(workbook(sheet(rows)));
    expect(products.map(({ sku, name, wholesale_price }) => [sku, name, wholesale_price])).toEqual([
      ['KX-10', 'Kettle', 12],
      ['KX-11', 'Frying Pan', 13],
      ['KX-12', 'Stock Pot', 14],
      ['KX-13', 'Tea Strainer', 15],
    ]);
  });

  it('names groups by sheets when nothing better does', async () => {
    const rows = (code: string) => [
      ['Style', 'Name', 'Price'],
      [`${code}-1`, `${code} one`, 10],
      [`${code}-2`, `${code} two`, 12],
    ];
    const { categories } = await understand(workbook(sheet(rows('T'), 'Tops'), sheet(rows('B'), 'Bottoms')));
    expect(categories.map(({ name, product_count }) => [name, product_count])).toEqual([
      ['Tops', 2],
      ['Bottoms', 2],
    ]);
  });
});

describe('a document without products', () => {
  const terms = [
    'Terms and Conditions',
    'Prices are in US dollars and subject to change.',
    'Minimum order $750 opening, $350 reorder.',
    'Payment within 30 days of the date of invoice.',
    'Contact: orders@example.com',
  ];

  it('gives none, whatever its text', async () => {
    const letter = pages([terms.map((text, index) => run(40, 60 + index * 14, text))]);
    expect((await understand(letter)).products).toEqual([]);
    expect((await understand(pages([[]]))).products).toEqual([]);
    expect((await understand(workbook(sheet([])))).products).toEqual([]);
    expect(
      (
        await understand(
          workbook(
            sheet([
              ['Name', 'Phone'],
              ['Ann', '0123'],
              ['Bob', '0456'],
            ]),
          ),
        )
      ).products,
    ).toEqual([]);
    expect(
      (await understand(workbook(sheet(Array.from({ length: 20 }, (_, i) => [i * 3, i * 7, i / 4])))))
        .products,
    ).toEqual([]);
  });
});

describe('a long document', () => {
  const X = [40, 120, 400];
  const page = (first: number) => [
    ...row(60, X, ['Code', 'Description', 'Price']),
    ...Array.from({ length: 50 }, (_, i) =>
      row(76 + i * 14, X, [`AB-${first + i}`, `Thing number ${first + i}`, `$${i + 1}.00`]),
    ).flat(),
  ];
  const content = pages(Array.from({ length: 40 }, (_, index) => page(1000 + index * 50)));

  it('reports its progress and never holds the process up', async () => {
    const onProgress = vi.fn<(done: number, of: number, unit: string) => void>();
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const products = await extractProducts(content, [], { onProgress });
    clearInterval(timer);
    expect(products).toHaveLength(2000);
    expect(onProgress).toHaveBeenLastCalledWith(40, 40, 'Page');
    expect(longest).toBeLessThan(400);
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    const work = extractProducts(content, [], { signal: controller.signal });
    controller.abort(new Error('cancelled'));
    await expect(work).rejects.toThrow('cancelled');
  });
});
