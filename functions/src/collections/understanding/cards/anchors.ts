/** Finds the phrases that give away a product on a page without a table: its article number or its price. Pure. */
import type { Phrase } from '../layout/phrases.ts';
import { findPrices } from '../values/price.ts';
import { isBarcode, shapeOf, skuLikeness } from '../values/sku.ts';
import { splitLabels } from './labelled-text.ts';

export type AnchorKind = 'sku' | 'price';

/** Article numbers without a label, by their pattern: only patterns that recur are believed. */
export type SkuShapes = ReadonlySet<string>;

/** Patterns of unlabelled article numbers that occur at least three times in a document. */
export function recurringSkuShapes(phrases: Iterable<Phrase>): SkuShapes {
  const counts = new Map<string, Set<string>>();
  for (const { text } of phrases) {
    if (skuLikeness(text) < 0.6 || isBarcode(text)) continue;
    const values = counts.get(shapeOf(text)) ?? new Set<string>();
    counts.set(shapeOf(text), values.add(text));
  }
  return new Set([...counts].filter(([, values]) => values.size >= 3).map(([shape]) => shape));
}

/** What kind of anchor a phrase is; null for ordinary text. Prices in brackets are side notes ("€3.90 / 100 g"). */
export function anchorOf(phrase: Phrase, shapes: SkuShapes): AnchorKind | null {
  const { text } = phrase;
  if (text.length > 80) return null;
  const parts = splitLabels(text);
  if (parts.some((part) => part.role === 'sku' && skuLikeness(part.text.split(' ')[0] ?? '') > 0))
    return 'sku';
  if (skuLikeness(text) >= 0.6 && shapes.has(shapeOf(text))) return 'sku';
  if (/^\(.*\)$/u.test(text)) return null;
  const labelledPrice = parts.some(
    (part) =>
      (part.role === 'wholesale_price' || part.role === 'msrp' || part.role === 'price') &&
      /\d/u.test(part.text),
  );
  if (labelledPrice) return 'price';
  const prices = findPrices(text);
  const covered = prices.reduce((sum, price) => sum + price.end - price.start, 0);
  return prices.length > 0 && covered * 3 >= text.length ? 'price' : null;
}
