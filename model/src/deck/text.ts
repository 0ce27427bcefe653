/** Makes text elements: the text is broken to the width of its box, and the box becomes as high as its lines. */
import { breakLines, fitText } from './break-lines.ts';
import type { Color } from './colors.ts';
import { type DeckText, LINE_HEIGHT } from './elements.ts';
import type { TextWeight } from './measure.ts';

/** Where a text begins and how wide it may be, in points. */
export interface TextPlace {
  x: number;
  y: number;
  width: number;
}

export interface TextLook {
  role: DeckText['role'];
  /** Sizes to try, largest first: the largest at which all of the text fits is taken. */
  sizes: readonly number[];
  weight: TextWeight;
  color: Color;
  align?: DeckText['align'];
}

/** `text` in at most `maxLines` lines at `place`; null when it says nothing. */
export function textElement(
  text: string,
  place: TextPlace,
  maxLines: number,
  { role, sizes, weight, color, align = 'left' }: TextLook,
): DeckText | null {
  const { lines, size } = fitText(text, weight, sizes, place.width, maxLines);
  if (lines.length === 0) return null;
  const box = { ...place, height: lines.length * size * LINE_HEIGHT };
  return { kind: 'text', role, box, lines, size, weight, color, align };
}

/** How many lines `text` takes. */
export function lineCount(text: string, size: number, weight: TextWeight, width: number): number {
  return breakLines(text, { size, weight }, width, Number.POSITIVE_INFINITY).lines.length;
}

/** The y coordinate below an element that may not be there. */
export function below(element: DeckText | null, y: number): number {
  return element === null ? y : element.box.y + element.box.height;
}
