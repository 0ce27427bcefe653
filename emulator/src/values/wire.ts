/**
 * Values as they travel (the proto3 JSON form of google.firestore.v1.Value) to and from the internal union. All
 * checks on what a client may store lie here: types, depth, nesting of arrays, ranges.
 *
 * @see https://firebase.google.com/docs/firestore/reference/rest/v1/Value
 */
import { parseDocumentName } from '../paths.ts';
import { invalidArgument, unimplemented } from '../status.ts';
import { formatTimestamp, parseTimestamp } from './timestamp.ts';
import { type Fields, isVector, nullValue, type Value } from './value.ts';

/** A JSON object whose content is not known yet. */
export type JsonObject = { [name: string]: unknown };

/** How deep maps and arrays may lie inside each other. */
export const deepest = 20;
const mostDimensions = 2048;
const smallestInteger = -(2n ** 63n);
const largestInteger = 2n ** 63n - 1n;

/** Reads the `fields` of a document or map. Throws INVALID_ARGUMENT for what Firestore would not store. */
export function decodeFields(wire: unknown, depth = 0): Fields {
  const fields = new Map<string, Value>();
  if (wire === undefined || wire === null) {
    return fields;
  }
  for (const [name, value] of Object.entries(asObject(wire, 'fields'))) {
    if (name === '') {
      throw invalidArgument('Field names must not be empty.');
    }
    fields.set(name, decodeValue(value, depth + 1));
  }
  return fields;
}

/** Reads one value. Throws INVALID_ARGUMENT for what Firestore would not store. */
export function decodeValue(wire: unknown, depth = 0): Value {
  if (depth > deepest) {
    throw invalidArgument(`Values are nested deeper than ${deepest} levels.`);
  }
  const entries = Object.entries(asObject(wire, 'a value'));
  const [entry] = entries;
  if (!entry || entries.length > 1) {
    throw invalidArgument('A value must have exactly one type.');
  }
  const [type, content] = entry;
  switch (type) {
    case 'nullValue':
      return nullValue;
    case 'booleanValue':
      return { kind: 'boolean', value: asBoolean(content) };
    case 'integerValue':
      return { kind: 'integer', value: asInteger(content) };
    case 'doubleValue':
      return { kind: 'double', value: asDouble(content) };
    case 'timestampValue':
      return { kind: 'timestamp', value: parseTimestamp(asText(content)) };
    case 'stringValue':
      return { kind: 'string', value: asText(content) };
    case 'bytesValue':
      return { kind: 'bytes', value: asBytes(content) };
    case 'referenceValue':
      return { kind: 'reference', value: asDocumentName(content) };
    case 'geoPointValue':
      return decodeGeoPoint(asObject(content, type));
    case 'arrayValue':
      return decodeArray(asObject(content, type).values, depth);
    case 'mapValue':
      return decodeMap(asObject(content, type).fields, depth);
    case 'fieldReferenceValue':
    case 'variableReferenceValue':
    case 'functionValue':
    case 'pipelineValue':
      throw unimplemented(`A value of type ${type} (pipelines)`);
    default:
      throw invalidArgument(`Unknown type of value: ${type}`);
  }
}

/** Reads a list of values to compare with, in which there may be arrays: `in` and `not-in` look for whole arrays. */
export function decodeAlternatives(wire: unknown): Value {
  const list = asObject(wire, 'a value').arrayValue;
  return isJsonObject(list)
    ? { kind: 'array', values: elementsOf(list.values).map((element) => decodeValue(element)) }
    : decodeValue(wire);
}

function decodeArray(wire: unknown, depth: number): Value {
  const values = elementsOf(wire).map((element) => decodeValue(element, depth + 1));
  if (values.some((value) => value.kind === 'array')) {
    throw invalidArgument('Cannot convert an array value in an array value.');
  }
  return { kind: 'array', values };
}

function elementsOf(wire: unknown): readonly unknown[] {
  if (wire === undefined) {
    return [];
  }
  if (!Array.isArray(wire)) {
    throw invalidArgument('arrayValue.values must be a list.');
  }
  return wire;
}

/** The keys by which maps stand for the types that only the enterprise edition has. */
const enterpriseTypes: ReadonlyMap<string, string> = new Map([
  ['__min__', 'MinKey'],
  ['__max__', 'MaxKey'],
  ['__regex__', 'RegexValue'],
  ['__oid__', 'BsonObjectId'],
  ['__int__', 'Int32Value'],
  ['__decimal128__', 'Decimal128Value'],
  ['__request_timestamp__', 'BsonTimestamp'],
  ['__binary__', 'Bytes with a subtype'],
]);

