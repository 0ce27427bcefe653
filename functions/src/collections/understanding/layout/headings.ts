/** Finds the headings that products stand under on pages without naming them in the table itself. Pure. */
import type { Draft, Grouping } from '../draft.ts';
import { parseDelivery, parseSeason } from '../values/details.ts';
import { findPrices } from '../values/price.ts';
import { isSizeHeading } from '../values/sizes.ts';
import { roleOfPhrase } from '../vocabulary/column-words.ts';
import { fold } from '../vocabulary/fold.ts';
import { bottom, centerY, median } from './box.ts';
import { type Phrase, styleOf } from './phrases.ts';

/** Text that may be a heading: not part of a product, with its page. */
export interface HeadingCandidate {
  page: number;
  phrase: Phrase;
}

/** Titles of documents and standing phrases that never name a group of products, alone or with a year. */
const GENERIC =
  /^(?:collection|products?|our products|catalog(?:ue)?|look ?book|contents?|index|notes?|contact|thank you|page \d+|katalog|tarif|listino|каталог|目录)(?: \d{2,4})?$/iu;
/** Words that make any text a title of the document. */
const TITLE =
  /(?<!\p{L})(?:price ?list|line ?sheet|order form|terms and|conditions|preisliste|bestellformular|listino prezzi|lista de precios|прайс[ -]?лист|价格表|価格表)(?!\p{L})/iu;

/** For how many pages a heading stays open. */
const CARRY = 12;

/** Phrases that could be headings, by wording. */
export function isHeadingText(text: string): boolean {
  const words = text.split(' ');
  if (words.length > 2 && text.endsWith('.')) return false;
  if (
    (text.match(/\p{L}/gu)?.length ?? 0) < (/\p{Script=Han}/u.test(text) ? 1 : 3) ||
    text.length > 60 ||
    words.length > 8 ||
    !/\p{L}{2}|[\p{Script=Han}]/u.test(text)
  )
    return false;
  if (
    /[!?;,:]$|@|www\.|https?:|\d{4,}/u.test(text) ||
    findPrices(text).length > 0 ||
    GENERIC.test(fold(text)) ||
    TITLE.test(text)
  )
    return false;
  if (parseDelivery(text) !== null || isSizeHeading(text) || roleOfPhrase(text) !== null) return false;
  const season = parseSeason(text);
  return season === null || season.length < text.length * 0.6;
}

/**
 * The heading each draft stands under: the nearest one above it on its page, else the one that is open from the page
 * before. Headings of a style that opens several groups win over styles seen once, such as a document's title.
 */
export function headingsForDrafts(
  drafts: readonly Draft[],
  candidates: readonly HeadingCandidate[],
): (Grouping | null)[] {
  const fitting = dropBadges(
    candidates.filter(({ phrase }) => isHeadingText(phrase.text)),
    drafts,
  );
  const bodySize = median(drafts.flatMap(({ place }) => (place.kind === 'page' ? [place.box.height] : [])));
  const believed = dropOneOffStyles(fitting, drafts);
  const sorted = believed.toSorted((a, b) => a.page - b.page || a.phrase.box.y - b.phrase.box.y);
  const largest = Math.max(0, ...sorted.map(({ phrase }) => phrase.size));
  return drafts.map((draft) => {
    if (draft.place.kind !== 'page' || bodySize === 0) return null;
    const { number, box } = draft.place;
    const last = sorted.findLast(
      ({ page, phrase }) => page < number || (page === number && bottom(phrase.box) < centerY(box)),
    );
    const found = last === undefined || number - last.page > CARRY ? null : mostProminentBeside(last, sorted);
    return found === null ? null : groupingOf(found, largest);
  });
}

/** Of several headings on one line the most prominent. */
function mostProminentBeside(heading: HeadingCandidate, all: readonly HeadingCandidate[]): HeadingCandidate {
  const level = all.filter(
    (other) =>
      other.page === heading.page &&
      Math.abs(centerY(other.phrase.box) - centerY(heading.phrase.box)) < heading.phrase.box.height,
  );
  return level.reduce(
    (best, other) => (prominence(other.phrase) > prominence(best.phrase) ? other : best),
    heading,
  );
}

const prominence = (phrase: Phrase): number => phrase.size + (phrase.bold ? 1 : 0);

/** Badges stand beside many products of a page and are set smaller than the products' names. */
function dropBadges(candidates: readonly HeadingCandidate[], drafts: readonly Draft[]): HeadingCandidate[] {
  const places = drafts.flatMap(({ fields }) => (fields.name === undefined ? [] : [fields.name.place]));
  const height = median(places.flatMap((place) => (place.kind === 'page' ? [place.box.height] : [])));
  const counts = new Map<string, number>();
  const keyOf = ({ page, phrase }: HeadingCandidate): string => `${page}|${fold(phrase.text)}`;
  for (const candidate of candidates) counts.set(keyOf(candidate), (counts.get(keyOf(candidate)) ?? 0) + 1);
  return candidates.filter(
    (candidate) => counts.get(keyOf(candidate)) === 1 && candidate.phrase.box.height >= 0.7 * height,
  );
}

/** When some style heads products in several places, headings in a style used once or twice are titles or notes. */
function dropOneOffStyles(
  candidates: readonly HeadingCandidate[],
  drafts: readonly Draft[],
): HeadingCandidate[] {
  const pages = new Set(drafts.map(({ page }) => page));
  const counts = new Map<string, Set<string>>();
  for (const { page, phrase } of candidates) {
    if (!pages.has(page)) continue;
    const places = counts.get(styleOf(phrase)) ?? new Set<string>();
    counts.set(styleOf(phrase), places.add(`${page}|${fold(phrase.text)}`));
  }
  const most = Math.max(0, ...[...counts.values()].map((places) => places.size));
  const least = most >= 3 ? Math.max(2, 0.3 * most) : 1;
  return candidates.filter(
    ({ page, phrase }) => pages.has(page) && (counts.get(styleOf(phrase))?.size ?? 0) >= least,
  );
}

/** Bold headings and the largest ones are surer. */
function groupingOf({ page, phrase }: HeadingCandidate, largest: number): Grouping {
  const stands = phrase.bold || phrase.size >= 0.95 * largest;
  return {
    name: phrase.text,
    source: 'page_heading',
    reason: `Heading of page ${page}`,
    confidence: (stands ? 0.88 : 0.75) * phrase.confidence,
    place: { kind: 'page', number: page, box: phrase.box },
  };
}
