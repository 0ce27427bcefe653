import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyValue } from '../../test/arbitraries.ts';
import { compareValues, equalValues, identicalValues } from './order.ts';
import type { Value } from './value.ts';
import { decodeValue } from './wire.ts';

const name = 'projects/p/databases/d/documents';

/** One value of each rank, in the documented order, with its neighbours inside the rank. */
const ascending: Value[] = [
  { nullValue: null },
  { booleanValue: false },
  { booleanValue: true },
  { doubleValue: 'NaN' },
  { doubleValue: '-Infinity' },
  { integerValue: '-9223372036854775808' },
  { doubleValue: -1.5 },
  { integerValue: '0' },
  { doubleValue: 0.5 },
  { integerValue: '9007199254740993' },
  { doubleValue: 'Infinity' },
  { timestampValue: '0001-01-01T00:00:00Z' },
  { timestampValue: '2026-01-01T00:00:00.000001Z' },
  { stringValue: '' },
  { stringValue: 'Z' },
  { stringValue: 'a' },
  { stringValue: '\uffee' },
  { stringValue: '😀' },
  { bytesValue: '' },
  { bytesValue: 'AA==' },
  { bytesValue: '/w==' },
  { referenceValue: `${name}/a/__id-7__` },
  { referenceValue: `${name}/a/__id12__` },
  { referenceValue: `${name}/a/1` },
  { referenceValue: `${name}/a/1/b/1` },
  { referenceValue: `${name}/a!/1` },
  { geoPointValue: { latitude: -1, longitude: 5 } },
  { geoPointValue: { latitude: 1, longitude: -5 } },
  { arrayValue: {} },
  { arrayValue: { values: [{ integerValue: '1' }] } },
  { arrayValue: { values: [{ integerValue: '1' }, { nullValue: null }] } },
  { arrayValue: { values: [{ integerValue: '2' }] } },
  vector([9]),
  vector([1, 2]),
  vector([2, 1]),
  { mapValue: {} },
  { mapValue: { fields: { a: { integerValue: '2' } } } },
  { mapValue: { fields: { a: { integerValue: '2' }, b: { nullValue: null } } } },
  { mapValue: { fields: { b: { integerValue: '1' } } } },
].map((wire) => decodeValue(wire));

function vector(numbers: number[]) {
  const value = { arrayValue: { values: numbers.map((doubleValue) => ({ doubleValue })) } };
  return { mapValue: { fields: { __type__: { stringValue: '__vector__' }, value } } };
}

describe('the order of values', () => {
  it('is the documented one, across and within types', () => {
    for (const [i, a] of ascending.entries()) {
      for (const [j, b] of ascending.entries()) {
        expect(Math.sign(compareValues(a, b)), `${i} and ${j}`).toBe(Math.sign(i - j));
      }
    }
  });

  it('is total: antisymmetric and transitive', () => {
    fc.assert(
      fc.property(anyValue, anyValue, anyValue, (a, b, c) => {
        expect(Math.sign(compareValues(a, b))).toBe(0 - Math.sign(compareValues(b, a)));
        const [first, second, third] = [a, b, c].sort(compareValues);
        expect(first && third && compareValues(first, third)).toBeLessThanOrEqual(0);
        expect(first && second && compareValues(first, second)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('compares integers and doubles by exact value', () => {
    const big: Value = { kind: 'integer', value: 2n ** 53n + 1n };
    expect(compareValues(big, { kind: 'double', value: 2 ** 53 })).toBeGreaterThan(0);
    expect(equalValues({ kind: 'integer', value: 1n }, { kind: 'double', value: 1 })).toBe(true);
  });
});

describe('values stored alike', () => {
  it('are equal in filters as well', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        expect(identicalValues(a, a)).toBe(true);
        expect(!identicalValues(a, b) || equalValues(a, b)).toBe(true);
      }),
    );
  });

  it('differ between integer and double, and between the zeros', () => {
    expect(identicalValues({ kind: 'integer', value: 1n }, { kind: 'double', value: 1 })).toBe(false);
    expect(identicalValues({ kind: 'double', value: 0 }, { kind: 'double', value: -0 })).toBe(false);
  });
});
