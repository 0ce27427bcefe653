/**
 * Reads a StructuredQuery. What this server does not carry out is refused by name.
 *
 * @see https://firebase.google.com/docs/firestore/reference/rest/v1/StructuredQuery
 */
import { z } from 'zod';
import { checkDatabase, checkIds, compareSegments, parseName, parseParentName } from '../paths.ts';
import { invalidArgument } from '../status.ts';
import { documentIdField, type FieldPath, formatFieldPath, parseFieldPath } from '../values/field-path.ts';
import { nullValue, type Value } from '../values/value.ts';
import { decodeAlternatives, decodeValue, isJsonObject } from '../values/wire.ts';
import { decodeNearest, nearestSchema } from './nearest.ts';
import {
  type Comparison,
  type Cursor,
  type FieldFilter,
  type Filter,
  fieldFilters,
  type Order,
  type Query,
} from './query.ts';
import { checkRestrictions, inequalities } from './restrictions.ts';

const fieldSchema = z.object({ fieldPath: z.string() });
const fieldFilterSchema = z.object({
  field: fieldSchema,
  op: z.enum([
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
  ]),
  value: z.unknown().optional(),
});
const unaryFilterSchema = z.object({
  field: fieldSchema,
  op: z.enum(['IS_NULL', 'IS_NAN', 'IS_NOT_NULL', 'IS_NOT_NAN']),
});

interface WireFilter {
  compositeFilter?: { op: 'AND' | 'OR'; filters: WireFilter[] } | undefined;
  fieldFilter?: z.output<typeof fieldFilterSchema> | undefined;
  unaryFilter?: z.output<typeof unaryFilterSchema> | undefined;
}
const filterSchema: z.ZodType<WireFilter> = z.lazy(() =>
  z.object({
    compositeFilter: z.object({ op: z.enum(['AND', 'OR']), filters: z.array(filterSchema) }).optional(),
    fieldFilter: fieldFilterSchema.optional(),
    unaryFilter: unaryFilterSchema.optional(),
  }),
);
/** More levels of filters than a query may have filters. They are counted before the schema goes down into them. */
const deepestFilter = 100;
const whereSchema = z
  .unknown()
  .refine((filter) => filterDepth(filter) <= deepestFilter, {
    error: `Filters cannot be nested deeper than ${deepestFilter} levels.`,
  })
  .pipe(filterSchema);

/** The levels of a filter, as far as they matter; level by level, so that no depth exhausts the stack. */
function filterDepth(filter: unknown): number {
  let depth = 0;
  let level = [filter];
  while (level.length > 0 && depth <= deepestFilter) {
    depth += 1;
    level = level.flatMap((each) => {
      const composite = isJsonObject(each) ? each.compositeFilter : undefined;
      return isJsonObject(composite) && Array.isArray(composite.filters) ? composite.filters : [];
    });
  }
  return depth;
}

const cursorSchema = z.object({
  values: z.array(z.unknown()).default([]),
  before: z.boolean().default(false),
});
const countSchema = z.int().nonnegative();

/** The shape of a StructuredQuery, for the schemas of requests that carry one. */
export const structuredQuerySchema = z.object({
  select: z.object({ fields: z.array(fieldSchema).default([]) }).optional(),
  from: z
    .array(z.object({ collectionId: z.string().default(''), allDescendants: z.boolean().default(false) }))
    .default([]),
  where: whereSchema.optional(),
  orderBy: z
    .array(
      z.object({
        field: fieldSchema,
        direction: z.enum(['DIRECTION_UNSPECIFIED', 'ASCENDING', 'DESCENDING']).default('ASCENDING'),
      }),
    )
    .default([]),
  startAt: cursorSchema.optional(),
  endAt: cursorSchema.optional(),
  offset: countSchema.default(0),
  limit: z
    .union([countSchema, z.object({ value: countSchema }).transform((wrapped) => wrapped.value)])
    .optional(),
  findNearest: nearestSchema.optional(),
});

export type WireQuery = z.output<typeof structuredQuerySchema>;

/** What looks for the whole field in a list: the one place where an array may hold arrays. */
const alternatives: ReadonlySet<Comparison> = new Set(['IN', 'NOT_IN']);
const listComparisons: ReadonlySet<Comparison> = new Set(['IN', 'NOT_IN', 'ARRAY_CONTAINS_ANY']);
const mostInList = 30;
const notANumber: Value = { kind: 'double', value: Number.NaN };

