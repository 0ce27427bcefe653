/** `bool()`, `float()`, `int()`, `string()` and `path()`. */
import { checkedInt, typeFailure } from '../arithmetic.ts';
import { type Failure, failure } from '../failure.ts';
import {
  boolValue,
  floatValue,
  type PathSegment,
  type RulesValue,
  stringValue,
  type ValueOf,
} from '../values.ts';

export function convertToBool(value: RulesValue): RulesValue | Failure {
  if (value.kind === 'bool') {
    return value;
  }
  if (value.kind !== 'string') {
    return typeFailure(value, ['bool', 'string']);
  }
  const isTrue = value.value === 'true';
  return isTrue || value.value === 'false' ? boolValue(isTrue) : failure('Not a bool.');
}

export function convertToFloat(value: RulesValue): RulesValue | Failure {
  if (value.kind === 'int' || value.kind === 'float') {
    return floatValue(Number(value.value));
  }
  if (value.kind !== 'string') {
    return typeFailure(value, ['float', 'int', 'string']);
  }
  const isNumber = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(value.value);
  return isNumber ? floatValue(Number(value.value)) : failure('Not a float.');
}

/** A float loses its fraction. */
export function convertToInt(value: RulesValue): RulesValue | Failure {
  if (value.kind === 'int') {
    return value;
  }
  if (value.kind === 'float') {
    return Number.isFinite(value.value)
      ? checkedInt(BigInt(Math.trunc(value.value)))
      : failure('Not an int.');
  }
  if (value.kind !== 'string') {
    return typeFailure(value, ['int', 'float', 'string']);
  }
  const isInt = /^[-+]?\d{1,20}$/.test(value.value);
  return isInt ? checkedInt(BigInt(value.value.replace('+', ''))) : failure('Not an int.');
}

export function convertToString(value: RulesValue): ValueOf<'string'> | Failure {
  if (value.kind === 'string') {
    return value;
  }
  if (value.kind === 'null') {
    return stringValue('null');
  }
  if (value.kind === 'bool' || value.kind === 'int') {
    return stringValue(String(value.value));
  }
  if (value.kind === 'float') {
    const text = String(value.value);
    return stringValue(/^-?\d+$/.test(text) ? `${text}.0` : text);
  }
  return typeFailure(value, ['bool', 'int', 'float', 'string', 'null']);
}

/** A leading slash may be left out; `$(name)` becomes a capture for `bind`. */
export function convertToPath(text: string): ValueOf<'path'> {
  const segments = text.split('/').filter((segment) => segment !== '');
  return { kind: 'path', segments: segments.map(pathSegment) };
}

function pathSegment(text: string): PathSegment {
  const capture = /^\$\((.*)\)$/.exec(text)?.[1];
  return capture === undefined ? { text } : { capture };
}
