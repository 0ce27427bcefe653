/** Sets a catalogue as a linesheet in PDF. */
import { buffer } from 'node:stream/consumers';
import PdfPaper from 'pdfkit';
import { BRAND } from '../brand.ts';
import type { SampleCategory } from '../product.ts';
import type { Box, PrintedProduct } from './card.ts';
import { drawCategoryPage } from './category-page.ts';
import { drawCover } from './cover.ts';
import type { Paper } from './paper.ts';
import { drawTermsPage } from './terms-page.ts';

export interface PrintedCategory {
  category: SampleCategory;
  products: readonly PrintedProduct[];
}

export interface Artwork {
  /** PNG bytes. */
  logo: Buffer;
  /** JPEG bytes. */
  landscape: Buffer;
}

/** Where the picture of a product was printed: 1-based page, box in points from the top left. */
export interface Placement extends Box {
  page: number;
}

export interface Linesheet {
  bytes: Buffer;
  /** By style number. */
  placements: Map<string, Placement>;
  pages: number;
}

/** A fixed date, so that the same catalogue gives the same bytes. */
const PRINTED_AT = new Date('2026-01-12T09:00:00Z');

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}

/** Cover, the pages of each category, colour card and terms. */
export async function printLinesheet(
  categories: readonly PrintedCategory[],
  artwork: Artwork,
): Promise<Linesheet> {
  const paper: Paper = new PdfPaper({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    info: {
      Title: `${BRAND.name} ${BRAND.seasonShort} linesheet`,
      Author: BRAND.name,
      CreationDate: PRINTED_AT,
      ModDate: PRINTED_AT,
    },
  });
  const written = buffer(paper);
  // pdfkit keeps one copy of a picture that is named by the same text, and one per use of a picture given as bytes.
  const logo = `data:image/png;base64,${artwork.logo.toString('base64')}`;
  const placements = new Map<string, Placement>();
  let page = 0;
  const turn = () => {
    paper.addPage();
    page += 1;
  };

  turn();
  drawCover(paper, artwork.landscape, logo);
  for (const { category, products } of categories) {
    for (const printed of chunks(products, category.columns * category.rows)) {
      turn();
      const boxes = drawCategoryPage(paper, category, printed, logo, page);
      for (const [index, box] of boxes.entries()) {
        const sku = printed[index]?.product.sku;
        if (sku !== undefined) placements.set(sku, { page, ...box });
      }
    }
  }
  turn();
  drawTermsPage(paper, logo, page);
  paper.end();
  return { bytes: await written, placements, pages: page };
}
