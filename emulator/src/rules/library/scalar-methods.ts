/** Methods of strings, bytes, paths, places, instants and durations. */
import type { RE2JS } from 're2js';
import { type Failure, failure } from '../failure.ts';
import {
  dateOf,
  floorModulo,
  nanosPerDay,
  nanosPerHour,
  nanosPerMilli,
  nanosPerMinute,
  nanosPerSecond,
} from '../time.ts';
import {
  boolValue,
  bytesValue,
  durationValue,
  floatValue,
  intValue,
  listValue,
  type PathSegment,
  type RulesValue,
  stringValue,
  timestampValue,
  type ValueOf,
} from '../values.ts';
import { distanceInMetres } from './distance.ts';
import { compilePattern } from './regular-expression.ts';
import { type MethodTable, method } from './signature.ts';

/** The characters of a text, each a Unicode code point. */
export function charactersOf(text: string): string[] {
  return Array.from(text);
}

/** @see https://firebase.google.com/docs/reference/rules/rules.String */
export const stringMethods: MethodTable<ValueOf<'string'>> = new Map([
  ['size', method([], (self) => intValue(charactersOf(self.value).length))],
  ['lower', method([], (self) => stringValue(self.value.toLowerCase()))],
  ['upper', method([], (self) => stringValue(self.value.toUpperCase()))],
  ['trim', method([], (self) => stringValue(self.value.trim()))],
  ['toUtf8', method([], (self) => bytesValue(Buffer.from(self.value)))],
  [
    'matches',
    method(['string'], (self, pattern) =>
      withPattern(pattern.value, (expression) => boolValue(expression.matches(self.value))),
    ),
  ],
  [
    'replace',
    method(['string', 'string'], (self, pattern, replacement) =>
      withPattern(pattern.value, (expression) =>
        stringValue(expression.matcher(self.value).replaceAll(() => replacement.value)),
      ),
    ),
  ],
  [
    'split',
    method(['string'], (self, pattern) =>
      withPattern(pattern.value, (expression) => splitText(self.value, expression)),
    ),
  ],
]);

function withPattern(pattern: string, use: (expression: RE2JS) => RulesValue): RulesValue | Failure {
  const expression = compilePattern(pattern);
  return expression ? use(expression) : failure('Invalid regular expression.');
}

function splitText(text: string, expression: RE2JS): RulesValue {
  const parts: string[] = [];
  let end = 0;
  for (const matcher = expression.matcher(text); matcher.find(); ) {
    const [from, to] = [matcher.start(), matcher.end()];
    const isEmptyAtEdge = from === to && (from === 0 || from === text.length);
    if (!isEmptyAtEdge) {
      parts.push(text.slice(end, from));
      end = to;
    }
  }
  return listValue([...parts, text.slice(end)].map(stringValue));
}

/** @see https://firebase.google.com/docs/reference/rules/rules.Bytes */
export const bytesMethods: MethodTable<ValueOf<'bytes'>> = new Map([
  ['size', method([], (self) => intValue(self.value.length))],
  ['toBase64', method([], (self) => stringValue(base64Url(self.value)))],
  ['toHexString', method([], (self) => stringValue(Buffer.from(self.value).toString('hex').toUpperCase()))],
]);

/** The URL-safe alphabet of RFC 4648, section 5, padded, as that says unless told otherwise. */
function base64Url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replaceAll('+', '-').replaceAll('/', '_');
}

/** Fills the captures of a path. In the path it is called on, names that mean nothing are captures. */
export const bindMethod = 'bind';

/** @see https://firebase.google.com/docs/reference/rules/rules.Path */
export const pathMethods: MethodTable<ValueOf<'path'>> = new Map([
  [bindMethod, method(['map'], (self, values) => bindPath(self, values))],
]);

function bindPath(path: ValueOf<'path'>, values: ValueOf<'map'>): RulesValue | Failure {
  const segments: PathSegment[] = [];
  for (const segment of path.segments) {
    const value = 'capture' in segment ? values.fields.get(segment.capture) : stringValue(segment.text);
    if (value?.kind !== 'string') {
      return failure(`Nothing to bind to ${'capture' in segment ? segment.capture : segment.text}.`);
    }
    segments.push('capture' in segment ? { text: value.value, bound: segment.capture } : segment);
  }
  return { kind: 'path', segments };
}

/** @see https://firebase.google.com/docs/reference/rules/rules.LatLng */
export const latlngMethods: MethodTable<ValueOf<'latlng'>> = new Map([
  ['latitude', method([], (self) => floatValue(self.latitude))],
  ['longitude', method([], (self) => floatValue(self.longitude))],
  ['distance', method(['latlng'], (self, other) => floatValue(distanceInMetres(self, other)))],
]);

/** @see https://firebase.google.com/docs/reference/rules/rules.Duration */
export const durationMethods: MethodTable<ValueOf<'duration'>> = new Map([
  ['seconds', method([], (self) => intValue(self.nanos / nanosPerSecond))],
  ['nanos', method([], (self) => intValue(self.nanos % nanosPerSecond))],
]);

const calendar = (read: (date: Date) => number) =>
  method([], (self: ValueOf<'timestamp'>) => intValue(read(dateOf(self.nanos))));
const clock = (unit: bigint, cycle: bigint) =>
  method([], (self: ValueOf<'timestamp'>) => intValue(floorModulo(self.nanos, cycle) / unit));

/** All in UTC. @see https://firebase.google.com/docs/reference/rules/rules.Timestamp */
export const timestampMethods: MethodTable<ValueOf<'timestamp'>> = new Map([
  ['year', calendar((date) => date.getUTCFullYear())],
  ['month', calendar((date) => date.getUTCMonth() + 1)],
  ['day', calendar((date) => date.getUTCDate())],
  ['dayOfWeek', calendar((date) => date.getUTCDay() || 7)],
  ['dayOfYear', calendar((date) => dayOfYear(date))],
  ['hours', clock(nanosPerHour, nanosPerDay)],
  ['minutes', clock(nanosPerMinute, nanosPerHour)],
  ['seconds', clock(nanosPerSecond, nanosPerMinute)],
  ['nanos', clock(1n, nanosPerSecond)],
  ['date', method([], (self) => timestampValue(self.nanos - floorModulo(self.nanos, nanosPerDay)))],
  ['time', method([], (self) => durationValue(floorModulo(self.nanos, nanosPerDay)))],
  [
    'toMillis',
    method([], (self) => intValue((self.nanos - floorModulo(self.nanos, nanosPerMilli)) / nanosPerMilli)),
  ],
]);

function dayOfYear(date: Date): number {
  const start = Date.UTC(date.getUTCFullYear(), 0, 1);
  return Math.floor((date.getTime() - start) / 86_400_000) + 1;
}
