/**
 * The total order of Firestore values, which queries, cursors and indexes share: by type first (null, boolean,
 * number, timestamp, string, bytes, reference, geopoint, array, vector, map), then within the type.
 *
 * @see https://firebase.google.com/docs/firestore/manage-data/data-types#value_type_ordering
 */
import { compareNames } from '../paths.ts';
import { compareText } from './text.ts';
import { compareTimestamps } from './timestamp.ts';
import { type Fields, type Value, vectorElements } from './value.ts';

const typeRanks = {
  null: 0,
  boolean: 1,
  integer: 2,
  double: 2,
  timestamp: 3,
  string: 4,
  bytes: 5,
  reference: 6,
  geoPoint: 7,
  array: 8,
  map: 10,
} as const;
const vectorRank = 9;

/** The place of the value's type in the order; integers and doubles share one. */
export function typeRank(value: Value): number {
  return vectorElements(value) ? vectorRank : typeRanks[value.kind];
}

/** Negative, zero or positive as `a` sorts before, with or after `b`. Integer 1 and double 1.0 sort together. */
export function compareValues(a: Value, b: Value): number {
  if (isNumber(a) && isNumber(b)) {
    return compareNumbers(a.value, b.value);
  }
  const byType = typeRank(a) - typeRank(b);
  return byType === 0 ? compareWithinType(a, b) : byType;
}

/** Whether a filter `field == value` treats the two as the same. */
export function equalValues(a: Value, b: Value): boolean {
  return compareValues(a, b) === 0;
}

/** Whether the two would be stored alike: unlike in filters, 1 differs from 1.0, and 0.0 from -0.0. */
export function identicalValues(a: Value, b: Value): boolean {
  if (a.kind === 'double' && b.kind === 'double') {
    return Object.is(a.value, b.value);
  }
  if (a.kind === 'array' && b.kind === 'array') {
    return (
      a.values.length === b.values.length &&
      a.values.every((element, index) => {
        const other = b.values[index];
        return other !== undefined && identicalValues(element, other);
      })
    );
  }
  if (a.kind === 'map' && b.kind === 'map') {
    return identicalFields(a.fields, b.fields);
  }
  return a.kind === b.kind && compareValues(a, b) === 0;
}

/** Whether two documents hold the same data, see {@link identicalValues}. */
export function identicalFields(a: Fields, b: Fields): boolean {
  if (a.size !== b.size) {
    return false;
  }
  for (const [name, value] of a) {
    const other = b.get(name);
    if (!other || !identicalValues(value, other)) {
      return false;
    }
  }
  return true;
}

function isNumber(value: Value): value is Extract<Value, { kind: 'integer' | 'double' }> {
  return value.kind === 'integer' || value.kind === 'double';
}

/** NaN sorts before every other number. Mixed comparison of bigint and number is exact in JavaScript. */
function compareNumbers(a: bigint | number, b: bigint | number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) {
    return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
  }
  return a < b ? -1 : Number(a > b);
}

function compareWithinType(a: Value, b: Value): number {
  if (a.kind === 'boolean' && b.kind === 'boolean') {
    return Number(a.value) - Number(b.value);
  }
  if (a.kind === 'timestamp' && b.kind === 'timestamp') {
    return compareTimestamps(a.value, b.value);
  }
  if (a.kind === 'string' && b.kind === 'string') {
    return compareText(a.value, b.value);
  }
  if (a.kind === 'bytes' && b.kind === 'bytes') {
    return Buffer.compare(a.value, b.value);
  }
  if (a.kind === 'reference' && b.kind === 'reference') {
    return compareNames(a.value, b.value);
  }
  if (a.kind === 'geoPoint' && b.kind === 'geoPoint') {
    return compareNumbers(a.latitude, b.latitude) || compareNumbers(a.longitude, b.longitude);
  }
  if (a.kind === 'array' && b.kind === 'array') {
    return compareLists(a.values, b.values);
  }
  if (a.kind === 'map' && b.kind === 'map') {
    return compareMaps(a.fields, b.fields);
  }
  return 0;
}

function compareLists(a: readonly Value[], b: readonly Value[]): number {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index += 1) {
    const [left, right] = [a[index], b[index]];
    const order = left && right ? compareValues(left, right) : 0;
    if (order !== 0) {
      return order;
    }
  }
  return a.length - b.length;
}

/** Vectors sort by length before their elements; other maps by their entries in order of the keys. */
function compareMaps(a: Fields, b: Fields): number {
  const [left, right] = [
    vectorElements({ kind: 'map', fields: a }),
    vectorElements({ kind: 'map', fields: b }),
  ];
  if (left && right) {
    return left.length - right.length || compareLists(left, right);
  }
  const [leftEntries, rightEntries] = [sortedEntries(a), sortedEntries(b)];
  for (const [index, [name, value]] of leftEntries.entries()) {
    const other = rightEntries[index];
    if (!other) {
      return 1;
    }
    const order = compareText(name, other[0]) || compareValues(value, other[1]);
    if (order !== 0) {
      return order;
    }
  }
  return leftEntries.length - rightEntries.length;
}

function sortedEntries(fields: Fields): Array<[string, Value]> {
  return [...fields].sort(([a], [b]) => compareText(a, b));
}
