import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyFields, anyValue } from '../../test/arbitraries.ts';
import { root } from '../../test/fixtures.ts';
import { identicalFields, identicalValues } from './order.ts';
import { decodeFields, decodeValue, encodeFields, encodeValue } from './wire.ts';

const vector = (values: object[] | undefined, more: object = {}) => ({
  mapValue: {
    fields: {
      __type__: { stringValue: '__vector__' },
      ...(values && { value: { arrayValue: { values } } }),
      ...more,
    },
  },
});

const zeros = (dimensions: number) => Array.from({ length: dimensions }, () => ({ doubleValue: 0 }));

describe('values on the wire', () => {
  it('come back as they went, through JSON text', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(identicalValues(decodeValue(JSON.parse(JSON.stringify(encodeValue(value)))), value)).toBe(
          true,
        );
      }),
    );
    fc.assert(
      fc.property(anyFields, (fields) => {
        expect(identicalFields(decodeFields(JSON.parse(JSON.stringify(encodeFields(fields)))), fields)).toBe(
          true,
        );
      }),
    );
  });

  it('may be null in two spellings, and integers plain numbers', () => {
    expect(decodeValue({ nullValue: 'NULL_VALUE' })).toEqual({ kind: 'null' });
    expect(decodeValue({ nullValue: null })).toEqual({ kind: 'null' });
    expect(decodeValue({ integerValue: 7 })).toEqual({ kind: 'integer', value: 7n });
  });

  it('may be bytes in either alphabet of base64, and numbers in text', () => {
    const bytes = { kind: 'bytes', value: Buffer.from([0xfb, 0xff, 0xfe, 0x01]) };
    expect(decodeValue({ bytesValue: '+//+AQ==' })).toEqual(bytes);
    expect(decodeValue({ bytesValue: '-__-AQ' })).toEqual(bytes);
    expect(decodeValue({ doubleValue: '-1.5e3' })).toEqual({ kind: 'double', value: -1500 });
    expect(decodeValue({ doubleValue: '-Infinity' })).toEqual({ kind: 'double', value: -Infinity });
  });

  it('lose what is finer than a microsecond', () => {
    expect(encodeValue(decodeValue({ timestampValue: '2026-01-01T00:00:00.123456789Z' }))).toEqual({
      timestampValue: '2026-01-01T00:00:00.123456Z',
    });
  });

  it.each([
    [
      'an array in an array',
      { arrayValue: { values: [{ arrayValue: {} }] } },
      'array value in an array value',
    ],
    ['two types at once', { stringValue: 'a', booleanValue: true }, 'exactly one type'],
    ['no type', {}, 'exactly one type'],
    ['an integer beyond 64 bits', { integerValue: '9223372036854775808' }, 'out of range'],
    ['a fraction as an integer', { integerValue: '1.5' }, 'Invalid integer'],
    ['text as a number', { doubleValue: 'many' }, 'Invalid number'],
    ['a number in sixteens', { doubleValue: '0x10' }, 'Invalid number'],
    ['bytes that are not base64', { bytesValue: 'ä!' }, 'base64'],
    ['a date without a zone', { timestampValue: '2026-01-01T00:00:00' }, 'Invalid timestamp'],
    ['a pole beyond the pole', { geoPointValue: { latitude: 91 } }, 'Latitude'],
    ['a reference to nothing', { referenceValue: 'x' }, 'Invalid resource name'],
    ['a reference to a collection', { referenceValue: `${root}/c` }, 'odd number'],
    ['a vector of integers', vector([{ integerValue: '1' }]), 'doubles'],
    ['a vector with more than elements', vector([], { more: { nullValue: null } }), 'exactly'],
    ['a vector without elements', vector(undefined), 'exactly'],
    ['a vector of more than 2048 dimensions', vector(zeros(2049)), '2048'],
    ['an unknown type', { moneyValue: 1 }, 'Unknown type'],
  ])('are refused: %s', (_what, wire, message) => {
    expect(() => decodeValue(wire)).toThrow(message);
  });

  it('are refused by name when they belong to pipelines', () => {
    expect(() => decodeValue({ functionValue: {} })).toThrow('functionValue (pipelines) is not supported');
  });

  it('are refused by name when only the enterprise edition has them', () => {
    const int32 = { mapValue: { fields: { __int__: { integerValue: '1' } } } };
    expect(() => decodeValue({ arrayValue: { values: [int32] } })).toThrow(
      'A value of type Int32Value (enterprise edition) is not supported',
    );
  });

  it('may be a vector of 2048 dimensions', () => {
    expect(() => decodeValue(vector(zeros(2048)))).not.toThrow();
  });

  it('nest up to twenty levels', () => {
    const nest = (levels: number): object =>
      levels === 0 ? { nullValue: null } : { mapValue: { fields: { a: nest(levels - 1) } } };
    expect(() => decodeFields({ a: nest(19) })).not.toThrow();
    expect(() => decodeFields({ a: nest(20) })).toThrow('deeper than 20');
  });
});
