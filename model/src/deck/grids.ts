/** The measures of each layout: how cards are laid on a slide, and what is where on a card. Points throughout. */
import type { DeckLayout } from '../deck.ts';
import type { Box } from '../geometry.ts';
import { SLIDE } from './elements.ts';

/** Left and right of everything on a slide. */
export const MARGIN = 48;
/** Between the header and the footer. */
const CONTENT: Box = { x: MARGIN, y: 62, width: SLIDE.width - 2 * MARGIN, height: 432 };

/** How the fields of an item are set. */
export type DetailStyle =
  /** A row a field: label and value, in one or two columns of rows, with hairlines between rows or without. */
  | { kind: 'rows'; columns: 1 | 2; labelWidth: number; size: number; gap: number; rules: boolean }
  /** Lines without labels, for small cards. */
  | { kind: 'lines'; size: number; gap: number };

export interface CardStyle {
  columns: number;
  rows: number;
  columnGap: number;
  rowGap: number;
  /** The picture is beside the text, or above it. */
  picture: { side: 'left'; width: number } | { side: 'top'; height: number };
  /** Between picture and text. */
  gap: number;
  /** Between the frame and the picture in it. */
  inset: number;
  nameSizes: readonly number[];
  nameGap: number;
  /** Lines that one field may take. */
  fieldLines: number;
  details: DetailStyle;
  tagSize: number;
}

export const CARD_STYLES: Record<DeckLayout, CardStyle> = {
  1: {
    columns: 1,
    rows: 1,
    columnGap: 0,
    rowGap: 0,
    picture: { side: 'left', width: 496 },
    gap: 44,
    inset: 18,
    nameSizes: [28, 26, 24, 22, 20],
    nameGap: 20,
    fieldLines: 5,
    details: { kind: 'rows', columns: 1, labelWidth: 92, size: 12.5, gap: 13, rules: true },
    tagSize: 10,
  },
  2: {
    columns: 2,
    rows: 1,
    columnGap: 32,
    rowGap: 0,
    picture: { side: 'top', height: 270 },
    gap: 14,
    inset: 12,
    nameSizes: [18, 17, 16, 15],
    nameGap: 8,
    fieldLines: 3,
    details: { kind: 'rows', columns: 2, labelWidth: 60, size: 10.5, gap: 3.5, rules: false },
    tagSize: 9,
  },
  4: {
    columns: 2,
    rows: 2,
    columnGap: 32,
    rowGap: 24,
    picture: { side: 'left', width: 186 },
    gap: 18,
    inset: 9,
    nameSizes: [15, 14, 13],
    nameGap: 7,
    fieldLines: 3,
    details: { kind: 'rows', columns: 1, labelWidth: 58, size: 10, gap: 3, rules: false },
    tagSize: 8,
  },
  6: {
    columns: 3,
    rows: 2,
    columnGap: 24,
    rowGap: 24,
    picture: { side: 'left', width: 126 },
    gap: 12,
    inset: 6,
    nameSizes: [12.5, 12, 11.5, 11],
    nameGap: 5,
    fieldLines: 3,
    details: { kind: 'lines', size: 9, gap: 3 },
    tagSize: 7.5,
  },
  9: {
    columns: 3,
    rows: 3,
    columnGap: 24,
    rowGap: 18,
    picture: { side: 'left', width: 116 },
    gap: 12,
    inset: 5,
    nameSizes: [11, 10.5, 10],
    nameGap: 4,
    fieldLines: 2,
    details: { kind: 'lines', size: 8.5, gap: 2 },
    tagSize: 7,
  },
};

/** The place of the card with the 0-based `index`, row by row. A slide with fewer cards uses the same places. */
export function cardBox(style: CardStyle, index: number): Box {
  const width = (CONTENT.width - (style.columns - 1) * style.columnGap) / style.columns;
  const height = (CONTENT.height - (style.rows - 1) * style.rowGap) / style.rows;
  return {
    x: CONTENT.x + (index % style.columns) * (width + style.columnGap),
    y: CONTENT.y + Math.floor(index / style.columns) * (height + style.rowGap),
    width,
    height,
  };
}

/** The parts of a card: the frame of the picture, and the place for text. */
export function cardParts(box: Box, { picture, gap }: CardStyle): { frame: Box; text: Box } {
  if (picture.side === 'left') {
    const left = picture.width + gap;
    return {
      frame: { ...box, width: picture.width },
      text: { ...box, x: box.x + left, width: box.width - left },
    };
  }
  const top = picture.height + gap;
  return {
    frame: { ...box, height: picture.height },
    text: { ...box, y: box.y + top, height: box.height - top },
  };
}
