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

/** Share of the page height that counts as margin. */
const MARGIN = 0.13;

/** A test for phrases that are page furniture. Text repeats when half of the pages carry it at about one place. */
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
  const needed = Math.max(2, Math.ceil(written * 0.5));
  return (page, phrase) => {
    if (!inMargin(page, phrase)) return false;
    if (/^(?:page|seite|p\.|стр\.?)?\s*\d{1,3}(?:\s*(?:\/|of|von|de|из)\s*\d{1,3})?$/iu.test(phrase.text))
      return true;
    return (seen.get(keyOf(phrase))?.size ?? 0) >= needed;
  };
}

function inMargin(page: LaidOutPage, phrase: Phrase): boolean {
  return bottom(phrase.box) < page.height * MARGIN || phrase.box.y > page.height * (1 - MARGIN);
}

/** The same text, digits aside, in about the same place. */
function keyOf(phrase: Phrase): string {
  return `${fold(phrase.text).replace(/\d+/gu, '9')}|${Math.round(phrase.box.y / 12)}`;
}
