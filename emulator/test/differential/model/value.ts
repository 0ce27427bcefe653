/** Firestore values as a model sees them: in the form in which they travel, so that counterexamples can be read. */

export type Value =
  | { readonly nullValue: 'NULL_VALUE' }
  | { readonly booleanValue: boolean }
  | { readonly integerValue: string }
  | { readonly doubleValue: number }
  | { readonly timestampValue: Timestamp }
  | { readonly stringValue: string }
  /** Base64. */
  | { readonly bytesValue: string }
  /** A full resource name. */
  | { readonly referenceValue: string }
  | { readonly geoPointValue: { readonly latitude: number; readonly longitude: number } }
  | { readonly arrayValue: { readonly values: readonly Value[] } }
  | { readonly mapValue: { readonly fields: Fields } };

export interface Timestamp {
  readonly seconds: number;
  readonly nanos: number;
}

export type Fields = { readonly [name: string]: Value };

/** The kinds of values, in the order in which they sort. */
export const kinds = [
  'null',
  'boolean',
  'nan',
  'number',
  'timestamp',
  'string',
  'bytes',
  'reference',
  'geoPoint',
  'array',
  'vector',
  'map',
] as const;

export type Kind = (typeof kinds)[number];

export const nullValue: Value = { nullValue: 'NULL_VALUE' };
export const notANumber: Value = { doubleValue: Number.NaN };

/** What kind of value it is, as far as the order of values is concerned. */
export function kindOf(value: Value): Kind {
  if ('doubleValue' in value) {
    return Number.isNaN(value.doubleValue) ? 'nan' : 'number';
  }
  if ('mapValue' in value) {
    return vectorOf(value) ? 'vector' : 'map';
  }
  if ('nullValue' in value) {
    return 'null';
  }
  if ('booleanValue' in value) {
    return 'boolean';
  }
  if ('integerValue' in value) {
    return 'number';
  }
  if ('timestampValue' in value) {
    return 'timestamp';
  }
  if ('stringValue' in value) {
    return 'string';
  }
  if ('bytesValue' in value) {
    return 'bytes';
  }
  if ('referenceValue' in value) {
    return 'reference';
  }
  return 'geoPointValue' in value ? 'geoPoint' : 'array';
}

/** The number a value is, exact for integers; undefined for anything else. */
export function numberOf(value: Value): bigint | number | undefined {
  if ('integerValue' in value) {
    return BigInt(value.integerValue);
  }
  return 'doubleValue' in value ? value.doubleValue : undefined;
}

/** The elements of an array; undefined for anything else. */
export function elementsOf(value: Value | undefined): readonly Value[] | undefined {
  return value && 'arrayValue' in value ? value.arrayValue.values : undefined;
}

/** The fields of a map; undefined for anything else. */
export function fieldsOf(value: Value | undefined): Fields | undefined {
  return value && 'mapValue' in value ? value.mapValue.fields : undefined;
}

/** The elements of a vector, as which SDKs store a map with a mark; undefined for anything else. */
export function vectorOf(value: Value): readonly Value[] | undefined {
  const fields = fieldsOf(value);
  const mark = fields?.['__type__'];
  return mark && 'stringValue' in mark && mark.stringValue === '__vector__'
    ? elementsOf(fields?.['value'])
    : undefined;
}

/** Text that is the same for two values exactly when they are stored alike: 1 and 1.0 differ, and 0.0 and -0.0. */
export function canonical(value: Value): string {
  if ('doubleValue' in value) {
    return `double ${Object.is(value.doubleValue, -0) ? '-0' : value.doubleValue}`;
  }
  if ('arrayValue' in value) {
    return `[${value.arrayValue.values.map(canonical).join()}]`;
  }
  return 'mapValue' in value ? canonicalFields(value.mapValue.fields) : JSON.stringify(value);
}

/** Like {@link canonical}, for the fields of a document. */
export function canonicalFields(fields: Fields): string {
  const entries = Object.entries(fields).map(
    ([name, value]) => `${JSON.stringify(name)}:${canonical(value)}`,
  );
  return `{${entries.sort().join()}}`;
}
