/** Finds what the head of an order says for all of its lines: style, season, currency. Pure. */
import type { Fact, OrderTable } from '../tables/order-table.ts';
import { skuLikeness } from '../../understanding/values/sku.ts';
import { parseSeason } from '../../understanding/values/details.ts';
import { meaningOfOrderHeader, type OrderWord } from '../words/order-words.ts';

/** Values of the head of a document, or of the lines above one part of a table. */
export interface HeadValues {
  sku: string | null;
  name: string | null;
  color: string | null;
  unit_price: string | null;
  msrp: string | null;
  category: string | null;
  material: string | null;
  origin: string | null;
  season: string | null;
  delivery: string | null;
}

/** Labels of the order itself, its parties and its dates look like those of products. */
const OF_THE_ORDER =
  /order|bestell|auftrag|commande|ordine|pedido|заказ|订单|invoice|customer|kunde|client|supplier|vendor|lieferant|buyer|factory|store|tel|phone|fax|payment|terms|date|datum|bank|iban|vat|tax|seq|page/iu;
const STYLE_NUMBER = /vendor style|style (?:no|num|nr|code)|article (?:no|num|nr)|item (?:no|num)/iu;

/** The values that `facts` state. */
export function headValuesOf(facts: readonly Fact[]): HeadValues {
  const labelled = facts.filter(({ label }) => label !== '');
  return {
    sku: skuOf(facts),
    name: valueOf(labelled, ['name', 'description'], (value) => /\p{L}{2}/u.test(value)) ?? nameOf(labelled),
    color: valueOf(labelled, ['color'], (value) => value.length <= 60),
    unit_price: valueOf(labelled, ['unit_price'], (value) => /\d/u.test(value)),
    msrp: valueOf(labelled, ['msrp'], (value) => /\d/u.test(value)),
    category: valueOf(labelled, ['category'], (value) => value.length <= 60),
    material: valueOf(labelled, ['material'], (value) => value.length <= 120),
    origin: valueOf(labelled, ['origin'], (value) => value.length <= 60),
    season: valueOf(labelled, ['season'], (value) => value.length <= 60) ?? seasonOf(facts),
    delivery: valueOf(labelled, ['delivery'], (value) => value.length <= 60),
  };
}

/** The article number that stands above the first rows of a table; null when none does. */
export function headSku(table: OrderTable): string | null {
  return table.parts.map(({ facts }) => skuOf(facts)).find((sku) => sku !== null) ?? null;
}

function valueOf(
  facts: readonly Fact[],
  words: readonly OrderWord[],
  isGood: (value: string) => boolean,
): string | null {
  const fitting = facts
    .map(({ label, value }) => ({ value, label, meaning: meaningOfOrderHeader(label) }))
    .filter(
      ({ meaning, value }) =>
        meaning !== null && words.includes(meaning.role) && meaning.strength >= 0.6 && isGood(value),
    )
    .sort((left, right) => (right.meaning?.strength ?? 0) - (left.meaning?.strength ?? 0));
  return fitting[0]?.value ?? null;
}

/** A labelled article number; else a title that begins with one: "HV26-1010 Pilot Duffle Coat". */
function skuOf(facts: readonly Fact[]): string | null {
  const numbered = facts.filter(({ label, value }) => {
    const meaning = label === '' ? null : meaningOfOrderHeader(label);
    const isStyle = (meaning?.role === 'sku' && meaning.strength >= 0.6) || STYLE_NUMBER.test(label);
    return isStyle && !(OF_THE_ORDER.test(label) && !STYLE_NUMBER.test(label)) && /\d/u.test(value);
  });
  const best = numbered.toSorted((left, right) => skuLikeness(right.value) - skuLikeness(left.value))[0];
  if (best !== undefined) return firstNumber(best.value);
  const titles = facts
    .filter(({ label }) => label === '')
    .map(({ value }) => value.split(/\s+[-–:|]?\s*/u)[0] ?? '');
  const recent = titles.at(-1);
  return recent !== undefined && skuLikeness(recent) >= 0.8 ? recent : null;
}

/** "MF-2601 Remy Long Sleeve" behind "Style:" is number and name. */
function firstNumber(value: string): string {
  const [first = value] = value.split(/\s+[-–:|]?\s*/u);
  return skuLikeness(value) < 0.5 && skuLikeness(first) >= 0.6 ? first : value;
}

/** A label of article numbers over a text without any is the style's name: "Article: BASIC LOGO TEE". */
function nameOf(facts: readonly Fact[]): string | null {
  const found = facts.find(({ label, value }) => {
    const meaning = meaningOfOrderHeader(label);
    return (
      meaning?.role === 'sku' &&
      !OF_THE_ORDER.test(label) &&
      /\p{L}{3}/u.test(value) &&
      skuLikeness(value) < 0.3
    );
  });
  return found?.value ?? null;
}

function seasonOf(facts: readonly Fact[]): string | null {
  for (const { value } of facts) {
    const season = value.length <= 80 ? parseSeason(value) : null;
    if (season !== null) return season;
  }
  return null;
}
