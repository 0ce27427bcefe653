import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyValue } from '../../test/arbitraries.ts';
import { equalityKey } from './equality-key.ts';
import { equalValues } from './order.ts';
import type { Value } from './value.ts';

const root = 'projects/p/databases/d/documents';

describe('the key of a value', () => {
  it('is the same for values that are equal', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        fc.pre(equalValues(a, b));
        expect(equalityKey(a)).toBe(equalityKey(b));
      }),
      { maxSkipsPerRun: 5000 },
    );
  });

  it.each<[string, Value, Value]>([
    ['1 and 1.0', { kind: 'integer', value: 1n }, { kind: 'double', value: 1 }],
    ['0 and -0', { kind: 'double', value: 0 }, { kind: 'double', value: -0 }],
    [
      'two spellings of a numeric id',
      { kind: 'reference', value: `${root}/a/__id7__` },
      { kind: 'reference', value: `${root}/a/__id07__` },
    ],
  ])('is the same for %s', (_what, a, b) => {
    expect(equalValues(a, b)).toBe(true);
    expect(equalityKey(a)).toBe(equalityKey(b));
  });

  it('tells types apart', () => {
    const texts = ['1', 'true', 'null'].map((value): Value => ({ kind: 'string', value }));
    const others: Value[] = [
      { kind: 'integer', value: 1n },
      { kind: 'boolean', value: true },
      { kind: 'null' },
    ];
    expect(new Set([...texts, ...others].map(equalityKey)).size).toBe(6);
  });
});
