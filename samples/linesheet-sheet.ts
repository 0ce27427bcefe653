/** The sample linesheet as spreadsheets: a workbook with a picture per row, and rows for CSV. */
import { BRAND } from './brand.ts';
import { CATALOGUE } from './catalogue.ts';
import type { SampleProduct } from './product.ts';
import type { Cell, Row, Sheet, SheetPicture } from './workbook/workbook.ts';

/** Pixels of a picture on the sheet. */
export const ROW_PICTURE = { width: 92, height: 110 } as const;

const HEADS = [
  'Picture',
  'Style No.',
  'Style Name',
  'Wholesale EUR',
  'RRP EUR',
  'Colours',
  'Sizes',
  'Composition',
  'Country of Origin',
  'Delivery',
];

function productRow(product: SampleProduct, delivery: string): Row {
  const text = (value: string): Cell => ({ value, style: 'text' });
  const colours = product.colours.map((colour) => `${colour.name} (${colour.code})`);
  return {
    height: 90,
    cells: [
      text(''),
      text(product.sku),
      text(product.name),
      { value: product.wholesale, style: 'money' },
      { value: product.rrp, style: 'money' },
      text(colours.join('\n')),
      text(product.sizes.printed),
      text(product.composition),
      text(product.origin),
      text(delivery),
    ],
  };
}

/** The workbook's sheet, and the row of each style number. `pictures` gives JPEG bytes by style number. */
export function linesheetSheet(pictures: ReadonlyMap<string, Uint8Array>): {
  sheet: Sheet;
  rows: Map<string, number>;
} {
  const rows: Row[] = [
    { height: 30, cells: [{ value: `${BRAND.name}  |  ${BRAND.season}`, style: 'title' }] },
    {
      cells: [
        { value: `Wholesale linesheet, prices in euros without VAT. Orders: ${BRAND.sales}`, style: 'label' },
      ],
    },
    { cells: [] },
    { height: 24, cells: HEADS.map((value): Cell => ({ value, style: 'head' })) },
  ];
  const merges = ['A1:J1', 'A2:J2'];
  const placed: SheetPicture[] = [];
  const found = new Map<string, number>();
  for (const category of CATALOGUE) {
    rows.push({
      height: 20,
      cells: HEADS.map((_, index): Cell => ({ value: index === 0 ? category.name : '', style: 'group' })),
    });
    merges.push(`A${rows.length}:J${rows.length}`);
    for (const product of category.products) {
      rows.push(productRow(product, category.delivery));
      found.set(product.sku, rows.length);
      const bytes = pictures.get(product.sku);
      if (bytes !== undefined) placed.push({ row: rows.length, column: 1, ...ROW_PICTURE, bytes });
    }
  }
  const widths = [14.5, 13, 25, 12, 12, 18, 20, 32, 14, 22];
  return {
    sheet: { name: `${BRAND.seasonShort} Linesheet`, widths, rows, merges, pictures: placed },
    rows: found,
  };
}

const CSV_HEADS = [
  'style_number',
  'style_name',
  'category',
  'colour_name',
  'colour_code',
  'size_range',
  'wholesale_price',
  'retail_price',
  'currency',
  'fabric',
  'country_of_origin',
  'season',
  'delivery',
];

function csvField(value: string): string {
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** The export of a wholesale platform: one row per style and colour, UTF-8 with a byte order mark. */
export function linesheetCsv(): string {
  const rows = CATALOGUE.flatMap((category) =>
    category.products.flatMap((product) =>
      product.colours.map((colour) => [
        product.sku,
        product.name,
        category.name,
        colour.name,
        colour.code,
        product.sizes.sizes.join('|'),
        product.wholesale.toFixed(2),
        product.rrp.toFixed(2),
        BRAND.currency,
        product.composition,
        product.origin,
        BRAND.season,
        category.delivery,
      ]),
    ),
  );
  return `\uFEFF${[CSV_HEADS, ...rows].map((row) => row.map(csvField).join(',')).join('\r\n')}\r\n`;
}
