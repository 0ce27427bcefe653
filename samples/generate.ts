/**
 * Writes every sample file and the truth about it: `node samples/generate.ts [folder]`. The same source gives the same
 * files, so a difference in git is a difference in the catalogue or in how it is drawn.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { CATALOGUE } from './catalogue.ts';
import { coverLandscape, logoMark } from './drawing/artwork.ts';
import { type PrintedCategory, printLinesheet } from './layout/linesheet.ts';
import { linesheetCsv, linesheetSheet, ROW_PICTURE } from './linesheet-sheet.ts';
import { orderLines } from './order.ts';
import { orderSheet, orderTruth } from './order-sheet.ts';
import { printProducts } from './pictures.ts';
import { linesheetTruth, rowTruth } from './truth.ts';
import { writeWorkbook } from './workbook/workbook.ts';

const LINESHEET = 'harbour-and-vale-aw26-linesheet';
const STYLE_LIST = 'harbour-and-vale-aw26-style-list';
const ORDER = 'nordlicht-store-po-1187';

const asJson = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;

/** Small pictures for the workbook, twice as fine as they are shown. */
async function rowPictures(categories: readonly PrintedCategory[]): Promise<Map<string, Uint8Array>> {
  const small = new Map<string, Uint8Array>();
  for (const { product, picture } of categories.flatMap((category) => category.products)) {
    const resized = sharp(picture).resize(ROW_PICTURE.width * 2, ROW_PICTURE.height * 2, { fit: 'cover' });
    small.set(product.sku, await resized.jpeg({ quality: 76, mozjpeg: true }).toBuffer());
  }
  return small;
}

async function sampleFiles(): Promise<Record<string, Uint8Array | string>> {
  const categories: PrintedCategory[] = [];
  for (const category of CATALOGUE) categories.push({ category, products: await printProducts(category) });
  const printed = await printLinesheet(categories, {
    logo: await logoMark(),
    landscape: await coverLandscape(),
  });
  const { sheet, rows } = linesheetSheet(await rowPictures(categories));
  const lines = orderLines();
  return {
    [`${LINESHEET}.pdf`]: printed.bytes,
    [`truth/${LINESHEET}.pdf.truth.json`]: asJson(
      linesheetTruth(
        CATALOGUE,
        ['Category and delivery stand in the head of each page. The last page is a colour card and terms.'],
        (sku) => {
          const image = printed.placements.get(sku);
          return image && { page: image.page, image };
        },
      ),
    ),
    [`${LINESHEET}.xlsx`]: writeWorkbook([sheet]),
    [`truth/${LINESHEET}.xlsx.truth.json`]: asJson(
      linesheetTruth(
        CATALOGUE,
        ['A picture in column A of each row. Categories are merged rows. Colours with codes, one per line.'],
        (sku) => {
          const row = rows.get(sku);
          return row === undefined ? undefined : { sheet: sheet.name, row };
        },
      ),
    ),
    [`${STYLE_LIST}.csv`]: linesheetCsv(),
    [`truth/${STYLE_LIST}.csv.truth.json`]: asJson(rowTruth(CATALOGUE, ['One row per style and colour.'])),
    [`${ORDER}.xlsx`]: writeWorkbook([orderSheet(lines)]),
    [`truth/${ORDER}.xlsx.truth.json`]: asJson(orderTruth(lines)),
  };
}

const folder = process.argv[2] ?? import.meta.dirname;
await mkdir(join(folder, 'truth'), { recursive: true });
for (const [name, content] of Object.entries(await sampleFiles()))
  await writeFile(join(folder, name), content);
