/** The cover: an estuary at dusk with the brand's name above it. */
import { BRAND } from '../brand.ts';
import { drawLogo, FONT, PAGE, type Paper, write } from './paper.ts';

export function drawCover(paper: Paper, landscape: Buffer, logo: string): void {
  const { width, height, margin } = PAGE;
  const center = { width, align: 'center' } as const;
  paper.image(landscape, 0, 0, { cover: [width, height], align: 'center', valign: 'center' });
  drawLogo(paper, logo, width / 2 - 26, 92, 52);
  write(paper, BRAND.name.toUpperCase(), 0, 172, {
    ...center,
    font: FONT.serif,
    size: 39,
    tracking: 3.4,
    color: '#fbf6ec',
  });
  write(paper, BRAND.collection, 0, 228, { ...center, font: FONT.serifItalic, size: 17, color: '#f1dfc4' });
  paper
    .lineWidth(0.8)
    .strokeColor('#f1dfc4')
    .moveTo(width / 2 - 30, 262)
    .lineTo(width / 2 + 30, 262)
    .stroke();
  write(paper, BRAND.season.toUpperCase(), 0, 276, { ...center, size: 10, tracking: 2, color: '#fbf6ec' });
  write(paper, 'WHOLESALE LINESHEET', 0, 293, { ...center, size: 8, tracking: 1.6, color: '#f1dfc4' });
  const foot = { size: 8, color: '#d9cdb9' };
  write(paper, BRAND.address.join(', '), margin, height - 50, foot);
  write(paper, BRAND.sales, width - margin - 240, height - 50, { ...foot, width: 240, align: 'right' });
}
