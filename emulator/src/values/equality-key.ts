/** A text by which values that are equal to a filter are found. */
import { compareText } from './text.ts';
import type { Value } from './value.ts';

/** The same for all values that are equal in the order of values; now and then also for two that are not. */
export function equalityKey(value: Value): string {
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'boolean':
      return String(value.value);
    case 'integer':
    case 'double':
      // As a double, 1 and 1.0 are alike, and 0 and -0.
      return `n${Number(value.value)}`;
    case 'timestamp':
      return `t${value.value.seconds}.${value.value.nanos}`;
    case 'string':
      return `s${value.value}`;
    case 'bytes':
      return `b${value.value.toString('base64')}`;
    case 'reference':
      // Numeric ids are equal in several spellings.
      return value.value.includes('__id') ? 'r' : `r${value.value}`;
    case 'geoPoint':
      return `g${value.latitude},${value.longitude}`;
    case 'array':
      return `[${value.values.map(equalityKey).join()}]`;
    case 'map': {
      const entries = Array.from(value.fields, ([name, inside]) => `${name}:${equalityKey(inside)}`);
      return `{${entries.sort(compareText).join()}}`;
    }
  }
}
