/**
 * How much Firestore counts a document for, by its published rules; the limit of 1 MiB is held against it.
 *
 * @see https://firebase.google.com/docs/firestore/storage-size
 */
import type { Fields, Value } from './value.ts';

/** The most a document may measure, in bytes. */
export const largestDocument = 1_048_576;

/** The size of a document in bytes: its name, its fields and 32 bytes on top. */
export function documentSize(segments: readonly string[], fields: Fields): number {
  return nameSize(segments) + fieldsSize(fields) + 32;
}

/** The size of a document's name, of its path behind `documents/`. */
export function nameSize(segments: readonly string[]): number {
  return segments.reduce((total, segment) => total + textSize(segment), 16);
}

function fieldsSize(fields: Fields): number {
  let total = 0;
  for (const [name, value] of fields) {
    total += textSize(name) + valueSize(value);
  }
  return total;
}

/** The size of a text. */
export function textSize(text: string): number {
  return Buffer.byteLength(text) + 1;
}

/** The size of a value. */
export function valueSize(value: Value): number {
  switch (value.kind) {
    case 'null':
    case 'boolean':
      return 1;
    case 'integer':
    case 'double':
    case 'timestamp':
      return 8;
    case 'geoPoint':
      return 16;
    case 'string':
      return textSize(value.value);
    case 'bytes':
      return value.value.length;
    case 'reference':
      return nameSize(value.value.split('/').slice(5));
    case 'array':
      return value.values.reduce((total, element) => total + valueSize(element), 0);
    case 'map':
      return fieldsSize(value.fields);
  }
}
