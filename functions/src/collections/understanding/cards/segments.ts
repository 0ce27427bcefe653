/** Joins the phrases of a card into the statements that its lines make. Pure. */
import { right } from '../layout/box.ts';
import { linesOf, type Phrase } from '../layout/phrases.ts';

/** Text that stands together on a line of a card. */
export interface Segment {
  text: string;
  phrases: Phrase[];
}

/** Gap in line heights within which phrases of a line belong to one statement. */
const SEGMENT_GAP = 1.6;

/** The statements of a card, line by line, left to right. */
export function segmentsOf(card: readonly Phrase[]): Segment[] {
  return linesOf(card).flatMap((line) => {
    const groups: Phrase[][] = [];
    for (const phrase of line.phrases) {
      const last = groups.at(-1)?.at(-1);
      const isNear = last !== undefined && phrase.box.x - right(last.box) < SEGMENT_GAP * phrase.box.height;
      if (isNear) groups.at(-1)?.push(phrase);
      else groups.push([phrase]);
    }
    return groups.map((phrases) => ({ text: phrases.map(({ text }) => text).join(' '), phrases }));
  });
}
