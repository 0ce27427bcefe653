/**
 * The order of values.
 *
 * @see https://firebase.google.com/docs/firestore/manage-data/data-types
 */
import { type Fields, fieldsOf, type Kind, kindOf, kinds, numberOf, type Value, vectorOf } from './value.ts';

type Ordering = -1 | 0 | 1;

/** Whether `a` sorts before, with or after `b`. */
export function compareValues(a: Value, b: Value): Ordering {
  const [kind, other] = [kindOf(a), kindOf(b)];
  return kind === other ? compareAlike(kind, a, b) : compare(kinds.indexOf(kind), kinds.indexOf(other));
}

/** Whether two values count as equal in filters, cursors and array transforms. */
export function equivalent(a: Value, b: Value): boolean {
  return compareValues(a, b) === 0;
}

/** Whether a range of values around `a` can reach `b`: only values of one type are compared; NaN is a number. */
export function comparable(a: Value, b: Value): boolean {
  const type = (value: Value) => (kindOf(value) === 'nan' ? 'number' : kindOf(value));
  return type(a) === type(b);
}

/** The order of two paths (`rooms/a/chairs/1`): segment by segment, those above before those below. */
export function comparePaths(a: string, b: string): Ordering {
  return compareEach(a.split('/'), b.split('/'), compareText);
}

/** The order of text: that of its UTF-8 bytes. */
function compareText(a: string, b: string): Ordering {
  return compare(Buffer.compare(Buffer.from(a), Buffer.from(b)), 0);
}

function compareAlike(kind: Kind, a: Value, b: Value): Ordering {
  if (kind === 'number') {
    return compare(numberOf(a) ?? 0, numberOf(b) ?? 0);
  }
  const [left, right] = [vectorOf(a), vectorOf(b)];
  if (left && right) {
    return compare(left.length, right.length) || compareEach(left, right, compareValues);
  }
  if ('booleanValue' in a && 'booleanValue' in b) {
    return compare(Number(a.booleanValue), Number(b.booleanValue));
  }
  if ('timestampValue' in a && 'timestampValue' in b) {
    return (
      compare(a.timestampValue.seconds, b.timestampValue.seconds) ||
      compare(a.timestampValue.nanos, b.timestampValue.nanos)
    );
  }
  if ('stringValue' in a && 'stringValue' in b) {
    return compareText(a.stringValue, b.stringValue);
  }
  if ('bytesValue' in a && 'bytesValue' in b) {
    return compare(
      Buffer.compare(Buffer.from(a.bytesValue, 'base64'), Buffer.from(b.bytesValue, 'base64')),
      0,
    );
  }
  if ('referenceValue' in a && 'referenceValue' in b) {
    return comparePaths(a.referenceValue, b.referenceValue);
  }
  if ('geoPointValue' in a && 'geoPointValue' in b) {
    const [one, two] = [a.geoPointValue, b.geoPointValue];
    return compare(one.latitude, two.latitude) || compare(one.longitude, two.longitude);
  }
  if ('arrayValue' in a && 'arrayValue' in b) {
    return compareEach(a.arrayValue.values, b.arrayValue.values, compareValues);
  }
  return compareEach(
    entriesInOrder(fieldsOf(a) ?? {}),
    entriesInOrder(fieldsOf(b) ?? {}),
    ([name, value], [otherName, other]) => compareText(name, otherName) || compareValues(value, other),
  );
}

function entriesInOrder(fields: Fields): Array<[string, Value]> {
  return Object.entries(fields).sort(([a], [b]) => compareText(a, b));
}

/** Element by element; a list that goes on where the other ends comes after it. */
function compareEach<T>(a: readonly T[], b: readonly T[], order: (a: T, b: T) => Ordering): Ordering {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined) {
      return 1;
    }
    const found = order(left, right);
    if (found !== 0) {
      return found;
    }
  }
  return compare(a.length, b.length);
}

/** Integers and doubles are compared exactly: JavaScript does so for a bigint and a number. */
function compare(a: bigint | number, b: bigint | number): Ordering {
  return a < b ? -1 : a > b ? 1 : 0;
}
