/** Step 5, the pure part: which product of the linesheet each style of an order means. Never two guesses. */
import { z } from 'zod';
import { fold } from '../understanding/vocabulary/fold.ts';
import type { LinesheetProduct } from './linesheet-product.ts';
import { colorAgreement } from './matching/color-match.ts';
import { clearlyDiffer, NameIndex, nameLikeness } from './matching/name-likeness.ts';
import { bareForm } from './matching/sku-forms.ts';
import { type SkuCandidates, SkuIndex } from './matching/sku-index.ts';
import type { OrderStyle } from './order-styles.ts';

/** A style's product, as an index, and why. */
export const productMatchSchema = z.object({
  product: z.number().int().nonnegative(),
  confidence: z.number().min(0).max(1),
  /** For a person: "Style number without the colour code BL139". */
  reason: z.string(),
  /** The order's number in two, where the linesheet shows how it is made up. */
  split: z.object({ base_sku: z.string(), color_code: z.string() }).nullable(),
});
export type ProductMatch = z.infer<typeof productMatchSchema>;

/** Below this, a match is found by likeness only: the person is asked to look. */
export const SURE = 0.75;

/** The least likeness of two names that may mean one product, and by how much the best must beat the second best. */
const LEAST_LIKENESS = 0.5;
const MARGIN = 0.1;
/** The least likeness where both sides have style numbers, and they differ. */
const LEAST_AGAINST_SKU = 0.75;

/**
 * The product of each style, or null. By style number in all its forms, then by name; the colour chooses among products
 * of one number or name. Where nothing decides between two products, none is taken.
 */
export function matchProducts(
  styles: readonly OrderStyle[],
  products: readonly LinesheetProduct[],
): (ProductMatch | null)[] {
  const matcher = new Matcher(products);
  const unreliable = unreliableNumbers(styles);
  return styles.map((style) => matcher.match(style, unreliable));
}

/** Numbers that stand for clearly different names: they count lines, and say nothing alone. */
function unreliableNumbers(styles: readonly OrderStyle[]): ReadonlySet<string> {
  const names = new Map<string, string>();
  const unreliable = new Set<string>();
  for (const { sku, name } of styles) {
    if (sku === null || name === null) continue;
    const first = names.get(bareForm(sku)) ?? name;
    names.set(bareForm(sku), first);
    if (clearlyDiffer(first, name)) unreliable.add(bareForm(sku));
  }
  return unreliable;
}

class Matcher {
  readonly #products: readonly LinesheetProduct[];
  readonly #numbers: SkuIndex;
  readonly #likeness: NameIndex;
  readonly #names: ReadonlyMap<string, number[]>;

  constructor(products: readonly LinesheetProduct[]) {
    this.#products = products;
    this.#numbers = new SkuIndex(products);
    this.#likeness = new NameIndex(products.map(({ name }) => name));
    this.#names = Map.groupBy(products.keys(), (index) => fold(products[index]?.name ?? ''));
  }

  match(style: OrderStyle, unreliable: ReadonlySet<string>): ProductMatch | null {
    const number = style.sku === null ? '' : bareForm(style.sku);
    const doubtful = /^\d{1,2}$/u.test(number) || unreliable.has(number);
    for (const candidates of this.#numbers.candidates(style)) {
      const product = this.#choose(candidates.products, style);
      const match = product === null ? null : this.#byNumber(product, candidates, style, doubtful);
      if (match !== null) return match;
    }
    return style.name === null ? null : (this.#sameName(style, style.name) ?? this.#alike(style, style.name));
  }

  /** A match by number. Names that clearly differ make it less sure, and void where the number alone says nothing. */
  #byNumber(
    product: number,
    { confidence, reason, split }: SkuCandidates,
    { name }: OrderStyle,
    doubtful: boolean,
  ): ProductMatch | null {
    const differs = name !== null && clearlyDiffer(name, this.#products[product]?.name ?? '');
    if (doubtful && (differs || name === null)) return null;
    if (!differs) return { product, confidence, reason, split };
    return { product, confidence: confidence - 0.15, reason: `${reason}, though the names differ`, split };
  }

  #sameName(style: OrderStyle, name: string): ProductMatch | null {
    const product = this.#choose(this.#names.get(fold(name)) ?? [], style);
    if (product === null || fold(name) === '') return null;
    const contradicts = style.sku !== null && this.#products[product]?.sku !== null;
    const confidence = contradicts ? 0.7 : 0.85;
    const reason = contradicts ? 'Same name, another style number' : 'Same name';
    return { product, confidence, reason, split: null };
  }

  /** The product whose name, with the colour, is more alike than every other one's. */
  #alike(style: OrderStyle, name: string): ProductMatch | null {
    const found = this.#likeness.alike(name, LEAST_LIKENESS - MARGIN);
    const best = found[0];
    if (best === undefined || best.likeness < LEAST_LIKENESS) return null;
    const near = found.filter(({ likeness }) => likeness > best.likeness - MARGIN);
    const product = this.#choose(
      near.map((candidate) => candidate.product),
      style,
    );
    const likeness = near.find((candidate) => candidate.product === product)?.likeness;
    if (product === null || likeness === undefined) return null;
    if (style.sku !== null && this.#products[product]?.sku !== null && likeness < LEAST_AGAINST_SKU)
      return null;
    const shown = this.#products[product]?.name ?? '';
    return { product, confidence: 0.4 + 0.3 * likeness, reason: `Name is like “${shown}”`, split: null };
  }

  /**
   * The one product of `candidates` that is meant: the only one, or the only one in the colour, or with the style's name;
   * the first of several that are the same in number and name. Null where none of this decides.
   */
  #choose(candidates: readonly number[], style: OrderStyle): number | null {
    const colored = this.#best(candidates, (product) => colorAgreement(product, style));
    const named = this.#best(colored, (product) =>
      style.name === null ? 0 : nameLikeness(product.name, style.name),
    );
    const [first, ...others] = named;
    if (first === undefined) return null;
    return others.every((other) => this.#identity(other) === this.#identity(first)) ? first : null;
  }

  #identity(index: number): string {
    const { sku = null, name = '' } = this.#products[index] ?? {};
    return JSON.stringify([sku === null ? null : bareForm(sku), fold(name)]);
  }

  /** Those of `candidates` with the highest score. */
  #best(candidates: readonly number[], score: (product: LinesheetProduct) => number): number[] {
    const scored = candidates.flatMap((index) => {
      const product = this.#products[index];
      return product === undefined ? [] : [{ index, score: score(product) }];
    });
    const highest = Math.max(...scored.map((candidate) => candidate.score));
    return scored.filter((candidate) => candidate.score === highest).map(({ index }) => index);
  }
}
