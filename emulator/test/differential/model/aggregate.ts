/**
 * Counts, sums and averages.
 *
 * @see https://firebase.google.com/docs/firestore/query-data/aggregation-queries
 */
import type { Document } from './commit.ts';
import { type FieldPath, valueAt } from './field-path.ts';
import { nullValue, numberOf, type Value } from './value.ts';

export type Aggregation =
  | { readonly op: 'count'; readonly upTo: number | undefined }
  | { readonly op: 'sum' | 'avg'; readonly path: FieldPath };

/** One result, and how far a sum of doubles may be from it, for nobody says in which order they are added. */
export interface Aggregate {
  readonly value: Value;
  readonly tolerance: number;
}

/** Only documents that have all the fields that are added up are counted and added. */
export function aggregated(aggregations: readonly Aggregation[], found: readonly Document[]): Aggregate[] {
  const paths = aggregations.flatMap((each) => (each.op === 'count' ? [] : [each.path]));
  const documents = found.filter(({ fields }) => paths.every((path) => valueAt(fields, path) !== undefined));
  return aggregations.map((aggregation) => {
    if (aggregation.op === 'count') {
      const count = Math.min(documents.length, aggregation.upTo ?? documents.length);
      return { value: { integerValue: String(count) }, tolerance: 0 };
    }
    const numbers = documents.flatMap(({ fields }) => {
      const value = valueAt(fields, aggregation.path);
      return (value && numberOf(value)) ?? [];
    });
    return aggregation.op === 'sum' ? sum(numbers) : average(numbers);
  });
}

function sum(numbers: ReadonlyArray<bigint | number>): Aggregate {
  const whole = numbers.reduce(
    (total: bigint, each) => (typeof each === 'bigint' ? total + each : total),
    0n,
  );
  if (numbers.every((each) => typeof each === 'bigint') && BigInt.asIntN(64, whole) === whole) {
    return { value: { integerValue: String(whole) }, tolerance: 0 };
  }
  return { value: { doubleValue: addUp(numbers) }, tolerance: toleranceOf(numbers) };
}

function average(numbers: ReadonlyArray<bigint | number>): Aggregate {
  return numbers.length === 0
    ? { value: nullValue, tolerance: 0 }
    : {
        value: { doubleValue: addUp(numbers) / numbers.length },
        tolerance: toleranceOf(numbers) / numbers.length,
      };
}

function addUp(numbers: ReadonlyArray<bigint | number>): number {
  return numbers.reduce((total: number, each) => total + Number(each), 0);
}

function toleranceOf(numbers: ReadonlyArray<bigint | number>): number {
  const magnitude = numbers.reduce((total: number, each) => total + Math.abs(Number(each)), 0);
  return Number.isFinite(magnitude) ? magnitude * numbers.length * Number.EPSILON : 0;
}
