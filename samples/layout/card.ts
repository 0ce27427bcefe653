/** One product on the page: picture, style number, name, prices, colourways, sizes, composition and origin. */
import type { Colour } from '../brand.ts';
import type { SampleProduct } from '../product.ts';
import { FONT, INK, type Paper, printedPrice, textWidth, write } from './paper.ts';

/** A box in points from the top left of the page. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PrintedProduct {
  product: SampleProduct;
  /** JPEG bytes. */
  picture: Buffer;
}

const SMALL = { size: 7 };

function tagLabel(paper: Paper, label: string, right: number, y: number): void {
  const writing = { font: FONT.sansBold, size: 5.6, tracking: 0.7, color: '#ffffff' };
  const width = textWidth(paper, label, writing) + 9;
  paper.roundedRect(right - width, y - 1.4, width, 9.6, 4.8).fill(INK.accent);
  write(paper, label, right - width + 4.8, y + 1.1, writing);
}

function colourways(paper: Paper, colours: readonly Colour[], x: number, y: number, width: number): number {
  let [left, top] = [x, y];
  for (const colour of colours) {
    const label = `${colour.name} ${colour.code}`;
    const taken = 11 + textWidth(paper, label, SMALL) + 8;
    if (left > x && left + taken - 8 > x + width) [left, top] = [x, top + 11];
    paper.rect(left, top, 7.4, 7.4).lineWidth(0.4).fillAndStroke(colour.hex, '#8d8a83');
    write(paper, label, left + 11, top + 0.8, SMALL);
    left += taken;
  }
  return top + 12;
}

function prices(paper: Paper, product: SampleProduct, x: number, y: number): number {
  const label = { size: 6.4, color: INK.quiet, tracking: 0.3 };
  const amount = { font: FONT.sansBold, size: 8.6 };
  let left = x;
  for (const [name, value] of [
    ['WS', product.wholesale],
    ['RRP', product.rrp],
  ] as const) {
    write(paper, name, left, y + 1.6, label);
    left += textWidth(paper, name, label) + 3.4;
    write(paper, printedPrice(value), left, y, name === 'WS' ? amount : { ...amount, font: FONT.sans });
    left += textWidth(paper, printedPrice(value), amount) + 10;
  }
  return y + 13;
}

/** Draws the card into `box`; the picture takes `pictureHeight` at the top. Returns where the picture lies. */
export function drawCard(paper: Paper, printed: PrintedProduct, box: Box, pictureHeight: number): Box {
  const { product, picture } = printed;
  paper.image(picture, box.x, box.y, { width: box.width, height: pictureHeight });
  let y = box.y + pictureHeight + 7;
  write(paper, product.sku, box.x, y, { font: FONT.sansBold, size: 7, color: INK.quiet, tracking: 0.35 });
  if (product.tag !== null) tagLabel(paper, product.tag.toUpperCase(), box.x + box.width, y);
  y = write(paper, product.name, box.x, y + 9.6, { font: FONT.serif, size: 12.4 });
  y = prices(paper, product, box.x, y + 1.4);
  y = colourways(paper, product.colours, box.x, y, box.width);
  y = write(paper, `Sizes ${product.sizes.printed}`, box.x, y, SMALL);
  y = write(paper, product.composition, box.x, y + 0.6, SMALL);
  write(paper, `Made in ${product.origin}`, box.x, y + 0.6, { ...SMALL, color: INK.quiet });
  return { x: box.x, y: box.y, width: box.width, height: pictureHeight };
}
