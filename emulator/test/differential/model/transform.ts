/**
 * What transforms make of a field.
 *
 * @see https://firebase.google.com/docs/firestore/reference/rest/v1/Write#FieldTransform
 */
import type { FieldPath } from './field-path.ts';
import { compareValues, equivalent } from './order.ts';
import { elementsOf, notANumber, nullValue, numberOf, type Value } from './value.ts';

export type Transform = { readonly path: FieldPath } & (
  | { readonly op: 'requestTime' }
  | { readonly op: 'increment' | 'maximum' | 'minimum'; readonly operand: Value }
  | { readonly op: 'append' | 'remove'; readonly elements: readonly Value[] }
);

const smallest = -(2n ** 63n);
const largest = 2n ** 63n - 1n;

/** The field's new value and what the client is told; `now` is the time that the server took. */
export function transformed(
  transform: Transform,
  current: Value | undefined,
  now: Value,
): { value: Value; result: Value } {
  switch (transform.op) {
    case 'requestTime':
      return { value: now, result: now };
    case 'increment':
      return both(incremented(current, transform.operand));
    case 'maximum':
    case 'minimum':
      return both(extreme(current, transform.operand, transform.op === 'maximum' ? 1 : -1));
    case 'append': {
      const values = transform.elements.reduce(
        (list, element) => (includes(list, element) ? list : [...list, element]),
        elementsOf(current) ?? [],
      );
      return { value: { arrayValue: { values } }, result: nullValue };
    }
    case 'remove': {
      const values = (elementsOf(current) ?? []).filter((element) => !includes(transform.elements, element));
      return { value: { arrayValue: { values } }, result: nullValue };
    }
  }
}

function both(value: Value) {
  return { value, result: value };
}

function incremented(current: Value | undefined, operand: Value): Value {
  const [before, by] = [current && numberOf(current), numberOf(operand)];
  if (before === undefined || by === undefined) {
    return operand;
  }
  if (typeof before === 'number' || typeof by === 'number') {
    return { doubleValue: Number(before) + Number(by) };
  }
  const sum = before + by;
  return { integerValue: String(sum > largest ? largest : sum < smallest ? smallest : sum) };
}

/** Of equal numbers the stored one stays, also of zeros of either sign; whatever is compared with NaN becomes NaN. */
function extreme(current: Value | undefined, operand: Value, sign: 1 | -1): Value {
  if (current === undefined || numberOf(current) === undefined) {
    return operand;
  }
  if (equivalent(current, notANumber) || equivalent(operand, notANumber)) {
    return notANumber;
  }
  return compareValues(operand, current) === sign ? operand : current;
}

function includes(list: readonly Value[], wanted: Value): boolean {
  return list.some((value) => equivalent(value, wanted));
}
