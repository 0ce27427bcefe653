/**
 * What a deck consists of once it is laid out: slides with elements in drawing order, each with its place in points from
 * the slide's upper left corner. Whoever draws a deck (the preview, PPTX, PDF) draws these and decides nothing.
 */
import type { Box } from '../geometry.ts';
import type { Color } from './colors.ts';
import type { TextWeight } from './measure.ts';

/** The size of every slide in points: 13.333 × 7.5 inches, the widescreen of presentation programs. */
export const SLIDE = { width: 960, height: 540 } as const;

/** The names under which the deck's font is found; all have the same widths. */
export const DECK_FONT_FAMILY = 'Arial, Arimo, "Liberation Sans", Helvetica, sans-serif';

/** From one baseline to the next, in font sizes. */
export const LINE_HEIGHT = 1.2;
/** From the upper edge of a line to its baseline, in font sizes: the font's ascent and half of the line's extra room. */
const BASELINE = 0.95;

/** A filled rectangle, with an outline or without. */
export interface DeckRectangle {
  kind: 'rectangle';
  box: Box;
  fill: Color;
  outline: { color: Color; width: number } | null;
}

/** A straight line, horizontal or vertical. */
export interface DeckLine {
  kind: 'line';
  from: { x: number; y: number };
  to: { x: number; y: number };
  color: Color;
  width: number;
}

/** Which picture is meant: that of an item, by the id of the picture, or the deck's logo. */
export type PictureSource = { kind: 'item'; image_id: string } | { kind: 'logo' };

/**
 * A picture. `crop` is the part of it that is shown, in fractions of its width and height; `box` has exactly the
 * proportions of that part, so that drawing the one into the other never stretches.
 */
export interface DeckPicture {
  kind: 'picture';
  source: PictureSource;
  box: Box;
  crop: Box;
  /** What the picture shows, for those who cannot see it. */
  alt: string;
}

/**
 * A text, broken into lines. The first line's upper edge is the box's; lines are `size * LINE_HEIGHT` apart, see
 * `baselineOf`. No line is wider than the box.
 */
export interface DeckText {
  kind: 'text';
  /** `title`: what the slide is called, once a slide. `name`: of an item. `page`: page number and footer. */
  role: 'title' | 'name' | 'body' | 'page';
  box: Box;
  lines: string[];
  size: number;
  weight: TextWeight;
  color: Color;
  align: 'left' | 'center' | 'right';
}

export type DeckElement = DeckRectangle | DeckLine | DeckPicture | DeckText;

/** One slide. `title` is unique to readers of outlines: "Coats, 2 of 3". */
export interface DeckSlide {
  kind: 'cover' | 'divider' | 'items';
  /** 1-based. */
  number: number;
  title: string;
  /** The section that the slide belongs to; null: none. */
  section: string | null;
  background: Color;
  elements: DeckElement[];
  /** The items that the slide presents, in order. */
  item_ids: string[];
}

/** The y coordinate of the baseline of a text's line with the 0-based `index`. */
export function baselineOf(text: Pick<DeckText, 'box' | 'size'>, index: number): number {
  return text.box.y + (index * LINE_HEIGHT + BASELINE) * text.size;
}
