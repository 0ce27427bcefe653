import { describe, expect, it } from 'vitest';
import { sheet, workbook } from '../testing/build.ts';
import { understand } from '../testing/understand.ts';

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
