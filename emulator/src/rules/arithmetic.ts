/** `+ - * / %` and the minus sign, on numbers, strings, timestamps and durations. */
import { isNumber, type NumberValue } from './equality.ts';
import { type Failure, failure } from './failure.ts';
import { firstInstant, lastInstant, longestDuration } from './time.ts';
import {
  durationValue,
  floatValue,
  intValue,
  type RulesValue,
  stringValue,
  timestampValue,
} from './values.ts';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%';

const divisionByZero = failure('Division by zero.');
const largestInt = 2n ** 63n - 1n;
const smallestInt = -(2n ** 63n);

/** Whether an int fits into 64 bits. */
export function fitsInt(value: bigint): boolean {
  return value >= smallestInt && value <= largestInt;
}

/** An int, or a failure when it does not fit into 64 bits. */
export function checkedInt(value: bigint): RulesValue | Failure {
  return fitsInt(value) ? intValue(value) : failure('Integer overflow.');
}

/** A duration, or a failure when it is longer than any. */
export function checkedDuration(nanos: bigint): RulesValue | Failure {
  const inRange = nanos <= longestDuration && nanos >= -longestDuration;
  return inRange ? durationValue(nanos) : failure('Duration out of range.');
}

/** An instant, or a failure when its year is not one of 1 to 9999. */
export function checkedTimestamp(nanos: bigint): RulesValue | Failure {
  const inRange = nanos >= firstInstant && nanos <= lastInstant;
  return inRange ? timestampValue(nanos) : failure('Timestamp out of range.');
}

export function negate(value: RulesValue): RulesValue | Failure {
  if (value.kind === 'int') {
    return checkedInt(-value.value);
  }
  return value.kind === 'float' ? floatValue(-value.value) : typeFailure(value, ['int', 'float']);
}

export function calculate(
  operator: ArithmeticOperator,
  left: RulesValue,
  right: RulesValue,
): RulesValue | Failure {
  if (isNumber(left) && isNumber(right)) {
    return left.kind === 'int' && right.kind === 'int'
      ? calculateInts(operator, left.value, right.value)
      : calculateFloats(operator, left, right);
  }
  if (operator === '+' && left.kind === 'string' && right.kind === 'string') {
    return stringValue(left.value + right.value);
  }
  const inTime = operator === '+' || operator === '-' ? calculateTimes(operator, left, right) : undefined;
  return inTime ?? failure(`Unsupported operation error. Received: ${left.kind} ${operator} ${right.kind}.`);
}

/** What a wrong type is reported as. */
export function typeFailure(received: RulesValue, expected: readonly string[]): Failure {
  return failure(`Type error. Received: [${received.kind}] Expected: [${expected.join(',')}].`);
}

function calculateInts(operator: ArithmeticOperator, left: bigint, right: bigint): RulesValue | Failure {
  switch (operator) {
    case '+':
      return checkedInt(left + right);
    case '-':
      return checkedInt(left - right);
    case '*':
      return checkedInt(left * right);
    case '/':
      return right === 0n ? divisionByZero : checkedInt(left / right);
    case '%':
      return right === 0n ? divisionByZero : checkedInt(left % right);
  }
}

function calculateFloats(operator: ArithmeticOperator, left: NumberValue, right: NumberValue): RulesValue {
  const [a, b] = [Number(left.value), Number(right.value)];
  switch (operator) {
    case '+':
      return floatValue(a + b);
    case '-':
      return floatValue(a - b);
    case '*':
      return floatValue(a * b);
    case '/':
      return floatValue(a / b);
    case '%':
      return floatValue(a % b);
  }
}

function calculateTimes(
  operator: '+' | '-',
  left: RulesValue,
  right: RulesValue,
): RulesValue | Failure | undefined {
  const isTime = (value: RulesValue) => value.kind === 'timestamp' || value.kind === 'duration';
  if (!isTime(left) || !isTime(right)) {
    return undefined;
  }
  if (operator === '-') {
    const difference = left.nanos - right.nanos;
    if (left.kind === 'timestamp' && right.kind === 'duration') {
      return checkedTimestamp(difference);
    }
    return left.kind === right.kind ? checkedDuration(difference) : undefined;
  }
  const sum = left.nanos + right.nanos;
  if (left.kind === 'duration' && right.kind === 'duration') {
    return checkedDuration(sum);
  }
  return left.kind === right.kind ? undefined : checkedTimestamp(sum);
}
