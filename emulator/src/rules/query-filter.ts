/** The `where` of a StructuredQuery as alternatives: each a list of comparisons that all hold. */
import { z } from 'zod';
import { fromFirestoreValue, listValue, nullValue, type RulesValue } from './values.ts';

const comparisons = [
  'EQUAL',
  'NOT_EQUAL',
  'LESS_THAN',
  'LESS_THAN_OR_EQUAL',
  'GREATER_THAN',
  'GREATER_THAN_OR_EQUAL',
  'ARRAY_CONTAINS',
  'ARRAY_CONTAINS_ANY',
  'IN',
  'NOT_IN',
] as const;
type WireComparison = (typeof comparisons)[number];

const fieldSchema = z.object({ fieldPath: z.string() });
const comparisonSchema = z.object({ field: fieldSchema, op: z.enum(comparisons), value: z.unknown() });
const unarySchema = z.object({
  field: fieldSchema,
  op: z.enum(['IS_NULL', 'IS_NAN', 'IS_NOT_NULL', 'IS_NOT_NAN']),
});

interface WireFilter {
  compositeFilter?: { op: 'AND' | 'OR'; filters: WireFilter[] } | undefined;
  fieldFilter?: z.output<typeof comparisonSchema> | undefined;
  unaryFilter?: z.output<typeof unarySchema> | undefined;
}
const filterSchema: z.ZodType<WireFilter> = z.lazy(() =>
  z.object({
    compositeFilter: z.object({ op: z.enum(['AND', 'OR']), filters: z.array(filterSchema) }).optional(),
    fieldFilter: comparisonSchema.optional(),
    unaryFilter: unarySchema.optional(),
  }),
);
const whereSchema = z.union([
  filterSchema,
  z.array(filterSchema).transform((filters) => ({ compositeFilter: { op: 'AND' as const, filters } })),
]);
const orderSchema = z.object({ field: fieldSchema });

/** One comparison that every result of an alternative satisfies. */
export interface Comparison {
  /** The names from the document to the field; `['__name__']` is the document itself. */
  readonly path: readonly string[];
  readonly op: Exclude<WireComparison, 'IN' | 'ARRAY_CONTAINS_ANY'> | 'EXISTS';
  readonly value: RulesValue;
}
export type Alternative = readonly Comparison[];

/** A query may have 30 disjunctions; with what comes from numbers, more alternatives than this are not looked at. */
export const mostAlternatives = 120;

/**
 * The alternatives of a filter. Every result of the query satisfies at least one of them; what is not understood is
 * left out, which only makes less provable.
 */
export function alternativesOf(where: unknown, orderBy: readonly unknown[]): readonly Alternative[] {
  const parsed = whereSchema.safeParse(where ?? []);
  const filtered = parsed.success ? alternatives(parsed.data) : [[]];
  const exists = orderBy.flatMap((order): Comparison[] => {
    const field = orderSchema.safeParse(order).data?.field.fieldPath;
    return field === undefined ? [] : [{ path: parsePath(field), op: 'EXISTS', value: nullValue }];
  });
  return filtered.map((alternative) => [...alternative, ...exists]);
}

function alternatives(filter: WireFilter): readonly Alternative[] {
  const { compositeFilter, fieldFilter, unaryFilter } = filter;
  if (fieldFilter) {
    return compared(parsePath(fieldFilter.field.fieldPath), fieldFilter.op, fieldFilter.value);
  }
  if (unaryFilter) {
    return [unary(parsePath(unaryFilter.field.fieldPath), unaryFilter.op)];
  }
  const parts = compositeFilter?.filters.map(alternatives) ?? [];
  if (compositeFilter?.op === 'OR') {
    const all = parts.flat();
    return all.length > 0 && all.length <= mostAlternatives ? all : [[]];
  }
  return parts.reduce<readonly Alternative[]>(
    (soFar, part) =>
      soFar.length * part.length > mostAlternatives
        ? soFar
        : soFar.flatMap((left) => part.map((right) => [...left, ...right])),
    [[]],
  );
}

function compared(path: readonly string[], op: WireComparison, wire: unknown): readonly Alternative[] {
  const value = readValue(wire);
  const exists: Comparison = { path, op: 'EXISTS', value: nullValue };
  if (!value) {
    return [[exists]];
  }
  if (op !== 'IN' && op !== 'ARRAY_CONTAINS_ANY') {
    return [[{ path, op, value }]];
  }
  const items = value.kind === 'list' ? value.items : [];
  const each = op === 'IN' ? 'EQUAL' : 'ARRAY_CONTAINS';
  return items.length > 0 ? items.map((item) => [{ path, op: each, value: item }]) : [[exists]];
}

function unary(path: readonly string[], op: z.output<typeof unarySchema>['op']): Alternative {
  switch (op) {
    case 'IS_NULL':
      return [{ path, op: 'EQUAL', value: nullValue }];
    case 'IS_NAN':
      return [{ path, op: 'EQUAL', value: { kind: 'float', value: Number.NaN } }];
    case 'IS_NOT_NULL':
      return [{ path, op: 'NOT_IN', value: listValue([]) }];
    case 'IS_NOT_NAN':
      return [{ path, op: 'EXISTS', value: nullValue }];
  }
}

function readValue(wire: unknown): RulesValue | undefined {
  try {
    return fromFirestoreValue(wire);
  } catch {
    return undefined;
  }
}

/** `a.b` and `` a.`b.c` ``. */
function parsePath(fieldPath: string): readonly string[] {
  const segments = fieldPath.match(/`(?:[^`\\]|\\.)*`|[^.`]+/gs) ?? [];
  return segments.map((segment) =>
    segment.startsWith('`') ? segment.slice(1, -1).replaceAll(/\\(.)/gs, '$1') : segment,
  );
}
