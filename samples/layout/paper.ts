/** The page of the linesheet: size, margins, ink, and writing on it. */

export type Paper = PDFKit.PDFDocument;

/** A4 in points. */
export const PAGE = { width: 595.28, height: 841.89, margin: 40 } as const;
export const INNER_WIDTH = PAGE.width - 2 * PAGE.margin;

export const INK = {
  text: '#1f2732',
  quiet: '#6b7078',
  rule: '#d8d2c6',
  accent: '#a8553f',
  brand: '#24384f',
  paper: '#fbf9f5',
} as const;

/** The standard fonts of every PDF reader: nothing to embed, so the samples stay small. */
export const FONT = {
  serif: 'Times-Roman',
  serifItalic: 'Times-Italic',
  sans: 'Helvetica',
  sansBold: 'Helvetica-Bold',
} as const;

export interface Writing {
  font?: (typeof FONT)[keyof typeof FONT];
  size?: number;
  color?: string;
  /** Extra space between letters in points. */
  tracking?: number;
  /** Needed for text that wraps or is not left-aligned. */
  width?: number;
  align?: 'left' | 'right' | 'center';
  lineGap?: number;
}

/** Writes text whose top left corner (of the box `width` wide) is at x, y; returns where the next line begins. */
export function write(paper: Paper, text: string, x: number, y: number, writing: Writing = {}): number {
  const {
    font = FONT.sans,
    size = 7.5,
    color = INK.text,
    tracking = 0,
    width,
    align = 'left',
    lineGap = 0,
  } = writing;
  paper.font(font).fontSize(size).fillColor(color);
  paper.text(text, x, y, {
    characterSpacing: tracking,
    align,
    lineGap,
    ...(width === undefined ? { lineBreak: false } : { width }),
  });
  return width === undefined ? y + size * 1.25 : paper.y;
}

export function textWidth(paper: Paper, text: string, writing: Writing): number {
  return paper
    .font(writing.font ?? FONT.sans)
    .fontSize(writing.size ?? 7.5)
    .widthOfString(text, { characterSpacing: writing.tracking ?? 0 });
}

export function rule(paper: Paper, x: number, y: number, width: number, color: string = INK.rule): void {
  paper
    .lineWidth(0.6)
    .strokeColor(color)
    .moveTo(x, y)
    .lineTo(x + width, y)
    .stroke();
}

/** `€1,164.50`: the way prices are printed in an English linesheet. */
export function printedPrice(amount: number): string {
  return `€${amount.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
}

/** The logo, a PNG as a data URI, clipped to its circle. */
export function drawLogo(paper: Paper, logo: string, x: number, y: number, size: number): void {
  paper.save();
  paper.circle(x + size / 2, y + size / 2, size * 0.48).clip();
  paper.image(logo, x, y, { width: size, height: size });
  paper.restore();
}
