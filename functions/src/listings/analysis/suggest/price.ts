/** What similar items of the workspace cost. Pure. */
import { roundedToCents } from '@docket/model/money';
import type { Suggestion, SuggestionLanguage } from '@docket/model/listing/suggestions';
import { fold } from '../../../collections/understanding/vocabulary/fold.ts';
import { PHRASES } from '../words/phrases.ts';
import { EMPTY_WORDS } from '../words/vocabulary.ts';
import { categoryTerms } from '../words/terms.ts';
import { explained } from './explained.ts';

/** An item of the workspace with its price. */
export interface SimilarItem {
  id: string;
  name: string;
  /** In any language; empty for none. */
  category: string;
  /** Above 0. */
  price: number;
  /** ISO 4217. */
  currency: string;
}

const LEAST_ITEMS = 2;
const MOST_ITEMS = 7;
const MOST_NAMED = 5;
/** Prices that differ by this factor say little. */
const WIDE = 4;

/** What a listing is known by when prices are looked for. */
export interface Described {
  title: string;
  category: string;
}

/**
 * The median price of the most similar items: those with shared words in the name, then those of the same category. In the
 * currency that most of them have. Null when there are fewer than two.
 */
export function suggestPrice(
  described: Described,
  items: readonly SimilarItem[],
  language: SuggestionLanguage,
): Suggestion | null {
  const similar = items
    .filter(({ price }) => Number.isFinite(price) && price > 0)
    .map((item) => ({ item, likeness: likenessOf(described, item) }))
    .filter(({ likeness }) => likeness > 0)
    .sort((one, other) => other.likeness - one.likeness);
  const currency = commonCurrency(similar.map(({ item }) => item));
  const chosen = similar.filter(({ item }) => item.currency === currency).slice(0, MOST_ITEMS);
  if (currency === null || chosen.length < LEAST_ITEMS) return null;
  const prices = chosen.map(({ item }) => item.price).sort((one, other) => one - other);
  const [lowest = 0, highest = 0] = [prices[0], prices.at(-1)];
  const money = new Intl.NumberFormat(language, { style: 'currency', currency });
  const { price: sentence, quote } = PHRASES[language];
  const named = chosen
    .slice(0, MOST_NAMED)
    .map(({ item }) => `${quote(item.name)} (${money.format(item.price)})`);
  const alike = chosen.reduce((sum, { likeness }) => sum + likeness, 0) / chosen.length;
  const confidence = (0.3 + 0.05 * chosen.length) * (0.6 + 0.4 * alike) * (highest > WIDE * lowest ? 0.5 : 1);
  return {
    field: 'price',
    source: 'similar_items',
    value: {
      amount: Math.max(0.01, median(prices)),
      currency,
      lowest,
      highest,
      based_on: chosen.map(({ item: { id, name, price } }) => ({ id, name, price })),
    },
    ...explained(language, confidence, sentence(named.join(', '), chosen.length)),
  };
}

/** 0 for items with nothing in common, 1 for the same words in the same category. */
function likenessOf(described: Described, item: SimilarItem): number {
  const [wanted, found] = [wordsOf(described.title), wordsOf(item.name)];
  const shared = [...wanted].filter((word) => found.has(word)).length;
  const words = shared === 0 ? 0 : shared / Math.min(wanted.size, found.size);
  const isSameCategory =
    described.category !== '' && categoryKey(described.category) === categoryKey(item.category);
  // One word of many is a colour or a brand, and says little of a price.
  const byWords = shared >= 2 || (shared === 1 && words === 1) ? words : 0;
  return 0.6 * byWords + (isSameCategory ? 0.4 : 0);
}

/** The same for every word of a category. */
function categoryKey(category: string): string {
  return categoryTerms.find(category)[0]?.kind ?? fold(category);
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    fold(text)
      .split(' ')
      .filter((word) => word.length > 1 && !EMPTY_WORDS.has(word)),
  );
}

function commonCurrency(items: readonly SimilarItem[]): string | null {
  const counts = new Map<string, number>();
  for (const { currency } of items) {
    if (/^[A-Z]{3}$/u.test(currency)) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? null;
}

function median(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return roundedToCents(sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2);
}
