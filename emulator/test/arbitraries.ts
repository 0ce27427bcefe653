/** Random Firestore values for property tests, small and prone to collide. */
import fc from 'fast-check';
import type { Fields, Value } from '../src/values/value.ts';

const double: fc.Arbitrary<Value> = fc
  .constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 0, 1, 1.5, -2, 2 ** 53)
  .map((value): Value => ({ kind: 'double', value }));

const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.constant<Value>({ kind: 'null' }),
  fc.boolean().map((value): Value => ({ kind: 'boolean', value })),
  fc.bigInt({ min: -3n, max: 3n }).map((value): Value => ({ kind: 'integer', value })),
  fc
    .constantFrom(2n ** 63n - 1n, -(2n ** 63n), 2n ** 53n + 1n)
    .map((value): Value => ({ kind: 'integer', value })),
  double,
  fc
    .record({ seconds: fc.integer({ min: -2, max: 2 }), nanos: fc.constantFrom(0, 1000, 999_999_000) })
    .map((value): Value => ({ kind: 'timestamp', value })),
  fc.string({ unit: 'binary', maxLength: 3 }).map((value): Value => ({ kind: 'string', value })),
  fc.uint8Array({ maxLength: 3 }).map((bytes): Value => ({ kind: 'bytes', value: Buffer.from(bytes) })),
  fc
    .constantFrom('a/1', 'a/2', 'a/1/b/1', 'a!/1')
    .map((path): Value => ({ kind: 'reference', value: `projects/p/databases/d/documents/${path}` })),
  fc
    .record({ latitude: fc.integer({ min: -1, max: 1 }), longitude: fc.integer({ min: -1, max: 1 }) })
    .map((point): Value => ({ kind: 'geoPoint', ...point })),
);

const names = fc.constantFrom('a', 'b', '__proto__', 'é');

const nested = fc.letrec<{ value: Value; fields: Fields }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    fc
      .array(tie('value'), { maxLength: 3 })
      .map((values): Value => ({ kind: 'array', values: values.filter(({ kind }) => kind !== 'array') })),
    tie('fields').map((fields): Value => ({ kind: 'map', fields })),
    fc.array(double, { minLength: 1, maxLength: 2 }).map(
      (values): Value => ({
        kind: 'map',
        fields: new Map<string, Value>([
          ['__type__', { kind: 'string', value: '__vector__' }],
          ['value', { kind: 'array', values }],
        ]),
      }),
    ),
  ),
  fields: fc
    .array(fc.tuple(names, tie('value')), { maxLength: 3 })
    .map((entries): Fields => new Map(entries)),
}));

/** Any value. */
export const anyValue: fc.Arbitrary<Value> = nested.value;
/** The fields of any document. */
export const anyFields: fc.Arbitrary<Fields> = nested.fields;
