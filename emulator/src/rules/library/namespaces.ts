/** The functions that are called by a namespace, e.g. `math.abs(x)`, and the conversions that are called bare. */
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { checkedDuration, checkedInt, checkedTimestamp } from '../arithmetic.ts';
import type { NumberValue } from '../equality.ts';
import { type Failure, failure } from '../failure.ts';
import { durationUnits, nanosPerHour, nanosPerMilli, nanosPerMinute, nanosPerSecond } from '../time.ts';
import { boolValue, bytesValue, durationValue, floatValue, type RulesValue } from '../values.ts';
import {
  convertToBool,
  convertToFloat,
  convertToInt,
  convertToPath,
  convertToString,
} from './conversions.ts';
import { crc32c } from './crc32c.ts';
import { type FunctionTable, libraryFunction } from './signature.ts';

/** Prints its argument and returns it. The evaluator has it, for it knows where to print. */
export const debugFunction = 'debug';

/** Called by their bare name. */
export const globalFunctions: FunctionTable = new Map([
  ['bool', libraryFunction(['any'], convertToBool)],
  ['float', libraryFunction(['any'], convertToFloat)],
  ['int', libraryFunction(['any'], convertToInt)],
  ['string', libraryFunction(['any'], convertToString)],
  ['path', libraryFunction(['string'], (text) => convertToPath(text.value))],
]);

/** @see https://firebase.google.com/docs/reference/rules/rules.duration_ */
const duration: FunctionTable = new Map([
  ['abs', libraryFunction(['duration'], ({ nanos }) => durationValue(nanos < 0n ? -nanos : nanos))],
  [
    'time',
    libraryFunction(['int', 'int', 'int', 'int'], (hours, minutes, seconds, nanos) =>
      checkedDuration(
        hours.value * nanosPerHour +
          minutes.value * nanosPerMinute +
          seconds.value * nanosPerSecond +
          nanos.value,
      ),
    ),
  ],
  [
    'value',
    libraryFunction(['int', 'string'], (amount, unit) => {
      const nanos = durationUnits.get(unit.value);
      return nanos === undefined
        ? failure(`Unknown unit of time: ${unit.value}.`)
        : checkedDuration(amount.value * nanos);
    }),
  ],
]);

/** @see https://firebase.google.com/docs/reference/rules/rules.hashing */
const hashing: FunctionTable = new Map([
  ['crc32', hash((bytes) => bigEndian(crc32(bytes)))],
  ['crc32c', hash((bytes) => bigEndian(crc32c(bytes)))],
  ['md5', hash((bytes) => createHash('md5').update(bytes).digest())],
  ['sha256', hash((bytes) => createHash('sha256').update(bytes).digest())],
]);

function hash(digest: (bytes: Uint8Array) => Uint8Array) {
  return libraryFunction(['any'], (value) => {
    if (value.kind === 'string') {
      return bytesValue(digest(Buffer.from(value.value)));
    }
    return value.kind === 'bytes'
      ? bytesValue(digest(value.value))
      : failure('Only strings and bytes have a hash.');
  });
}

function bigEndian(checksum: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(checksum);
  return bytes;
}

/** @see https://firebase.google.com/docs/reference/rules/rules.latlng */
const latlng: FunctionTable = new Map([
  [
    'value',
    libraryFunction(['number', 'number'], (north, east): RulesValue | Failure => {
      const [latitude, longitude] = [Number(north.value), Number(east.value)];
      const onGlobe = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
      return onGlobe ? { kind: 'latlng', latitude, longitude } : failure('Not a place on the globe.');
    }),
  ],
]);

/** @see https://firebase.google.com/docs/reference/rules/rules.math */
const math: FunctionTable = new Map([
  ['abs', libraryFunction(['number'], absolute)],
  ['ceil', libraryFunction(['number'], (number) => rounded(number, Math.ceil))],
  ['floor', libraryFunction(['number'], (number) => rounded(number, Math.floor))],
  ['round', libraryFunction(['number'], (number) => rounded(number, roundHalfAway))],
  [
    'isInfinite',
    libraryFunction(['number'], ({ value }) => boolValue(value === Infinity || value === -Infinity)),
  ],
  ['isNaN', libraryFunction(['number'], ({ value }) => boolValue(Number.isNaN(value)))],
  [
    'pow',
    libraryFunction(['number', 'number'], (base, exponent) =>
      floatValue(Number(base.value) ** Number(exponent.value)),
    ),
  ],
  ['sqrt', libraryFunction(['number'], ({ value }) => floatValue(Math.sqrt(Number(value))))],
]);

function absolute(number: NumberValue): RulesValue | Failure {
  if (number.kind === 'float') {
    return floatValue(Math.abs(number.value));
  }
  return checkedInt(number.value < 0n ? -number.value : number.value);
}

function rounded(number: NumberValue, round: (value: number) => number): RulesValue | Failure {
  if (number.kind === 'int') {
    return number;
  }
  const whole = round(number.value);
  return Number.isFinite(whole) ? checkedInt(BigInt(whole)) : failure('Not a finite number.');
}

function roundHalfAway(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value));
}

/** @see https://firebase.google.com/docs/reference/rules/rules.timestamp_ */
const timestamp: FunctionTable = new Map([
  [
    'date',
    libraryFunction(['int', 'int', 'int'], (year, month, day) => {
      const date = new Date(0);
      date.setUTCFullYear(Number(year.value), Number(month.value) - 1, Number(day.value));
      const exists =
        date.getUTCFullYear() === Number(year.value) &&
        date.getUTCMonth() + 1 === Number(month.value) &&
        date.getUTCDate() === Number(day.value);
      return exists ? checkedTimestamp(BigInt(date.getTime()) * nanosPerMilli) : failure('Not a date.');
    }),
  ],
  ['value', libraryFunction(['int'], ({ value }) => checkedTimestamp(value * nanosPerMilli))],
]);

/** By the name before the dot. */
export const namespaces: ReadonlyMap<string, FunctionTable> = new Map([
  ['duration', duration],
  ['hashing', hashing],
  ['latlng', latlng],
  ['math', math],
  ['timestamp', timestamp],
]);
