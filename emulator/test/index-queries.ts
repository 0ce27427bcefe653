/** Short ways to say queries and indexes in tests of what needs which. */
import { IndexConfig, parseIndexConfig } from '../src/indexes/index-config.ts';
import { type MissingIndex, missingIndex } from '../src/indexes/missing-index.ts';
import { shapeOf } from '../src/indexes/query-shape.ts';
import { isAlternativeServed } from '../src/indexes/serving.ts';
import type { Query } from '../src/query/query.ts';
import type { FieldPath } from '../src/values/field-path.ts';
import { query, root, where, wire } from './fixtures.ts';

const operators = {
  '==': 'EQUAL',
  '!=': 'NOT_EQUAL',
  '<': 'LESS_THAN',
  '<=': 'LESS_THAN_OR_EQUAL',
  '>': 'GREATER_THAN',
  '>=': 'GREATER_THAN_OR_EQUAL',
  has: 'ARRAY_CONTAINS',
  'has-any': 'ARRAY_CONTAINS_ANY',
  in: 'IN',
  'not-in': 'NOT_IN',
} as const;

type Operator = keyof typeof operators;

function isOperator(text: string | undefined): text is Operator {
  return text !== undefined && Object.hasOwn(operators, text);
}

const lists: ReadonlySet<Operator> = new Set(['has-any', 'in', 'not-in']);

/** A comparison said as `field operator`, or several that must all hold, with commas between. */
export function all(text: string): object {
  const filters = text.split(', ').map(comparison);
  return { compositeFilter: { op: 'AND', filters } };
}

/** Filters of which one must hold, among them comparisons as text. */
export function any(...filters: (object | string)[]): object {
  return {
    compositeFilter: {
      op: 'OR',
      filters: filters.map((each) => (typeof each === 'string' ? comparison(each) : each)),
    },
  };
}

/** Filters that must all hold, among them comparisons as text. */
export function both(...filters: (object | string)[]): object {
  return {
    compositeFilter: {
      op: 'AND',
      filters: filters.map((each) => (typeof each === 'string' ? comparison(each) : each)),
    },
  };
}

function comparison(text: string): object {
  const [field = '', operator] = text.split(' ');
  if (!isOperator(operator)) {
    throw new Error(`No such operator: ${operator}`);
  }
  if (field !== '__name__') {
    return where(field, operators[operator], lists.has(operator) ? [1, 2] : 1);
  }
  const name = { referenceValue: `${root}/items/i` };
  const value = lists.has(operator) ? { arrayValue: { values: [name] } } : name;
  return { fieldFilter: { field: { fieldPath: field }, op: operators[operator], value } };
}

/** What of a query matters here. */
export interface Asked {
  /** `items` unless given. */
  readonly collection?: string;
  /** Whether all collections of that id are meant. */
  readonly group?: boolean;
  /** As for {@link all}. */
  readonly where?: string | object;
  /** `a, b desc` */
  readonly order?: string;
  /** The fields that are added up. */
  readonly sum?: string;
  /** How many dimensions the vectors have among which the nearest are looked for. */
  readonly nearest?: number;
  readonly limit?: number;
  /** Values of the cursor at which results start. */
  readonly startAt?: readonly unknown[];
}

function queryOf(asked: Asked): { query: Query; aggregated: FieldPath[] } {
  const filter = typeof asked.where === 'string' ? all(asked.where) : asked.where;
  const orderBy = (asked.order?.split(', ') ?? []).map((text) => {
    const [fieldPath, direction] = text.split(' ');
    return { field: { fieldPath }, direction: direction === 'desc' ? 'DESCENDING' : 'ASCENDING' };
  });
  const vector = { mapValue: { fields: vectorFields(asked.nearest ?? 0) } };
  return {
    query: query({
      from: [{ collectionId: asked.collection ?? 'items', allDescendants: asked.group ?? false }],
      ...(filter && { where: filter }),
      orderBy,
      ...(asked.limit !== undefined && { limit: asked.limit }),
      ...(asked.startAt && { startAt: { values: asked.startAt.map(wire), before: true } }),
      ...(asked.nearest !== undefined && {
        findNearest: {
          vectorField: { fieldPath: 'v' },
          queryVector: vector,
          distanceMeasure: 'EUCLIDEAN',
          limit: 3,
        },
      }),
    }),
    aggregated: (asked.sum?.split(', ') ?? []).map((field) => field.split('.')),
  };
}

function vectorFields(dimension: number) {
  const values = Array.from({ length: dimension }, () => ({ doubleValue: 1 }));
  return { __type__: { stringValue: '__vector__' }, value: { arrayValue: { values } } };
}

/** The indexes that a query lacks. */
export function lacking(asked: Asked, config = new IndexConfig([], [])): MissingIndex[] {
  const { query: wanted, aggregated } = queryOf(asked);
  const shape = shapeOf(wanted, aggregated);
  return shape.alternatives
    .filter((alternative) => !isAlternativeServed(config, shape, alternative))
    .map((alternative) => missingIndex(config, shape, alternative));
}

/** Declares indexes as they stand in firestore.indexes.json. */
export function declared(indexes: readonly object[], fieldOverrides: readonly object[] = []): IndexConfig {
  return parseIndexConfig(JSON.stringify({ indexes, fieldOverrides }));
}

/** A composite index of `items` (or of all of them), its fields as `a, b desc, c has`. */
export function composite(text: string, queryScope = 'COLLECTION'): object {
  const fields = text.split(', ').map((field) => {
    const [fieldPath, mode] = field.split(' ');
    return mode === 'has'
      ? { fieldPath, arrayConfig: 'CONTAINS' }
      : { fieldPath, order: mode === 'desc' ? 'DESCENDING' : 'ASCENDING' };
  });
  return { collectionGroup: 'items', queryScope, fields };
}
