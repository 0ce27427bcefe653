/** The style numbers of a linesheet in all forms in which an order may write them. Pure. */
import { sizeKey } from '@docket/model/sizes';
import type { LinesheetProduct } from '../linesheet-product.ts';
import type { OrderStyle } from '../order-styles.ts';
import { bareForm, exactForm, looseForm, mistakenForm, splitPrinted } from './sku-forms.ts';

/** Products that a style number may mean, and why. */
export interface SkuCandidates {
  products: number[];
  confidence: number;
  /** For a person: "Same style number". */
  reason: string;
  /** The order's number in two, where the linesheet's is its first part. */
  split: { base_sku: string; color_code: string } | null;
}

/** The shortest number that may be the beginning of another one, and the longest rest. */
const SHORTEST_BASE = 4;
const LONGEST_REST = 10;

/** Built once for a linesheet, asked for every style of an order. */
export class SkuIndex {
  readonly #products: readonly LinesheetProduct[];
  readonly #exact = new Map<string, number[]>();
  readonly #bare = new Map<string, number[]>();
  readonly #loose = new Map<string, number[]>();
  readonly #mistaken = new Map<string, number[]>();
  /** By every beginning of a bare number that may be a style number without its colour. */
  readonly #beginnings = new Map<string, number[]>();

  constructor(products: readonly LinesheetProduct[]) {
    this.#products = products;
    for (const [index, { sku }] of products.entries()) {
      if (sku === null) continue;
      const bare = bareForm(sku);
      add(this.#exact, exactForm(sku), index);
      add(this.#bare, bare, index);
      add(this.#loose, looseForm(sku), index);
      add(this.#mistaken, mistakenForm(sku), index);
      for (let rest = 1; rest <= LONGEST_REST && bare.length - rest >= SHORTEST_BASE; rest++) {
        add(this.#beginnings, bare.slice(0, -rest), index);
      }
    }
  }

  /** What the style's number may mean, from the surest reading to the least sure. Empty for a style without number. */
  *candidates(style: OrderStyle): Generator<SkuCandidates> {
    const { sku, base_sku, color_code } = style;
    if (sku === null || bareForm(sku) === '') return;
    const base = base_sku ?? sku;
    const found = (products: number[] | undefined, confidence: number, reason: string): SkuCandidates => ({
      products: products ?? [],
      confidence,
      reason,
      split: null,
    });
    yield found(this.#exact.get(exactForm(sku)), 0.98, 'Same style number');
    if (base !== sku) {
      const reason = `Style number without the colour code ${color_code ?? splitPrinted(sku, bareForm(base).length).tail}`;
      yield found(this.#exact.get(exactForm(base)), 0.96, reason);
      yield found(this.#loose.get(looseForm(base)), 0.93, reason);
    }
    yield found(this.#loose.get(looseForm(sku)), 0.94, 'Same style number, written differently');
    if (color_code !== null) {
      const joined = looseForm(`${base}${color_code}`);
      yield found(this.#loose.get(joined), 0.95, `Style number with the colour code ${color_code}`);
    }
    yield* this.#shorter(style, sku);
    yield* this.#longer(base);
    yield found(
      this.#mistaken.get(mistakenForm(sku)),
      0.85,
      'Same style number but for letters that look like digits',
    );
  }

  /** The order's number goes on behind the linesheet's: with a colour code, perhaps with a size. */
  *#shorter(style: OrderStyle, sku: string): Generator<SkuCandidates> {
    const bare = bareForm(sku);
    for (let rest = 1; rest <= LONGEST_REST && bare.length - rest >= SHORTEST_BASE; rest++) {
      const products = this.#bare.get(bare.slice(0, -rest)) ?? [];
      const { head, tail, separated } = splitPrinted(sku, bare.length - rest);
      const code = bareForm(tail);
      const isListed = products.some((product) =>
        this.#products[product]?.color_codes.some((listed) => bareForm(listed) === code),
      );
      const isNamed = style.color_code !== null && bareForm(style.color_code) === code;
      if (products.length === 0 || !(isListed || isNamed || looksLikeEnding(tail, separated))) continue;
      yield {
        products,
        confidence: isListed || isNamed ? 0.95 : 0.85,
        reason: `Style number without ${isListed || isNamed ? 'the colour code ' : ''}“${tail}”`,
        split: isListed || isNamed ? { base_sku: head, color_code: tail } : null,
      };
      return;
    }
  }

  /** The linesheet's numbers go on behind the order's: a row for each colour. */
  *#longer(base: string): Generator<SkuCandidates> {
    const bare = bareForm(base);
    const products = (this.#beginnings.get(bare) ?? []).filter((product) => {
      const { tail, separated } = splitPrinted(this.#products[product]?.sku ?? '', bare.length);
      const isListed = this.#products[product]?.color_codes.some((code) => bareForm(code) === bareForm(tail));
      return isListed === true || looksLikeEnding(tail, separated);
    });
    yield {
      products,
      confidence: 0.88,
      reason: 'Style number that the linesheet continues with a colour',
      split: null,
    };
  }
}

/**
 * Whether the end of a number can be a colour or a size rather than part of the number. Digits count only behind a
 * separator: "1201" is no colour of "120".
 */
function looksLikeEnding(tail: string, separated: boolean): boolean {
  if (separated) return tail.length >= 2 || sizeKey(tail) !== `"${tail.toLowerCase()}"`;
  return /^\p{L}{2,4}\d{0,4}$/u.test(tail);
}

function add(index: Map<string, number[]>, key: string, value: number): void {
  const values = index.get(key);
  if (values === undefined) index.set(key, [value]);
  else values.push(value);
}
