/** The typed values, e.g. `{"int_value": 5}`, in which firebase-tools hands a request to the Storage rules runtime. */
import { nanosPerSecond, parseRfc3339 } from './time.ts';
import {
  boolValue,
  bytesValue,
  durationValue,
  floatValue,
  intValue,
  isObject,
  listValue,
  type MapValue,
  mapValue,
  nullValue,
  pathValue,
  type RulesValue,
  stringValue,
  timestampValue,
} from './values.ts';

/** Reads one typed value. Throws a TypeError, or a SyntaxError for an int that is none. */
export function fromTypedValue(wire: unknown): RulesValue {
  const [type = 'nothing', content] = isObject(wire) ? (Object.entries(wire)[0] ?? []) : [];
  switch (type) {
    case 'null_value':
      return nullValue;
    case 'bool_value':
      return boolValue(content === true);
    case 'int_value':
      return intValue(BigInt(String(content)));
    case 'float_value':
      return floatValue(Number(content));
    case 'string_value':
      return stringValue(String(content));
    case 'bytes_value':
      return bytesValue(Buffer.from(String(content), 'base64'));
    case 'timestamp_value':
      return readTimestamp(content);
    case 'duration_value':
      return durationValue(intIn(content, 'seconds') * nanosPerSecond + intIn(content, 'nanos'));
    case 'latlng_value':
      return {
        kind: 'latlng',
        latitude: Number(partOf(content, 'lat')),
        longitude: Number(partOf(content, 'lng')),
      };
    case 'path_value':
      return pathValue(itemsIn(content, 'segments').map((segment) => String(partOf(segment, 'simple'))));
    case 'list_value':
      return listValue(itemsIn(content, 'values').map(fromTypedValue));
    case 'set_value':
      return { kind: 'set', items: itemsIn(content, 'values').map(fromTypedValue) };
    case 'map_value':
      return readMap(content);
    default:
      throw new TypeError(`Unknown type of value: ${type}.`);
  }
}

function readMap(content: unknown): MapValue {
  const fields = partOf(content, 'fields');
  const entries = isObject(fields) ? Object.entries(fields) : [];
  return mapValue(entries.map(([name, value]) => [name, fromTypedValue(value)]));
}

function readTimestamp(content: unknown): RulesValue {
  const nanos = parseRfc3339(String(content));
  if (nanos === undefined) {
    throw new TypeError('Not a timestamp.');
  }
  return timestampValue(nanos);
}

function partOf(content: unknown, name: string): unknown {
  return isObject(content) ? content[name] : undefined;
}

function intIn(content: unknown, name: string): bigint {
  const part = partOf(content, name);
  return typeof part === 'number' || typeof part === 'string' ? BigInt(part) : 0n;
}

function itemsIn(content: unknown, name: string): readonly unknown[] {
  const items = partOf(content, name);
  return Array.isArray(items) ? items : [];
}
