/** The operators that need both their sides, on values and on unknowns. `&&` and `||` are with the evaluator. */
import { calculate, negate, typeFailure } from './arithmetic.ts';
import type { BinaryOperator, TypeName } from './ast.ts';
import { compare, equals, includes } from './equality.ts';
import { failure } from './failure.ts';
import {
  anything,
  decideContains,
  decideEqual,
  decideOrder,
  decideType,
  isOfType,
  mirrored,
  type OrderOperator,
  type Result,
  satisfies,
  type Unknown,
} from './unknown.ts';
import { boolValue, type RulesValue } from './values.ts';

type Operand = RulesValue | Unknown;

/** A decision as a result: unknown where there is none. */
function decided(decision: boolean | undefined): Result {
  return decision === undefined ? anything : boolValue(decision);
}

/** Applies an operator. A failure on either side is the result. */
export function applyBinary(
  operator: Exclude<BinaryOperator, '&&' | '||'>,
  left: Result,
  right: Result,
): Result {
  if (left.kind === 'failure') {
    return left;
  }
  if (right.kind === 'failure') {
    return right;
  }
  switch (operator) {
    case '==':
      return decided(isEqual(left, right));
    case '!=': {
      const same = isEqual(left, right);
      return decided(same === undefined ? undefined : !same);
    }
    case '<':
    case '<=':
    case '>':
    case '>=':
      return order(operator, left, right);
    case 'in':
      return isIn(left, right);
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
      return left.kind === 'unknown' || right.kind === 'unknown'
        ? anything
        : calculate(operator, left, right);
  }
}

export function applyUnary(operator: '!' | '-', operand: Result): Result {
  if (operand.kind === 'failure') {
    return operand;
  }
  if (operand.kind === 'unknown') {
    return anything;
  }
  if (operator === '-') {
    return negate(operand);
  }
  return operand.kind === 'bool' ? boolValue(!operand.value) : typeFailure(operand, ['bool']);
}

/** `operand is type` */
export function applyIs(operand: Result, typeName: TypeName): Result {
  if (operand.kind === 'failure') {
    return operand;
  }
  return operand.kind === 'unknown'
    ? decided(decideType(operand, typeName))
    : boolValue(isOfType(operand.kind, typeName));
}

function isEqual(left: Operand, right: Operand): boolean | undefined {
  if (left.kind === 'unknown') {
    return right.kind === 'unknown' ? undefined : decideEqual(left, right);
  }
  return right.kind === 'unknown' ? decideEqual(right, left) : equals(left, right);
}

function order(operator: OrderOperator, left: Operand, right: Operand): Result {
  if (left.kind === 'unknown') {
    return right.kind === 'unknown' ? anything : decided(decideOrder(operator, left, right));
  }
  if (right.kind === 'unknown') {
    return decided(decideOrder(mirrored[operator], right, left));
  }
  const comparison = compare(left, right);
  return comparison === undefined
    ? failure(`Unsupported operation error. Received: ${left.kind} ${operator} ${right.kind}.`)
    : boolValue(satisfies(operator, comparison));
}

/** What is not certain to exist is not even certain not to be in an empty list: it may be an error. */
function isIn(value: Operand, container: Operand): Result {
  if (container.kind === 'unknown') {
    return value.kind === 'unknown' ? anything : decided(decideContains(container, value));
  }
  if (container.kind === 'map') {
    return isKey(value, container.fields);
  }
  if (container.kind !== 'list' && container.kind !== 'set') {
    return typeFailure(container, ['list', 'map', 'set']);
  }
  if (value.kind !== 'unknown') {
    return boolValue(includes(container.items, value));
  }
  const decisions = container.items.map((item) => decideEqual(value, item));
  const isNone = decisions.length > 0 && !decisions.includes(undefined);
  return decided(decisions.includes(true) || (isNone ? false : undefined));
}

function isKey(value: Operand, fields: ReadonlyMap<string, RulesValue>): Result {
  if (value.kind === 'unknown') {
    return anything;
  }
  return value.kind === 'string' ? boolValue(fields.has(value.value)) : typeFailure(value, ['string']);
}
