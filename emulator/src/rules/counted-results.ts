/** How often an expression came to each of its results: bounded, whatever passes through. */
import { equals } from './equality.ts';
import type { Result } from './unknown.ts';

/** Distinct plain results that are kept; more are only counted. */
const mostPlain = 100;
/** The same for lists, maps and their like, which hold memory and take time to compare. */
const mostComposite = 3;
/** Longer strings are kept by their beginning. */
const longestText = 200;

export interface CountedResult {
  readonly result: Result;
  count: number;
}

export class CountedResults {
  readonly #plain = new Map<unknown, CountedResult>();
  readonly #composite: CountedResult[] = [];
  #others = 0;

  count(result: Result): void {
    const key = keyOf(result);
    const known =
      key === composite
        ? this.#composite.find((entry) => isSame(entry.result, result))
        : this.#plain.get(key);
    if (known) {
      known.count += 1;
    } else if (key === composite && this.#composite.length < mostComposite) {
      this.#composite.push({ result, count: 1 });
    } else if (key !== composite && this.#plain.size < mostPlain) {
      this.#plain.set(key, { result: shortened(result), count: 1 });
    } else {
      this.#others += 1;
    }
  }

  /** Each distinct result with its count, in order of first appearance. */
  entries(): readonly CountedResult[] {
    return [...this.#plain.values(), ...this.#composite];
  }

  /** How many results are in no entry. */
  get others(): number {
    return this.#others;
  }
}

const composite = Symbol('composite');

/** Equal for equal plain results; no two kinds share one. */
function keyOf(result: Result): unknown {
  switch (result.kind) {
    case 'bool':
    case 'int':
      return result.value;
    case 'float':
      return Object.is(result.value, -0) ? '-0' : result.value;
    case 'string':
      return `'${result.value.slice(0, longestText)}`;
    case 'null':
    case 'unknown':
      return result.kind;
    case 'failure':
      return `!${result.message}`;
    case 'timestamp':
      return `t${result.nanos}`;
    case 'duration':
      return `d${result.nanos}`;
    case 'bytes':
    case 'latlng':
    case 'list':
    case 'map':
    case 'map_diff':
    case 'path':
    case 'set':
      return composite;
  }
}

function shortened(result: Result): Result {
  if (result.kind !== 'string' || result.value.length <= longestText) {
    return result;
  }
  // A copy: what is cut out of a string keeps all of it in memory.
  const beginning = Buffer.from(result.value.slice(0, longestText)).toString();
  return { kind: 'string', value: `${beginning}…` };
}

function isSame(left: Result, right: Result): boolean {
  if (left === right) {
    return true;
  }
  const isValue = left.kind !== 'unknown' && left.kind !== 'failure';
  return isValue && right.kind !== 'unknown' && right.kind !== 'failure' && equals(left, right);
}
