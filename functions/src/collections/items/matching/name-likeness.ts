/**
 * How alike names are: the shared share of their words, each weighted by how rare it is among the products (Jaccard
 * similarity with inverse document frequency). Pure.
 */
import { wordsOf } from '../../understanding/vocabulary/fold.ts';

/** A product with the likeness of its name to the name asked for, 0–1. */
export interface AlikeProduct {
  product: number;
  likeness: number;
}

/** Names of products, ready to be compared with many others. */
export class NameIndex {
  readonly #postings = new Map<string, number[]>();
  readonly #weights: number[];
  /** By product, what its name shares with the name asked for: kept between questions, as there are thousands. */
  readonly #shared: Float64Array;
  readonly #size: number;

  constructor(names: readonly string[]) {
    this.#size = names.length;
    this.#shared = new Float64Array(names.length);
    const words = names.map((name) => [...new Set(wordsOf(name))]);
    for (const [product, ofProduct] of words.entries()) {
      for (const word of ofProduct) {
        const postings = this.#postings.get(word);
        if (postings === undefined) this.#postings.set(word, [product]);
        else postings.push(product);
      }
    }
    this.#weights = words.map((ofProduct) => this.#weightOf(ofProduct));
  }

  /** The products whose names are at least `least` alike to `name`, most alike first. */
  alike(name: string, least: number): AlikeProduct[] {
    const words = [...new Set(wordsOf(name))];
    const weight = this.#weightOf(words);
    const shared = this.#shared.fill(0);
    const touched: number[] = [];
    for (const word of words) {
      const rarity = this.#rarity(word);
      for (const product of this.#postings.get(word) ?? []) {
        const common = shared[product] ?? 0;
        if (common === 0) touched.push(product);
        shared[product] = common + rarity;
      }
    }
    const found: AlikeProduct[] = [];
    for (const product of touched) {
      const common = shared[product] ?? 0;
      const likeness = common / ((this.#weights[product] ?? 0) + weight - common);
      if (likeness >= least) found.push({ product, likeness });
    }
    return found.sort((a, b) => b.likeness - a.likeness || a.product - b.product);
  }

  #weightOf(words: readonly string[]): number {
    return words.reduce((sum, word) => sum + this.#rarity(word), 0);
  }

  #rarity(word: string): number {
    return Math.log(1 + this.#size / Math.max(1, this.#postings.get(word)?.length ?? 0));
  }
}

/** The shared share of the words of two names, 0–1: 1 for equal ones, also where neither has a word. */
export function nameLikeness(left: string, right: string): number {
  const { shared, a, b } = compareWords(left, right);
  return a + b === 0 ? 1 : shared / (a + b - shared);
}

/** True when two names cannot mean the same: they share less than a third of the words of the shorter one. */
export function clearlyDiffer(left: string, right: string): boolean {
  const { shared, a, b } = compareWords(left, right);
  return shared * 3 < Math.min(a, b);
}

/** How many distinct words two names have, and how many in common. */
function compareWords(left: string, right: string): { shared: number; a: number; b: number } {
  const [a, b] = [new Set(wordsOf(left)), new Set(wordsOf(right))];
  return { shared: [...a].filter((word) => b.has(word)).length, a: a.size, b: b.size };
}
