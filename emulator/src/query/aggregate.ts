/** Count, sum and average over a query's results. */
import { z } from 'zod';
import { invalidArgument } from '../status.ts';
import type { StoredDocument } from '../store/document.ts';
import { type FieldPath, getField, parseFieldPath } from '../values/field-path.ts';
import { nullValue, type Value } from '../values/value.ts';

const fieldSchema = z.object({ field: z.object({ fieldPath: z.string() }) });

/** The shape of one aggregation of a StructuredAggregationQuery. */
export const aggregationSchema = z.object({
  alias: z.string().default(''),
  count: z
    .object({
      upTo: z
        .union([z.string(), z.number(), z.object({ value: z.union([z.string(), z.number()]) })])
        .optional(),
    })
    .optional(),
  sum: fieldSchema.optional(),
  avg: fieldSchema.optional(),
});

export type WireAggregation = z.output<typeof aggregationSchema>;

const smallestInteger = -(2n ** 63n);
const largestInteger = 2n ** 63n - 1n;

/**
 * The values of all aggregations by alias; those without one are called `field_1`, `field_2`, … Documents that lack a
 * field of any of them count for none.
 */
export function aggregate(
  aggregations: readonly WireAggregation[],
  results: readonly StoredDocument[],
): Map<string, Value> {
  const paths = aggregatedFields(aggregations);
  const documents = results.filter(({ fields }) => paths.every((path) => getField(fields, path)));
  const values = new Map<string, Value>();
  for (const [index, aggregation] of aggregations.entries()) {
    const alias = aggregation.alias || `field_${index + 1}`;
    if (values.has(alias)) {
      throw invalidArgument(`The alias "${alias}" is used twice.`);
    }
    values.set(alias, aggregateOne(aggregation, documents));
  }
  return values;
}

/** The fields that sums and averages are taken of. */
export function aggregatedFields(aggregations: readonly WireAggregation[]): FieldPath[] {
  return aggregations.flatMap(({ sum, avg }) => {
    const aggregated = sum ?? avg;
    return aggregated ? [parseFieldPath(aggregated.field.fieldPath)] : [];
  });
}

function aggregateOne(aggregation: WireAggregation, documents: readonly StoredDocument[]): Value {
  if (aggregation.count) {
    const { upTo } = aggregation.count;
    const limit = upTo === undefined ? undefined : Number(typeof upTo === 'object' ? upTo.value : upTo);
    if (limit !== undefined && !(Number.isInteger(limit) && limit > 0)) {
      throw invalidArgument('The upTo of a count must be an integer greater than zero.');
    }
    return { kind: 'integer', value: BigInt(Math.min(documents.length, limit ?? documents.length)) };
  }
  if (aggregation.sum) {
    return sum(numbersAt(documents, parseFieldPath(aggregation.sum.field.fieldPath)));
  }
  if (aggregation.avg) {
    const numbers = numbersAt(documents, parseFieldPath(aggregation.avg.field.fieldPath));
    return numbers.length === 0 ? nullValue : { kind: 'double', value: average(numbers) };
  }
  throw invalidArgument('An aggregation must be count, sum or avg.');
}

type NumberValue = Extract<Value, { kind: 'integer' | 'double' }>;

/** Whatever is no number does not count. */
function numbersAt(documents: readonly StoredDocument[], path: FieldPath): NumberValue[] {
  return documents.flatMap((document) => {
    const value = getField(document.fields, path);
    return value?.kind === 'integer' || value?.kind === 'double' ? [value] : [];
  });
}

/** Integers add up to an integer while it fits 64 bits, otherwise to a double. */
function sum(numbers: readonly NumberValue[]): NumberValue {
  const { whole, fraction } = totals(numbers);
  return fraction === undefined && whole >= smallestInteger && whole <= largestInteger
    ? { kind: 'integer', value: whole }
    : { kind: 'double', value: Number(whole) + (fraction ?? 0) };
}

/** Integers are divided before they become a double, which holds no more than 53 bits of their sum. */
function average(numbers: readonly NumberValue[]): number {
  const { whole, fraction } = totals(numbers);
  const count = BigInt(numbers.length);
  return fraction === undefined
    ? Number(whole / count) + Number(whole % count) / numbers.length
    : (Number(whole) + fraction) / numbers.length;
}

interface Totals {
  readonly whole: bigint;
  /** Undefined when there are no doubles. */
  readonly fraction: number | undefined;
}

function totals(numbers: readonly NumberValue[]): Totals {
  let whole = 0n;
  let fraction: number | undefined;
  for (const number of numbers) {
    if (number.kind === 'integer') {
      whole += number.value;
    } else {
      fraction = (fraction ?? 0) + number.value;
    }
  }
  return { whole, fraction };
}
