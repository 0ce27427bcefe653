/**
 * Finds what repeats at the margins of pages: running heads, feet, page numbers. It is kept apart from products and
 * headings, but read for season and delivery. Pure.
 */
import { fold } from '../vocabulary/fold.ts';
import { bottom } from './box.ts';
import type { Phrase } from './phrases.ts';

/** A page with its phrases. */
export interface LaidOutPage {
  number: number;
  width: number;
  height: number;
  phrases: Phrase[];
}

/** Shares of the page height that count as margin. */
const TOP_MARGIN = 0.11;
const BOTTOM_MARGIN = 0.08;
/** Share of the written pages that must carry a text for it to be furniture. */
const REPEATS = 0.6;

/** A test for phrases that are page furniture. Text repeats when most pages carry it at about one place. */
export function findFurniture(pages: readonly LaidOutPage[]): (page: LaidOutPage, phrase: Phrase) => boolean {
  const seen = new Map<string, Set<number>>();
  for (const page of pages) {
    for (const phrase of page.phrases) {
      if (!inMargin(page, phrase)) continue;
      const numbers = seen.get(keyOf(phrase)) ?? new Set<number>();
      numbers.add(page.number);
      seen.set(keyOf(phrase), numbers);
    }
  }
  const written = pages.filter((page) => page.phrases.length > 0).length;
  const needed = Math.max(2, Math.ceil(written * REPEATS));
  return (page, phrase) => {
    if (!inMargin(page, phrase)) return false;
    if (/^(?:page|seite|p\.|стр\.?)?\s*\d{1,3}(?:\s*(?:\/|of|von|de|из)\s*\d{1,3})?$/iu.test(phrase.text))
      return true;
    return (seen.get(keyOf(phrase))?.size ?? 0) >= needed;
  };
}

/** Text wholly within the top or bottom margin. */
function inMargin(page: LaidOutPage, phrase: Phrase): boolean {
  return bottom(phrase.box) < page.height * TOP_MARGIN || phrase.box.y > page.height * (1 - BOTTOM_MARGIN);
}

/** The same text in about the same place. Digits count: the first rows of a numbered list differ in nothing else. */
function keyOf(phrase: Phrase): string {
  return `${fold(phrase.text)}|${Math.round(phrase.box.y / 12)}|${Math.round(phrase.box.x / 40)}`;
}