function decodeMap(wire: unknown, depth: number): Value {
  const fields = decodeFields(wire, depth);
  const [onlyKey = ''] = fields.size === 1 ? fields.keys() : [];
  const enterpriseType = enterpriseTypes.get(onlyKey);
  if (enterpriseType) {
    throw unimplemented(`A value of type ${enterpriseType} (enterprise edition)`);
  }
  if (isVector(fields)) {
    checkVector(fields);
  }
  return { kind: 'map', fields };
}

function checkVector(fields: Fields): void {
  const elements = fields.get('value');
  if (fields.size !== 2 || elements?.kind !== 'array') {
    throw invalidArgument('A vector must have exactly a type and a value, which is an array.');
  }
  if (elements.values.some(({ kind }) => kind !== 'double')) {
    throw invalidArgument('All elements of a vector must be doubles.');
  }
  if (elements.values.length > mostDimensions) {
    throw invalidArgument(`A vector cannot have more than ${mostDimensions} dimensions.`);
  }
}

function decodeGeoPoint(wire: JsonObject): Value {
  const [latitude, longitude] = [asDouble(wire.latitude ?? 0), asDouble(wire.longitude ?? 0)];
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
    throw invalidArgument('Latitude must lie in [-90, 90] and longitude in [-180, 180].');
  }
  return { kind: 'geoPoint', latitude, longitude };
}

/** Writes fields in the form {@link decodeFields} reads. */
export function encodeFields(fields: Fields): JsonObject {
  return Object.fromEntries(Array.from(fields, ([name, value]) => [name, encodeValue(value)]));
}

/** Writes one value in the form {@link decodeValue} reads. */
export function encodeValue(value: Value): JsonObject {
  switch (value.kind) {
    case 'null':
      return { nullValue: null };
    case 'boolean':
      return { booleanValue: value.value };
    case 'integer':
      return { integerValue: String(value.value) };
    case 'double':
      return { doubleValue: encodeDouble(value.value) };
    case 'timestamp':
      return { timestampValue: formatTimestamp(value.value) };
    case 'string':
      return { stringValue: value.value };
    case 'bytes':
      return { bytesValue: value.value.toString('base64') };
    case 'reference':
      return { referenceValue: value.value };
    case 'geoPoint':
      return { geoPointValue: { latitude: value.latitude, longitude: value.longitude } };
    case 'array':
      return { arrayValue: { values: value.values.map(encodeValue) } };
    case 'map':
      return { mapValue: { fields: encodeFields(value.fields) } };
  }
}

/** JSON has neither NaN, the infinities nor a negative zero: proto3 writes them as text. */
function encodeDouble(value: number): number | string {
  return Number.isFinite(value) && !Object.is(value, -0)
    ? value
    : Object.is(value, -0)
      ? '-0'
      : String(value);
}

/** Whether parsed JSON is an object, not a list or null. */
export function isJsonObject(content: unknown): content is JsonObject {
  return typeof content === 'object' && content !== null && !Array.isArray(content);
}

function asObject(content: unknown, what: string): JsonObject {
  if (!isJsonObject(content)) {
    throw invalidArgument(`Expected an object for ${what}.`);
  }
  return content;
}

function asBoolean(content: unknown): boolean {
  if (typeof content !== 'boolean') {
    throw invalidArgument('booleanValue must be true or false.');
  }
  return content;
}

function asText(content: unknown): string {
  if (typeof content !== 'string') {
    throw invalidArgument('Expected text.');
  }
  return content;
}

/** Base64 in either alphabet, with padding or without. */
function asBytes(content: unknown): Buffer {
  const text = asText(content);
  if (!/^[\w+/-]*={0,2}$/.test(text)) {
    throw invalidArgument('bytesValue must be in base64.');
  }
  return Buffer.from(text, 'base64');
}

function asDocumentName(content: unknown): string {
  const name = asText(content);
  parseDocumentName(name);
  return name;
}

function asInteger(content: unknown): bigint {
  const text = typeof content === 'number' ? String(content) : asText(content);
  if (!/^-?\d+$/.test(text)) {
    throw invalidArgument(`Invalid integer: ${text}`);
  }
  const value = BigInt(text);
  if (value < smallestInteger || value > largestInteger) {
    throw invalidArgument(`Integer out of range: ${text}`);
  }
  return value;
}

function asDouble(content: unknown): number {
  if (typeof content === 'number') {
    return content;
  }
  const text = asText(content);
  if (!/^(NaN|-?Infinity|-?\d+(\.\d+)?([eE][+-]?\d+)?)$/.test(text)) {
    throw invalidArgument(`Invalid number: ${text}`);
  }
  return Number(text);
}
