/** Random values of all types, from small pools so that they meet. */
import fc from 'fast-check';
import type { FieldPath } from '../model/field-path.ts';
import { type Fields, kindOf, notANumber, nullValue, type Value } from '../model/value.ts';

export const databaseName = 'projects/demo-differential/databases/(default)';
/** The name below which all documents lie. */
export const root = `${databaseName}/documents`;

const ids = ['a', 'b', 'ab', 'Z', 'ä', '9', '10', 'a b!', '～', '😀'] as const;
const collections = ['c', 'c', 'c', 'c', 'c', 'c', 'd', 'c/a/c', 'c/a/c', 'd/ä/c', 'c/b/e'] as const;

/** Paths of documents, most of them in one collection. */
export const documentPath: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...collections), fc.constantFrom(...ids))
  .map(([collection, id]) => `${collection}/${id}`);

const integers = [
  '1',
  '2',
  '0',
  '-3',
  '7',
  '9007199254740993',
  '9223372036854775807',
  '-9223372036854775808',
];
const doubles = [1, 1.5, 0, -0, 7, Number.NaN, Infinity, -Infinity, 2 ** 53, 2 ** 63, 5e-324, -1e308];

const integer = fc.constantFrom(...integers).map((integerValue): Value => ({ integerValue }));

/** Integers and doubles, from the smallest to beyond what a double can tell apart. */
const number: fc.Arbitrary<Value> = fc.oneof(
  integer,
  fc.constantFrom(...doubles).map((doubleValue): Value => ({ doubleValue })),
);

const others: fc.Arbitrary<Value> = fc.constantFrom<Value>(
  nullValue,
  nullValue,
  notANumber,
  notANumber,
  { booleanValue: false },
  { booleanValue: true },
  { timestampValue: { seconds: 0, nanos: 0 } },
  { timestampValue: { seconds: 1_700_000_000, nanos: 1000 } },
  { timestampValue: { seconds: 1_700_000_000, nanos: 999_999_000 } },
  { timestampValue: { seconds: -62_135_596_800, nanos: 0 } },
  { stringValue: '' },
  { stringValue: 'a' },
  { stringValue: 'ab' },
  { stringValue: 'Z' },
  { stringValue: '～' },
  { stringValue: '😀' },
  { bytesValue: '' },
  { bytesValue: 'AA==' },
  { bytesValue: 'AP8=' },
  { bytesValue: '/w==' },
  { referenceValue: `${root}/c/a` },
  { referenceValue: `${root}/c/ab` },
  { referenceValue: `${root}/c/a/c/a` },
  { referenceValue: `${root}/c/a b!` },
  { geoPointValue: { latitude: 0, longitude: 0 } },
  { geoPointValue: { latitude: -90, longitude: 180 } },
  { geoPointValue: { latitude: 0, longitude: -0.5 } },
);

const scalar = fc.oneof({ weight: 3, arbitrary: number }, { weight: 4, arbitrary: others });
const few = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom<Value>({ integerValue: '1' }, { stringValue: 'a' }, { doubleValue: 1 }),
  },
  { weight: 2, arbitrary: scalar },
);

const vector: fc.Arbitrary<Value> = fc
  .array(fc.constantFrom(1, 0, -0, 2.5), { minLength: 1, maxLength: 3 })
  .map((numbers) => ({
    mapValue: {
      fields: {
        __type__: { stringValue: '__vector__' },
        value: { arrayValue: { values: numbers.map((doubleValue) => ({ doubleValue })) } },
      },
    },
  }));

const flatMap: fc.Arbitrary<Value> = fc
  .record({ x: few, y: scalar, 'z`\\': few }, { requiredKeys: [] })
  .map((fields) => mapOf(fields));

const list: fc.Arbitrary<Value> = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: few },
      { weight: 1, arbitrary: flatMap },
      { weight: 1, arbitrary: vector },
    ),
    { maxLength: 3 },
  )
  .map((values) => ({ arrayValue: { values } }));

const nestedMap: fc.Arbitrary<Value> = fc
  .record(
    {
      x: fc.oneof({ weight: 3, arbitrary: few }, { weight: 1, arbitrary: list }),
      y: fc.oneof(scalar, flatMap),
      'z`\\': few,
    },
    { requiredKeys: [] },
  )
  .map((fields) => mapOf(fields));

/** Any value. */
export const value: fc.Arbitrary<Value> = fc.oneof(
  { weight: 7, arbitrary: few },
  { weight: 8, arbitrary: scalar },
  { weight: 2, arbitrary: list },
  { weight: 1, arbitrary: nestedMap },
  { weight: 1, arbitrary: vector },
);

/** Mostly what a field is for, sometimes anything. */
function mostly(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 5, arbitrary }, { weight: 1, arbitrary: value });
}

function often(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return fc.oneof({ weight: 4, arbitrary }, { weight: 1, arbitrary: fc.constant(undefined) });
}

/** Any fields that have no strange names within strange names. */
export const fields: fc.Arbitrary<Fields> = fc
  .record(
    {
      a: often(value),
      n: often(mostly(number)),
      i: integer,
      l: mostly(list),
      m: mostly(nestedMap),
      'x.y': few,
      'ä ö': few,
      constructor: few,
    },
    { requiredKeys: ['a', 'n'] },
  )
  .map((made) => withoutMissing(made));

/** A field, and values that such a field may have. */
export interface Field {
  readonly path: FieldPath;
  readonly value: fc.Arbitrary<Value>;
}

const [a, n, l, m, mx]: Field[] = [
  { path: ['a'], value },
  { path: ['n'], value: mostly(number) },
  { path: ['l'], value: mostly(list) },
  { path: ['m'], value: mostly(nestedMap) },
  { path: ['m', 'x'], value: few },
];

/** The fields that writes and queries are about, the usual ones more often. */
export const field: fc.Arbitrary<Field> = fc.constantFrom(
  ...[a, a, n, n, n, l, m, mx, mx].flatMap((each) => each ?? []),
  { path: ['m', 'y'], value: fc.oneof(scalar, flatMap) },
  { path: ['m', 'z`\\'], value: few },
  { path: ['x.y'], value: few },
  { path: ['ä ö'], value: few },
  { path: ['constructor'], value: few },
);

/** Elements as arrays have them. */
export const element: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: few },
  { weight: 1, arbitrary: flatMap },
);

/** The name of a document as a value. */
export const reference: fc.Arbitrary<Value> = documentPath.map((path) => ({
  referenceValue: `${root}/${path}`,
}));

/** Values with which ranges and array tests may be asked for: neither null nor NaN. */
export function comparableValue(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return arbitrary.map((each) =>
    kindOf(each) === 'null' || kindOf(each) === 'nan' ? { integerValue: '1' } : each,
  );
}

/** Numbers that are added; NaN swallows everything and comes less often than others. */
export const operand: fc.Arbitrary<Value> = fc.oneof(
  { weight: 8, arbitrary: number },
  { weight: 1, arbitrary: fc.constant(notANumber) },
);

function mapOf(made: Partial<Record<string, Value>>): Value {
  return { mapValue: { fields: withoutMissing(made) } };
}

function withoutMissing(made: Partial<Record<string, Value>>): Fields {
  return Object.fromEntries(
    Object.entries(made).flatMap(([name, each]) => (each === undefined ? [] : [[name, each] as const])),
  );
}
