/**
 * Small random rules, queries and documents over the fields `a`, `b` and `c.d`, with a model of what a query finds that
 * knows nothing of the evaluator.
 */
import fc from 'fast-check';

type Wire = Record<string, unknown>;
export type Fields = Record<string, Wire>;

/** A query on one collection. */
export interface QueryModel {
  /** The `where` of a StructuredQuery. */
  readonly where: Wire;
  /** Whether the query finds a document with these fields. */
  finds(fields: Fields): boolean;
}

const fieldPaths = ['a', 'b', 'c.d'] as const;
const scalar: fc.Arbitrary<Wire> = fc.constantFrom<Wire>(
  { nullValue: null },
  { booleanValue: true },
  { booleanValue: false },
  { integerValue: '0' },
  { integerValue: '1' },
  { integerValue: '2' },
  { doubleValue: 1 },
  { doubleValue: 1.5 },
  { doubleValue: '-0' },
  { doubleValue: 'NaN' },
  { stringValue: '' },
  { stringValue: 'x' },
  { stringValue: 'y' },
);
const value: fc.Arbitrary<Wire> = fc.oneof(
  { weight: 5, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }).map((values) => ({ arrayValue: { values } })) },
);

export const randomDocument: fc.Arbitrary<Fields> = fc.record(
  {
    a: value,
    b: value,
    c: fc.oneof(
      scalar,
      fc.record({ d: value }, { requiredKeys: [] }).map((fields) => ({ mapValue: { fields } })),
    ),
  },
  { requiredKeys: [] },
);

// ------------------------------------------------------------------------------------------------ queries

const comparisons = [
  'EQUAL',
  'NOT_EQUAL',
  'LESS_THAN',
  'LESS_THAN_OR_EQUAL',
  'GREATER_THAN',
  'GREATER_THAN_OR_EQUAL',
];

const comparison: fc.Arbitrary<QueryModel> = fc
  .tuple(fc.constantFrom(...fieldPaths), fc.constantFrom(...comparisons, 'ARRAY_CONTAINS'), value)
  .map(([fieldPath, op, wanted]) =>
    fieldQuery(fieldPath, op, wanted, (found) => satisfies(found, op, wanted)),
  );

const several: fc.Arbitrary<QueryModel> = fc
  .tuple(
    fc.constantFrom(...fieldPaths),
    fc.constantFrom('IN', 'NOT_IN', 'ARRAY_CONTAINS_ANY'),
    fc.array(scalar, { minLength: 1, maxLength: 3 }),
  )
  .map(([fieldPath, op, values]) =>
    fieldQuery(fieldPath, op, { arrayValue: { values } }, (found) => {
      if (op === 'NOT_IN') {
        return !isNull(found) && !values.some((wanted) => satisfies(found, 'EQUAL', wanted));
      }
      return values.some((wanted) => satisfies(found, op === 'IN' ? 'EQUAL' : 'ARRAY_CONTAINS', wanted));
    }),
  );

const unary: fc.Arbitrary<QueryModel> = fc
  .tuple(fc.constantFrom(...fieldPaths), fc.constantFrom('IS_NULL', 'IS_NOT_NULL', 'IS_NAN', 'IS_NOT_NAN'))
  .map(([fieldPath, op]) => ({
    where: { unaryFilter: { field: { fieldPath }, op } },
    finds(fields) {
      const found = fieldAt(fields, fieldPath);
      if (!found) {
        return false;
      }
      const is = op.endsWith('NULL') ? isNull(found) : Number.isNaN(numberOf(found) ?? 0);
      return is !== op.startsWith('IS_NOT');
    },
  }));

const simple = fc.oneof({ weight: 4, arbitrary: comparison }, several, unary);
const joined = (op: 'AND' | 'OR', parts: fc.Arbitrary<QueryModel>): fc.Arbitrary<QueryModel> =>
  fc.array(parts, { minLength: 1, maxLength: 3 }).map((filters) => ({
    where: { compositeFilter: { op, filters: filters.map(({ where }) => where) } },
    finds: (fields) =>
      op === 'AND'
        ? filters.every((filter) => filter.finds(fields))
        : filters.some((filter) => filter.finds(fields)),
  }));

export const randomQuery: fc.Arbitrary<QueryModel> = fc.oneof(
  simple,
  joined('AND', simple),
  joined('OR', simple),
  joined('AND', joined('OR', simple)),
);

function fieldQuery(fieldPath: string, op: string, wanted: Wire, test: (found: Wire) => boolean): QueryModel {
  return {
    where: { fieldFilter: { field: { fieldPath }, op, value: wanted } },
    finds(fields) {
      const found = fieldAt(fields, fieldPath);
      return found !== undefined && test(found);
    },
  };
}

function fieldAt(fields: Fields, fieldPath: string): Wire | undefined {
  const [first = '', second] = fieldPath.split('.');
  const outer = fields[first];
  if (second === undefined) {
    return outer;
  }
  const map: unknown = outer?.['mapValue'];
  const inner: unknown = typeof map === 'object' && map !== null && 'fields' in map ? map.fields : undefined;
  return typeof inner === 'object' && inner !== null && second in inner
    ? Object.fromEntries(Object.entries(Object.entries(inner).find(([name]) => name === second)?.[1] ?? {}))
    : undefined;
}

