/** The last page: the colour card of the season and the terms of the order. */
import { BRAND, COLOURS } from '../brand.ts';
import { drawPageFrame } from './category-page.ts';
import { FONT, INK, INNER_WIDTH, PAGE, type Paper, rule, write } from './paper.ts';

const TERMS: readonly (readonly [string, string])[] = [
  [
    'Orders',
    'Please order by style number, colour code and size. The opening order is at least €1,500.00, reorders at least €400.00.',
  ],
  [
    'Prices',
    'All prices are in euros without VAT, ex warehouse. Recommended retail prices are not binding. Prices hold until 31 March 2026.',
  ],
  [
    'Payment',
    'Thirty per cent with the order, the balance before dispatch. Accounts in good standing pay within 30 days.',
  ],
  [
    'Delivery',
    'Goods leave within the window printed above each group. We ship complete groups where possible; freight is free above €2,500.00.',
  ],
  [
    'Changes',
    'Orders can be changed until 28 February 2026. Styles that do not reach their minimum are confirmed or cancelled by 31 March 2026.',
  ],
  [
    'Claims',
    'Please report faults within ten days of arrival with a photograph. Returns need our number on the parcel.',
  ],
];

function drawColourCard(paper: Paper, top: number): number {
  const columns = 7;
  const colours = Object.values(COLOURS);
  const gap = 11;
  const width = (INNER_WIDTH - gap * (columns - 1)) / columns;
  const pitch = 76;
  for (const [index, colour] of colours.entries()) {
    const x = PAGE.margin + (index % columns) * (width + gap);
    const y = top + Math.floor(index / columns) * pitch;
    paper.rect(x, y, width, 44).lineWidth(0.4).fillAndStroke(colour.hex, '#c9c3b6');
    write(paper, colour.name, x, y + 49, { size: 7.4 });
    write(paper, colour.code, x, y + 59, { size: 6.6, color: INK.quiet });
  }
  return top + Math.ceil(colours.length / columns) * pitch;
}

function drawTerms(paper: Paper, top: number): void {
  const gap = 26;
  const width = (INNER_WIDTH - gap) / 2;
  for (const [index, [title, text]] of TERMS.entries()) {
    const x = PAGE.margin + (index % 2) * (width + gap);
    const y = top + Math.floor(index / 2) * 68;
    write(paper, title, x, y, { font: FONT.serif, size: 12 });
    write(paper, text, x, y + 17, { size: 7.8, width, lineGap: 2.2, color: INK.text });
  }
}

export function drawTermsPage(paper: Paper, logo: string, page: number): void {
  drawPageFrame(paper, logo, page);
  const heading = { font: FONT.serif, size: 27, color: INK.brand };
  write(paper, 'Colour card', PAGE.margin, 68, heading);
  rule(paper, PAGE.margin, 106, INNER_WIDTH, INK.brand);
  const below = drawColourCard(paper, 122);
  write(paper, 'How to order', PAGE.margin, below + 20, heading);
  rule(paper, PAGE.margin, below + 58, INNER_WIDTH, INK.brand);
  drawTerms(paper, below + 74);
  const contact = below + 74 + 3 * 68 + 14;
  paper.rect(PAGE.margin, contact, INNER_WIDTH, 62).fill(INK.paper);
  write(paper, 'Your order reaches us at', PAGE.margin + 18, contact + 15, {
    font: FONT.serifItalic,
    size: 11,
    color: INK.quiet,
  });
  write(paper, BRAND.sales, PAGE.margin + 18, contact + 33, { font: FONT.sansBold, size: 10 });
  write(paper, BRAND.address.join(', '), PAGE.width - PAGE.margin - 258, contact + 35, {
    size: 8,
    width: 240,
    align: 'right',
    color: INK.quiet,
  });
}
