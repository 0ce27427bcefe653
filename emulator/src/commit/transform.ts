/**
 * Field transforms: what a field becomes, and what the client is told.
 *
 * @see https://firebase.google.com/docs/firestore/reference/rest/v1/Write#FieldTransform
 */
import { compareValues, equalValues } from '../values/order.ts';
import { type Micros, timestampOfMicros } from '../values/timestamp.ts';
import { nullValue, type Value } from '../values/value.ts';
import type { Transform } from './write.ts';

const smallestInteger = -(2n ** 63n);
const largestInteger = 2n ** 63n - 1n;
const millisecond = 1000;

export interface Transformed {
  readonly value: Value;
  /** What stands in `transformResults`. */
  readonly result: Value;
}

/** Applies one transform to the field's present value (undefined when missing) in a commit at `time`. */
export function applyTransform(transform: Transform, current: Value | undefined, time: Micros): Transformed {
  switch (transform.kind) {
    case 'serverTimestamp': {
      // REQUEST_TIME has millisecond precision.
      const now: Value = {
        kind: 'timestamp',
        value: timestampOfMicros(Math.floor(time / millisecond) * millisecond),
      };
      return { value: now, result: now };
    }
    case 'increment':
      return both(increment(current, transform.operand));
    case 'maximum':
      return both(extreme(current, transform.operand, 1));
    case 'minimum':
      return both(extreme(current, transform.operand, -1));
    case 'appendMissing':
      return { value: appendMissing(elementsOf(current), transform.elements), result: nullValue };
    case 'removeAll': {
      const values = elementsOf(current).filter((element) => !contains(transform.elements, element));
      return { value: { kind: 'array', values }, result: nullValue };
    }
  }
}

function both(value: Value): Transformed {
  return { value, result: value };
}

/** Integers saturate instead of overflowing; with a double on either side the sum is a double. */
function increment(current: Value | undefined, operand: Value): Value {
  if (current?.kind === 'integer' && operand.kind === 'integer') {
    const sum = current.value + operand.value;
    return {
      kind: 'integer',
      value: sum > largestInteger ? largestInteger : sum < smallestInteger ? smallestInteger : sum,
    };
  }
  const [left, right] = [numberOf(current), numberOf(operand)];
  return left === undefined || right === undefined ? operand : { kind: 'double', value: left + right };
}

/** The larger (`sign` 1) or smaller (-1) of the two; NaN wins, equal numbers leave the field as it is. */
function extreme(current: Value | undefined, operand: Value, sign: 1 | -1): Value {
  const [left, right] = [numberOf(current), numberOf(operand)];
  if (current === undefined || left === undefined || Number.isNaN(right)) {
    return operand;
  }
  return Number.isNaN(left) || compareValues(current, operand) * sign >= 0 ? current : operand;
}

function numberOf(value: Value | undefined): number | undefined {
  return value?.kind === 'integer' || value?.kind === 'double' ? Number(value.value) : undefined;
}

function elementsOf(value: Value | undefined): readonly Value[] {
  return value?.kind === 'array' ? value.values : [];
}

function appendMissing(present: readonly Value[], elements: readonly Value[]): Value {
  const values = [...present];
  for (const element of elements) {
    if (!contains(values, element)) {
      values.push(element);
    }
  }
  return { kind: 'array', values };
}

function contains(values: readonly Value[], wanted: Value): boolean {
  return values.some((value) => equalValues(value, wanted));
}
