/** The pages of a category: head with logo, heading with its delivery window, a grid of cards, foot. */
import { BRAND } from '../brand.ts';
import type { SampleCategory } from '../product.ts';
import { type Box, drawCard, type PrintedProduct } from './card.ts';
import { drawLogo, FONT, INK, INNER_WIDTH, PAGE, type Paper, rule, write } from './paper.ts';

const GRID = { top: 132, bottom: 800, columnGap: 17, rowGap: 14 };
/** What the lines of text below a picture need, in points. */
const TEXT_HEIGHT = 97;

/** Width and height of the pictures on a page with so many columns and rows of cards. */
export function pictureSize(columns: number, rows: number): { width: number; height: number } {
  const width = (INNER_WIDTH - GRID.columnGap * (columns - 1)) / columns;
  const card = (GRID.bottom - GRID.top - GRID.rowGap * (rows - 1)) / rows;
  return { width, height: card - TEXT_HEIGHT };
}

/** Head and foot that every page but the cover has. */
export function drawPageFrame(paper: Paper, logo: string, page: number): void {
  const { margin, width } = PAGE;
  drawLogo(paper, logo, margin, 28, 24);
  write(paper, BRAND.name.toUpperCase(), margin + 32, 36, { font: FONT.serif, size: 10.5, tracking: 1.4 });
  const season = { size: 7, color: INK.quiet, width: 240, align: 'right' } as const;
  write(paper, `${BRAND.season}  |  Wholesale linesheet`, width - margin - 240, 38, season);
  const foot = PAGE.height - 29;
  rule(paper, margin, foot - 7, INNER_WIDTH);
  write(paper, 'Wholesale (WS) and recommended retail prices (RRP) in EUR, excluding VAT', margin, foot, {
    size: 6.4,
    color: INK.quiet,
  });
  write(paper, String(page), width - margin - 60, foot, {
    size: 6.8,
    color: INK.quiet,
    width: 60,
    align: 'right',
  });
}

function drawHeading(paper: Paper, category: SampleCategory): void {
  const { margin, width } = PAGE;
  write(paper, category.name, margin, 68, { font: FONT.serif, size: 27, color: INK.brand });
  write(paper, category.note, margin, 101, { font: FONT.serifItalic, size: 9.6, color: INK.quiet });
  const right = { width: 200, align: 'right' } as const;
  write(paper, 'DELIVERY', width - margin - 200, 78, { ...right, size: 6, tracking: 1, color: INK.quiet });
  write(paper, category.delivery, width - margin - 200, 87, { ...right, size: 8.6, font: FONT.sansBold });
  rule(paper, margin, 119, INNER_WIDTH, INK.brand);
}

/** Draws one page with at most columns × rows products; returns the box of each picture in the same order. */
export function drawCategoryPage(
  paper: Paper,
  category: SampleCategory,
  products: readonly PrintedProduct[],
  logo: string,
  page: number,
): Box[] {
  drawPageFrame(paper, logo, page);
  drawHeading(paper, category);
  const picture = pictureSize(category.columns, category.rows);
  const pitch = picture.height + TEXT_HEIGHT + GRID.rowGap;
  return products.map((printed, index) => {
    const column = index % category.columns;
    const row = Math.floor(index / category.columns);
    const box: Box = {
      x: PAGE.margin + column * (picture.width + GRID.columnGap),
      y: GRID.top + row * pitch,
      width: picture.width,
      height: picture.height + TEXT_HEIGHT,
    };
    return drawCard(paper, printed, box, picture.height);
  });
}