/** Reads a query below `parent` (a full name). Throws INVALID_ARGUMENT or UNIMPLEMENTED. */
export function decodeQuery(parent: string, wire: WireQuery): Query {
  const nearest = wire.findNearest && decodeNearest(wire.findNearest);
  if (nearest && (wire.limit !== undefined || wire.offset > 0 || wire.startAt || wire.endAt)) {
    throw invalidArgument('findNearest cannot be combined with a limit, an offset or cursors of the query.');
  }
  const [from, ...more] = wire.from;
  if (more.length > 0) {
    throw invalidArgument('A query must be from one collection.');
  }
  const { database, segments } = parseParentName(parent);
  checkIds(segments);
  const where = wire.where && decodeFilter(wire.where, database);
  checkRestrictions(where, wire.orderBy.length + (segments.length > 0 ? 1 : 0));
  const orderBy = completeOrder(
    wire.orderBy.map(({ field, direction }) => ({
      path: parseFieldPath(field.fieldPath),
      descending: direction === 'DESCENDING',
    })),
    where,
  );
  return {
    parent: segments,
    collectionId: from?.collectionId || undefined,
    allDescendants: from?.allDescendants ?? true,
    where,
    orderBy,
    startAt: wire.startAt && decodeCursor(wire.startAt, orderBy, database),
    endAt: wire.endAt && decodeCursor(wire.endAt, orderBy, database),
    offset: wire.offset,
    limit: nearest ? nearest.limit : wire.limit,
    nearest,
    // Like no projection at all, one without fields means all of them.
    select: wire.select?.fields.length
      ? wire.select.fields.map((field) => parseFieldPath(field.fieldPath))
      : undefined,
  };
}

function decodeFilter(wire: WireFilter, database: string): Filter {
  if (wire.compositeFilter) {
    const { op, filters } = wire.compositeFilter;
    if (filters.length === 0) {
      throw invalidArgument('A composite filter must have filters.');
    }
    return {
      kind: op === 'AND' ? 'and' : 'or',
      filters: filters.map((each) => decodeFilter(each, database)),
    };
  }
  if (wire.fieldFilter) {
    const { field, op, value } = wire.fieldFilter;
    const path = parseFieldPath(field.fieldPath);
    const operand = alternatives.has(op) ? decodeAlternatives(value) : decodeValue(value);
    return checkFilter({ kind: 'field', path, op, value: operand }, database);
  }
  if (wire.unaryFilter) {
    const { field, op } = wire.unaryFilter;
    return {
      kind: 'field',
      path: parseFieldPath(field.fieldPath),
      op: op.startsWith('IS_NOT') ? 'NOT_EQUAL' : 'EQUAL',
      value: op.endsWith('NAN') ? notANumber : nullValue,
    };
  }
  throw invalidArgument('A filter must be composite, a comparison or unary.');
}

function checkFilter(filter: FieldFilter, database: string): FieldFilter {
  const name = formatFieldPath(filter.path);
  const operands = filter.value.kind === 'array' ? filter.value.values : undefined;
  if (
    listComparisons.has(filter.op) &&
    (!operands || operands.length === 0 || operands.length > mostInList)
  ) {
    throw invalidArgument(`'${filter.op}' on ${name} requires a list of 1 to ${mostInList} values.`);
  }
  const compared = listComparisons.has(filter.op) ? (operands ?? []) : [filter.value];
  if (isDocumentId(filter.path)) {
    compared.forEach((value) => checkKey(value, database));
  }
  return filter;
}

/** Throws INVALID_ARGUMENT unless the value names a document of this database, as what stands for a name must. */
function checkKey(value: Value, database: string): void {
  if (value.kind !== 'reference') {
    throw invalidArgument('__key__ filter value must be a Key');
  }
  checkDatabase(database, parseName(value.value));
}

/** Adds the fields of inequalities (sorted name by name, as by the SDKs), then the name, in the last direction given. */
function completeOrder(given: readonly Order[], where: Filter | undefined): Order[] {
  const descending = given.at(-1)?.descending ?? false;
  const orderBy = [...given];
  const missing = fieldFilters(where)
    .filter(({ op, path }) => inequalities.has(op) && !isDocumentId(path))
    .sort((a, b) => compareSegments(a.path, b.path));
  for (const { path } of [...missing, { path: [documentIdField] }]) {
    if (!orderBy.some((order) => formatFieldPath(order.path) === formatFieldPath(path))) {
      orderBy.push({ path, descending });
    }
  }
  return orderBy;
}

function decodeCursor(
  wire: z.output<typeof cursorSchema>,
  orderBy: readonly Order[],
  database: string,
): Cursor {
  if (wire.values.length > orderBy.length) {
    throw invalidArgument('A cursor has more values than the query has orders.');
  }
  const values = wire.values.map((value) => decodeValue(value));
  const key = values[orderBy.findIndex(({ path }) => isDocumentId(path))];
  if (key) {
    checkKey(key, database);
  }
  return { values, before: wire.before };
}

function isDocumentId(path: FieldPath): boolean {
  return path[0] === documentIdField;
}
