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

/** The values of all aggregations by alias; those without one are called `field_1`, `field_2`, … */
export function aggregate(
  aggregations: readonly WireAggregation[],
  documents: readonly StoredDocument[],
): Map<string, Value> {
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

function aggregateOne(aggregation: WireAggregation, documents: readonly StoredDocument[]): Value {
  if (aggregation.count) {
    const { upTo } = aggregation.count;
    const limit = Number(typeof upTo === 'object' ? upTo.value : (upTo ?? documents.length));
    return { kind: 'integer', value: BigInt(Math.min(documents.length, limit)) };
  }
  if (aggregation.sum) {
    return sum(numbersAt(documents, parseFieldPath(aggregation.sum.field.fieldPath)));
  }
  if (aggregation.avg) {
    const numbers = numbersAt(documents, parseFieldPath(aggregation.avg.field.fieldPath));
    return numbers.length === 0
      ? nullValue
      : { kind: 'double', value: Number(sum(numbers).value) / numbers.length };
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
  let whole = 0n;
  let fraction = 0;
  let isWhole = true;
  for (const number of numbers) {
    if (number.kind === 'integer') {
      whole += number.value;
    } else {
      fraction += number.value;
      isWhole = false;
    }
  }
  return isWhole && whole >= smallestInteger && whole <= largestInteger
    ? { kind: 'integer', value: whole }
    : { kind: 'double', value: Number(whole) + fraction };
}