const isNull = (wire: Wire) => 'nullValue' in wire;

function numberOf(wire: Wire): number | undefined {
  const number = wire['integerValue'] ?? wire['doubleValue'];
  return number === undefined ? undefined : Number(number);
}

function itemsOf(wire: Wire): readonly Wire[] | undefined {
  const array: unknown = wire['arrayValue'];
  const values: unknown =
    typeof array === 'object' && array !== null && 'values' in array ? array.values : undefined;
  return Array.isArray(values) ? values : undefined;
}

function satisfies(found: Wire, op: string, wanted: Wire): boolean {
  if (op === 'ARRAY_CONTAINS') {
    return itemsOf(found)?.some((item) => order(item, wanted) === 0) ?? false;
  }
  if (op === 'NOT_EQUAL') {
    return !isNull(found) && order(found, wanted) !== 0;
  }
  const result = order(found, wanted);
  if (op === 'EQUAL' || result === undefined) {
    return result === 0;
  }
  const holds = op.startsWith('LESS') ? result < 0 : result > 0;
  return holds || (op.endsWith('OR_EQUAL') && result === 0);
}

/** The order of two values of one type, NaN before all numbers; undefined for values of two types. */
function order(left: Wire, right: Wire): number | undefined {
  const [a, b] = [numberOf(left), numberOf(right)];
  if (a !== undefined && b !== undefined) {
    return orderOf(Number.isNaN(a) ? -Infinity : a, Number.isNaN(b) ? -Infinity : b);
  }
  const [leftItems, rightItems] = [itemsOf(left), itemsOf(right)];
  if (leftItems && rightItems) {
    const same =
      leftItems.length === rightItems.length &&
      leftItems.every((item, index) => order(item, rightItems[index] ?? {}) === 0);
    return same ? 0 : orderOf(leftItems.length, rightItems.length) || -1;
  }
  const [leftKind, rightKind] = [Object.keys(left)[0], Object.keys(right)[0]];
  if (leftKind !== rightKind || leftKind === undefined) {
    return undefined;
  }
  return isNull(left) ? 0 : orderOf(String(left[leftKind]), String(right[leftKind]));
}

function orderOf<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : Number(a > b);
}

// ------------------------------------------------------------------------------------------------ rules

const subject = fc.constantFrom(
  'resource.data.a',
  'resource.data.b',
  'resource.data.c.d',
  "resource.data['a']",
  "resource.data.get('b', 1)",
  "resource.data.get(['c', 'd'], null)",
);
const constant = fc.constantFrom(
  'null',
  'true',
  'false',
  '0',
  '1',
  '2',
  '1.5',
  "''",
  "'x'",
  "'y'",
  '[1]',
  "['x']",
);
const atom = fc.oneof(
  fc
    .tuple(subject, fc.constantFrom('==', '!=', '<', '<=', '>', '>='), constant)
    .map(([left, operator, right]) => `${left} ${operator} ${right}`),
  fc
    .tuple(constant, fc.constantFrom('==', '<', '>='), subject)
    .map(([left, operator, right]) => `${left} ${operator} ${right}`),
  fc
    .tuple(subject, fc.constantFrom('int', 'float', 'number', 'string', 'bool', 'list', 'map'))
    .map(([left, type]) => `${left} is ${type}`),
  fc
    .tuple(subject, fc.array(constant, { maxLength: 3 }))
    .map(([left, items]) => `${left} in [${items.join()}]`),
  fc.tuple(constant, subject).map(([item, list]) => `${item} in ${list}`),
  fc
    .tuple(
      subject,
      fc.constantFrom('hasAny', 'hasAll', 'hasOnly', 'toSet().hasAny'),
      fc.array(constant, { maxLength: 2 }),
    )
    .map(([list, method, items]) => `${list}.${method}([${items.join()}])`),
  fc.constantFrom(
    "'a' in resource.data",
    "resource.data.keys().hasAll(['a', 'b'])",
    "resource.data.keys().hasAny(['b'])",
  ),
  fc.constantFrom(
    'resource.data.a',
    '1 / resource.data.a > 0',
    'math.isNaN(resource.data.b)',
    'resource.data.size() > 0',
  ),
  fc.constantFrom('true', 'false', 'resource.data.c is map', "resource.id != ''"),
);

/** Conditions of some atoms joined by the logical operators. */
export const randomRule: fc.Arbitrary<string> = fc.letrec<{ rule: string }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 3, arbitrary: atom },
    fc
      .tuple(tie('rule'), fc.constantFrom('&&', '||', '=='), tie('rule'))
      .map(([left, operator, right]) => `((${left}) ${operator} (${right}))`),
    tie('rule').map((rule) => `!(${rule})`),
    fc
      .tuple(tie('rule'), tie('rule'), tie('rule'))
      .map(([test, yes, no]) => `((${test}) ? (${yes}) : (${no}))`),
  ),
})).rule;
