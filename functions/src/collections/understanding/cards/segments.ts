/** Joins the phrases of a card into the statements that its lines make. Pure. */
import { bottom, overlapX, overlapY, right } from '../layout/box.ts';
import { linesOf, type Phrase } from '../layout/phrases.ts';
import { findPrices } from '../values/price.ts';
import { skuLikeness } from '../values/sku.ts';
import { meaningOfHeader, roleOfPhrase } from '../vocabulary/column-words.ts';

/** Text that stands together on a line of a card. */
export interface Segment {
  text: string;
  phrases: Phrase[];
}

/** Gap in line heights within which phrases of a line belong to one statement. */
const SEGMENT_GAP = 1.6;

/** The statements of a card, line by line, left to right. */
export function segmentsOf(card: readonly Phrase[]): Segment[] {
  return pairLabels(statementsOf(card));
}

function statementsOf(card: readonly Phrase[]): Segment[] {
  return linesOf(card).flatMap((line) => {
    const groups: Phrase[][] = [];
    for (const phrase of line.phrases) {
      const last = groups.at(-1)?.at(-1);
      const isNear =
        last !== undefined &&
        phrase.box.x - right(last.box) < SEGMENT_GAP * Math.max(phrase.box.height, phrase.size);
      if (isNear) groups.at(-1)?.push(phrase);
      else groups.push([phrase]);
    }
    return groups.map((phrases) => ({ text: phrases.map(({ text }) => text).join(' '), phrases }));
  });
}

/**
 * Designs set labels apart from their values: small above, or far left on the line. A statement that is nothing but a
 * label is joined with the value beside it, else below it.
 */
export function pairLabels(segments: readonly Segment[]): Segment[] {
  const taken = new Set<Segment>();
  const paired = segments.map((segment): Segment => {
    if (taken.has(segment) || !isLabel(segment)) return segment;
    const value =
      segments.find((other) => isValueFor(segment, other, taken, isBeside)) ??
      segments.find((other) => isValueFor(segment, other, taken, isBelow));
    if (value === undefined) return segment;
    taken.add(value);
    const label = segment.text.replace(/[\s:：]+$/u, '');
    return { text: `${label}: ${value.text}`, phrases: [...segment.phrases, ...value.phrases] };
  });
  return paired.filter((_, index) => !taken.has(segments[index] ?? { text: '', phrases: [] }));
}

function isLabel({ text }: Segment): boolean {
  const bare = text.replace(/[\s:：]+$/u, '');
  return (
    text.length <= 24 &&
    (roleOfPhrase(bare) !== null || (/[:：]$/u.test(text) && meaningOfHeader(bare) !== null))
  );
}

function isValueFor(
  label: Segment,
  other: Segment,
  taken: ReadonlySet<Segment>,
  stands: (label: Phrase, value: Phrase) => boolean,
): boolean {
  const [left, value] = [label.phrases[0], other.phrases[0]];
  if (other === label || taken.has(other) || left === undefined || value === undefined || isLabel(other))
    return false;
  return stands(left, value);
}

const isBeside = (label: Phrase, value: Phrase): boolean =>
  overlapY(label.box, value.box) > 0.5 * Math.min(label.box.height, value.box.height) &&
  value.box.x > label.box.x;

/** Below its label stands a number or a price, aligned to one side; anything else may be the next statement. */
const isBelow = (label: Phrase, value: Phrase): boolean => {
  const gap = value.box.y - bottom(label.box);
  const aligned =
    Math.abs(label.box.x - value.box.x) < 4 ||
    Math.abs(right(label.box) - right(value.box)) < 4 ||
    overlapX(label.box, value.box) > 0.8 * Math.min(label.box.width, value.box.width);
  return (
    gap > -2 &&
    gap < label.box.height &&
    aligned &&
    !value.text.includes('%') &&
    (findPrices(value.text).length > 0 || skuLikeness(value.text) > 0.3 || /\d/u.test(value.text))
  );
};
