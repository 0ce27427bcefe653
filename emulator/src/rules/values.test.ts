import { describe, expect, it } from 'vitest';
import { equals } from './equality.ts';
import { fromFirestoreFields, fromFirestoreValue, fromJson, intValue, pathValue } from './values.ts';

describe('a Firestore value', () => {
  it.each<[unknown, unknown]>([
    [{ nullValue: 'NULL_VALUE' }, { kind: 'null' }],
    [{ booleanValue: true }, { kind: 'bool', value: true }],
    [{ integerValue: '9007199254740993' }, { kind: 'int', value: 9007199254740993n }],
    [{ integerValue: 5 }, { kind: 'int', value: 5n }],
    [{ doubleValue: 1 }, { kind: 'float', value: 1 }],
    [{ doubleValue: 'NaN' }, { kind: 'float', value: Number.NaN }],
    [{ doubleValue: '-Infinity' }, { kind: 'float', value: -Infinity }],
    [{ stringValue: 'a' }, { kind: 'string', value: 'a' }],
    [{ bytesValue: 'YQ==' }, { kind: 'bytes', value: Buffer.from('a') }],
    [{ timestampValue: '1970-01-01T00:00:01.000000001Z' }, { kind: 'timestamp', nanos: 1_000_000_001n }],
    [{ timestampValue: '1969-12-31T23:59:59.5Z' }, { kind: 'timestamp', nanos: -500_000_000n }],
    [{ timestampValue: '1970-01-01T01:00:00+01:00' }, { kind: 'timestamp', nanos: 0n }],
    [{ geoPointValue: { latitude: 1 } }, { kind: 'latlng', latitude: 1, longitude: 0 }],
    [
      { referenceValue: 'projects/p/databases/(default)/documents/a/b' },
      pathValue(['databases', '(default)', 'documents', 'a', 'b']),
    ],
    [{ arrayValue: {} }, { kind: 'list', items: [] }],
    [{ arrayValue: { values: [{ integerValue: 1 }] } }, { kind: 'list', items: [intValue(1)] }],
    [
      { mapValue: { fields: { a: { nullValue: null } } } },
      { kind: 'map', fields: new Map([['a', { kind: 'null' }]]) },
    ],
    [{ mapValue: {} }, { kind: 'map', fields: new Map() }],
  ])('%j', (wire, value) => {
    expect(fromFirestoreValue(wire)).toEqual(value);
  });

  it.each([undefined, null, {}, { oddValue: 1 }, { timestampValue: 'noon' }])('is not %j', (wire) => {
    expect(() => fromFirestoreValue(wire)).toThrow(TypeError);
  });

  it('is an empty map when a document has no fields', () => {
    expect(fromFirestoreFields(undefined)).toEqual({ kind: 'map', fields: new Map() });
  });
});

describe('a claim of a token', () => {
  it('is an int when it is a whole number', () => {
    const claims = fromJson({ level: 3, ratio: 0.5, tags: ['a', null], ok: true });
    expect(claims).toEqual({
      kind: 'map',
      fields: new Map<string, unknown>([
        ['level', { kind: 'int', value: 3n }],
        ['ratio', { kind: 'float', value: 0.5 }],
        ['tags', { kind: 'list', items: [{ kind: 'string', value: 'a' }, { kind: 'null' }] }],
        ['ok', { kind: 'bool', value: true }],
      ]),
    });
    expect(equals(claims, fromJson({ ok: true, tags: ['a', null], ratio: 0.5, level: 3 }))).toBe(true);
  });
});
