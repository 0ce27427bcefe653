import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyFields, anyValue } from '../../test/arbitraries.ts';
import { FieldsDraft, formatFieldPath, getField, parseFieldPath, withField } from './field-path.ts';
import type { Fields, Value } from './value.ts';
import { decodeFields, encodeFields } from './wire.ts';

const one: Value = { kind: 'integer', value: 1n };
const fields: Fields = decodeFields({
  a: { mapValue: { fields: { b: { integerValue: '7' } } } },
  s: { stringValue: 'x' },
});

describe('a field path', () => {
  it('splits at dots outside of back-ticks', () => {
    expect(parseFieldPath('a.b.c')).toEqual(['a', 'b', 'c']);
    expect(parseFieldPath('a.`b.c`.d')).toEqual(['a', 'b.c', 'd']);
    expect(parseFieldPath('`tick\\`and\\\\slash`')).toEqual(['tick`and\\slash']);
    expect(parseFieldPath('_a1.B_')).toEqual(['_a1', 'B_']);
  });

  it.each(['', '.', 'a.', '.a', 'a..b', '`', '`a', 'a`b`', '``', 'with-dash', '24_hours', 'é', 'a b', 'a.1'])(
    'is refused when it is %j',
    (text) => {
      expect(() => parseFieldPath(text)).toThrow(`Invalid property path "${text}"`);
    },
  );

  it('is refused when it is longer than 1500 bytes', () => {
    expect(() => parseFieldPath('a'.repeat(1501))).toThrow('1,500 bytes');
    expect(parseFieldPath('a'.repeat(1500))).toHaveLength(1);
  });

  it('is read as it was written', () => {
    const path = fc.array(fc.string({ minLength: 1, unit: 'binary' }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(path, (names) => {
        expect(parseFieldPath(formatFieldPath(names))).toEqual(names);
      }),
    );
  });

  it('finds values inside maps only', () => {
    expect(getField(fields, ['a', 'b'])).toEqual({ kind: 'integer', value: 7n });
    expect(getField(fields, ['a', 'c'])).toBeUndefined();
    expect(getField(fields, ['s', 'b'])).toBeUndefined();
  });

  it('sets a value, making the maps on the way', () => {
    const changed = withField(withField(fields, ['a', 'c', 'd'], one), ['s', 't'], one);
    expect(encodeFields(changed)).toEqual({
      a: {
        mapValue: {
          fields: { b: { integerValue: '7' }, c: { mapValue: { fields: { d: { integerValue: '1' } } } } },
        },
      },
      s: { mapValue: { fields: { t: { integerValue: '1' } } } },
    });
    expect(getField(fields, ['a', 'c'])).toBeUndefined();
  });

  it('removes a value, but makes no maps for that', () => {
    expect(encodeFields(withField(fields, ['a', 'b'], undefined))).toEqual({
      a: { mapValue: { fields: {} } },
      s: { stringValue: 'x' },
    });
    expect(withField(fields, ['x', 'y'], undefined)).toBe(fields);
  });
});

describe('a draft', () => {
  const name = fc.constantFrom('a', 'b');
  const path = fc.array(name, { minLength: 1, maxLength: 3 });
  const value = fc.option(anyValue, { nil: undefined });

  it('comes to what its changes come to one by one, and leaves alone what it began with', () => {
    fc.assert(
      fc.property(anyFields, fc.array(fc.tuple(path, value), { maxLength: 8 }), (start, changes) => {
        const before = JSON.stringify(encodeFields(start));
        const draft = new FieldsDraft(start);
        let expected = start;
        for (const [where, what] of changes) {
          draft.set(where, what);
          expected = withField(expected, where, what);
          expect(getField(draft.fields, where)).toEqual(what);
        }
        expect(draft.fields).toEqual(expected);
        expect(JSON.stringify(encodeFields(start))).toBe(before);
      }),
    );
  });
});
