/**
 * Firestore values in memory: one discriminated union, decoded once when a request arrives and never changed after.
 */
import type { Timestamp } from './timestamp.ts';

/** Fields of a document or a map. A Map, so that a field may be called `__proto__`. */
export type Fields = ReadonlyMap<string, Value>;

export type Value =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'integer'; readonly value: bigint }
  | { readonly kind: 'double'; readonly value: number }
  | { readonly kind: 'timestamp'; readonly value: Timestamp }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'bytes'; readonly value: Buffer }
  | { readonly kind: 'reference'; readonly value: string }
  | { readonly kind: 'geoPoint'; readonly latitude: number; readonly longitude: number }
  | { readonly kind: 'array'; readonly values: readonly Value[] }
  | { readonly kind: 'map'; readonly fields: Fields };

export const nullValue: Value = { kind: 'null' };

/** The elements of a vector (a map with `__type__: "__vector__"`), or undefined for any other value. */
export function vectorElements(value: Value): readonly Value[] | undefined {
  if (value.kind !== 'map' || !isVector(value.fields)) {
    return undefined;
  }
  const elements = value.fields.get('value');
  return elements?.kind === 'array' ? elements.values : undefined;
}

/** Whether a map says that it is a vector. */
export function isVector(fields: Fields): boolean {
  const type = fields.get('__type__');
  return type?.kind === 'string' && type.value === '__vector__';
}
