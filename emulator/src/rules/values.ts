/**
 * Values of the security rules language: one tagged union, never changed after it was made.
 *
 * @see https://firebase.google.com/docs/reference/rules/rules
 */
import { parseRfc3339 } from './time.ts';

/** One segment of a path; a capture is a `$(name)` that `bind` has not filled yet, `bound` the name it had before. */
export type PathSegment = { readonly text: string; readonly bound?: string } | { readonly capture: string };

export type RulesValue =
  | { readonly kind: 'null' }
  | { readonly kind: 'bool'; readonly value: boolean }
  /** A signed integer of 64 bits. */
  | { readonly kind: 'int'; readonly value: bigint }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'bytes'; readonly value: Uint8Array }
  /** Nanoseconds since the Unix epoch. */
  | { readonly kind: 'timestamp'; readonly nanos: bigint }
  | { readonly kind: 'duration'; readonly nanos: bigint }
  /** Degrees. */
  | { readonly kind: 'latlng'; readonly latitude: number; readonly longitude: number }
  | { readonly kind: 'path'; readonly segments: readonly PathSegment[] }
  | { readonly kind: 'list'; readonly items: readonly RulesValue[] }
  | { readonly kind: 'set'; readonly items: readonly RulesValue[] }
  | { readonly kind: 'map'; readonly fields: ReadonlyMap<string, RulesValue> }
  /** What `left.diff(right)` returns. */
  | {
      readonly kind: 'map_diff';
      readonly left: ReadonlyMap<string, RulesValue>;
      readonly right: ReadonlyMap<string, RulesValue>;
    };

export type ValueKind = RulesValue['kind'];
export type ValueOf<K extends ValueKind> = Extract<RulesValue, { kind: K }>;
export type MapValue = ValueOf<'map'>;

/** A document as rules see it. */
export interface RulesDocument {
  /** Segments behind `/databases/(default)/documents`, e.g. `['jobs', 'j1']`. */
  readonly name: readonly string[];
  readonly data: MapValue;
}

export const nullValue: RulesValue = { kind: 'null' };
export const trueValue: RulesValue = { kind: 'bool', value: true };
export const falseValue: RulesValue = { kind: 'bool', value: false };

export const boolValue = (value: boolean): RulesValue => (value ? trueValue : falseValue);
export const intValue = (value: number | bigint): ValueOf<'int'> => ({ kind: 'int', value: BigInt(value) });
export const floatValue = (value: number): ValueOf<'float'> => ({ kind: 'float', value });
export const stringValue = (value: string): ValueOf<'string'> => ({ kind: 'string', value });
export const bytesValue = (value: Uint8Array): ValueOf<'bytes'> => ({ kind: 'bytes', value });
export const timestampValue = (nanos: bigint): ValueOf<'timestamp'> => ({ kind: 'timestamp', nanos });
export const durationValue = (nanos: bigint): ValueOf<'duration'> => ({ kind: 'duration', nanos });
export const listValue = (items: readonly RulesValue[]): ValueOf<'list'> => ({ kind: 'list', items });
export const mapValue = (fields: Iterable<readonly [string, RulesValue]>): MapValue => ({
  kind: 'map',
  fields: new Map(fields),
});

/** A path without captures. */
export const pathValue = (segments: readonly string[]): ValueOf<'path'> => ({
  kind: 'path',
  segments: segments.map((text) => ({ text })),
});

/** The instant of a Date. */
export const dateValue = (date: Date): ValueOf<'timestamp'> =>
  timestampValue(BigInt(date.getTime()) * 1_000_000n);

/** Whether `value` is a JSON object whose content is not known yet. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Makes a value from plain JSON, as the claims of a token are: whole numbers become ints. */
export function fromJson(json: unknown): RulesValue {
  if (typeof json === 'boolean') {
    return boolValue(json);
  }
  if (typeof json === 'number') {
    return Number.isSafeInteger(json) ? intValue(json) : floatValue(json);
  }
  if (typeof json === 'string') {
    return stringValue(json);
  }
  if (Array.isArray(json)) {
    return listValue(json.map(fromJson));
  }
  return isObject(json)
    ? mapValue(Object.entries(json).map(([name, value]) => [name, fromJson(value)]))
    : nullValue;
}

/**
 * Makes a value from the proto3 JSON form of a Firestore value, e.g. `{"integerValue": "1"}`. A reference becomes a
 * path that begins with `/databases`, a vector the map it is stored as. Throws a TypeError for anything else.
 */
export function fromFirestoreValue(wire: unknown): RulesValue {
  const [type = 'nothing', content] = isObject(wire) ? (Object.entries(wire)[0] ?? []) : [];
  switch (type) {
    case 'nullValue':
      return nullValue;
    case 'booleanValue':
      return boolValue(content === true);
    case 'integerValue':
      return intValue(BigInt(String(content)));
    case 'doubleValue':
      return floatValue(Number(content));
    case 'stringValue':
      return stringValue(String(content));
    case 'bytesValue':
      return bytesValue(content instanceof Uint8Array ? content : Buffer.from(String(content), 'base64'));
    case 'timestampValue':
      return timestampValue(parseTimestamp(content));
    case 'referenceValue':
      return pathValue(String(content).split('/').slice(2));
    case 'geoPointValue':
      return {
        kind: 'latlng',
        latitude: numberIn(content, 'latitude'),
        longitude: numberIn(content, 'longitude'),
      };
    case 'arrayValue':
      return listValue(itemsOf(content).map(fromFirestoreValue));
    case 'mapValue':
      return fromFirestoreFields(isObject(content) ? content['fields'] : undefined);
    default:
      throw new TypeError(`Not a Firestore value: ${type}.`);
  }
}

/** Makes a map from the `fields` of a Firestore document or map in proto3 JSON; absent fields make an empty one. */
export function fromFirestoreFields(fields: unknown): MapValue {
  const entries = isObject(fields) ? Object.entries(fields) : [];
  return mapValue(entries.map(([name, value]) => [name, fromFirestoreValue(value)]));
}

function itemsOf(content: unknown): readonly unknown[] {
  const values = isObject(content) ? content['values'] : undefined;
  return Array.isArray(values) ? values : [];
}

function numberIn(content: unknown, name: string): number {
  const number = isObject(content) ? content[name] : undefined;
  return typeof number === 'number' ? number : 0;
}

function parseTimestamp(content: unknown): bigint {
  const nanos = parseRfc3339(String(content));
  if (nanos === undefined) {
    throw new TypeError('Not a timestamp.');
  }
  return nanos;
}
