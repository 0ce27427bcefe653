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
  /** The picture is beside the text or above it; its frame is at most this large. */
  picture: { side: 'left' | 'top'; width: number; height: number };
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

const CARD_STYLES: Record<DeckLayout, CardStyle> = {
  1: {
    columns: 1,
    rows: 1,
    columnGap: 0,
    rowGap: 0,
    picture: { side: 'left', width: 496, height: 432 },
    gap: 44,
    inset: 18,
    nameSizes: [28, 26, 24, 22, 20, 18],
    nameGap: 20,
    fieldLines: 8,
    details: { kind: 'rows', columns: 1, labelWidth: 92, size: 12.5, gap: 13, rules: true },
    tagSize: 10,
  },
  2: {
    columns: 2,
    rows: 1,
    columnGap: 32,
    rowGap: 0,
    picture: { side: 'top', width: 416, height: 270 },
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
    picture: { side: 'left', width: 208, height: 204 },
    gap: 18,
    inset: 9,
    nameSizes: [15, 14, 13],
    nameGap: 7,
    fieldLines: 3,
    details: { kind: 'rows', columns: 1, labelWidth: 58, size: 10, gap: 2.5, rules: false },
    tagSize: 8,
  },
  6: {
    columns: 3,
    rows: 2,
    columnGap: 24,
    rowGap: 24,
    picture: { side: 'left', width: 136, height: 204 },
    gap: 12,
    inset: 6,
    nameSizes: [12.5, 12, 11.5, 11],
    nameGap: 5,
    fieldLines: 3,
    details: { kind: 'lines', size: 9.5, gap: 3 },
    tagSize: 7.5,
  },
  9: {
    columns: 3,
    rows: 3,
    columnGap: 24,
    rowGap: 18,
    picture: { side: 'left', width: 118, height: 132 },
    gap: 12,
    inset: 5,
    nameSizes: [11, 10.5, 10],
    nameGap: 4,
    fieldLines: 2,
    details: { kind: 'lines', size: 8.5, gap: 2 },
    tagSize: 7,
  },
};

/** Layout 2 with pictures that are higher than wide. */
const TWO_UPRIGHT: CardStyle = {
  ...CARD_STYLES[2],
  picture: { side: 'left', width: 232, height: 432 },
  gap: 18,
  details: { kind: 'rows', columns: 1, labelWidth: 60, size: 10.5, gap: 5, rules: false },
};

/** Fields of an item up to which its card is left to the picture. */
const FEW_FIELDS = 2;
/** Pictures narrower than this, as width by height, count as upright. */
const UPRIGHT = 0.9;

/** How cards are set in a deck with frames of the proportions `aspect`, and no item with more than `fields` fields. */
export function cardStyle(layout: DeckLayout, aspect: number, fields: number): CardStyle {
  const style = CARD_STYLES[layout];
  const few = fields <= FEW_FIELDS;
  switch (layout) {
    case 1:
      return style;
    case 2:
      if (aspect < UPRIGHT) return TWO_UPRIGHT;
      return few ? { ...style, picture: { ...style.picture, height: 336 } } : style;
    case 4:
      return few ? { ...style, picture: { ...style.picture, width: 244 } } : style;
    case 6:
      if (!few) return style;
      return aspect < UPRIGHT
        ? { ...style, picture: { ...style.picture, width: 148 } }
        : { ...style, picture: { side: 'top', width: 272, height: 138 }, gap: 9 };
    case 9:
      return few ? { ...style, picture: { ...style.picture, width: 146 } } : style;
  }
}

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

/** The parts of a card whose frame has the proportions `aspect`: the frame of the picture, and the place for text. */
export function cardParts(box: Box, { picture, gap }: CardStyle, aspect: number): { frame: Box; text: Box } {
  if (picture.side === 'top') {
    const top = picture.height + gap;
    return {
      frame: { ...box, height: picture.height },
      text: { ...box, y: box.y + top, height: box.height - top },
    };
  }
  const width = Math.min(picture.width, picture.height * aspect);
  const left = width + gap;
  return {
    frame: { ...box, width, height: width / aspect },
    text: { ...box, x: box.x + left, width: box.width - left },
  };
}

/** Frames are no narrower and no flatter than this. */
const ASPECTS = { least: 0.7, most: 1.4 } as const;

/**
 * Width by height of the frames of a deck: of most of its pictures, so that little of a frame stays empty. The same for
 * all slides, so that the grid is.
 */
export function frameAspect(pictures: readonly { width: number; height: number }[]): number {
  const aspects = pictures.map(({ width, height }) => width / height).sort((a, b) => a - b);
  const median = aspects[Math.floor(aspects.length / 2)] ?? 1;
  return Math.min(ASPECTS.most, Math.max(ASPECTS.least, median));
}
