/** When two values are equal, and which comes first. Ints and floats compare by their exact mathematical value. */
import { compareText } from '../values/text.ts';
import type { RulesValue } from './values.ts';

/** Values of different types are not equal, except ints and floats. NaN equals nothing. */
export function equals(left: RulesValue, right: RulesValue): boolean {
  if (isNumber(left) && isNumber(right)) {
    return compareNumbers(left.value, right.value) === 0;
  }
  switch (left.kind) {
    case 'null':
      return right.kind === 'null';
    case 'bool':
    case 'string':
    case 'int':
    case 'float':
      return right.kind === left.kind && right.value === left.value;
    case 'bytes':
      return right.kind === 'bytes' && Buffer.compare(left.value, right.value) === 0;
    case 'timestamp':
    case 'duration':
      return right.kind === left.kind && right.nanos === left.nanos;
    case 'latlng':
      return (
        right.kind === 'latlng' && left.latitude === right.latitude && left.longitude === right.longitude
      );
    case 'path':
      return right.kind === 'path' && pathText(left) === pathText(right);
    case 'list':
      return right.kind === 'list' && sameItems(left.items, right.items);
    case 'set':
      return right.kind === 'set' && sameSet(left.items, right.items);
    case 'map':
      return right.kind === 'map' && sameFields(left.fields, right.fields);
    case 'map_diff':
      return (
        right.kind === 'map_diff' && sameFields(left.left, right.left) && sameFields(left.right, right.right)
      );
  }
}

/** Whether one of the items equals the value. */
export function includes(items: readonly RulesValue[], value: RulesValue): boolean {
  return items.some((item) => equals(item, value));
}

/**
 * Negative, zero or positive, as the left value comes before, with or behind the right one. NaN when one of them is NaN;
 * undefined when values of these types have no order.
 */
export function compare(left: RulesValue, right: RulesValue): number | undefined {
  if (isNumber(left) && isNumber(right)) {
    return compareNumbers(left.value, right.value);
  }
  if (left.kind === 'string' && right.kind === 'string') {
    return compareText(left.value, right.value);
  }
  if (left.kind === 'bytes' && right.kind === 'bytes') {
    return Buffer.compare(left.value, right.value);
  }
  if (left.kind === 'bool' && right.kind === 'bool') {
    return Number(left.value) - Number(right.value);
  }
  const bothInstants = left.kind === 'timestamp' && right.kind === 'timestamp';
  const bothDurations = left.kind === 'duration' && right.kind === 'duration';
  return bothInstants || bothDurations ? compareNumbers(left.nanos, right.nanos) : undefined;
}

export type NumberValue = Extract<RulesValue, { kind: 'int' | 'float' }>;

export function isNumber(value: RulesValue): value is NumberValue {
  return value.kind === 'int' || value.kind === 'float';
}

/** A path as text, captures as `$(name)`. */
export function pathText(path: Extract<RulesValue, { kind: 'path' }>): string {
  return path.segments
    .map((segment) => ('text' in segment ? `/${segment.text}` : `/$(${segment.capture})`))
    .join('');
}

/** The language compares a bigint and a number exactly, without rounding either. */
function compareNumbers(left: bigint | number, right: bigint | number): number {
  if (left < right) {
    return -1;
  }
  if (left > right) {
    return 1;
  }
  return Number.isNaN(left) || Number.isNaN(right) ? Number.NaN : 0;
}

function sameItems(left: readonly RulesValue[], right: readonly RulesValue[]): boolean {
  return (
    left.length === right.length &&
    left.every((item, index) => {
      const other = right[index];
      return other !== undefined && equals(item, other);
    })
  );
}

function sameSet(left: readonly RulesValue[], right: readonly RulesValue[]): boolean {
  return left.length === right.length && left.every((item) => includes(right, item));
}

type Fields = ReadonlyMap<string, RulesValue>;

function sameFields(left: Fields, right: Fields): boolean {
  return (
    left.size === right.size &&
    [...left].every(([name, value]) => {
      const other = right.get(name);
      return other !== undefined && equals(value, other);
    })
  );
}
