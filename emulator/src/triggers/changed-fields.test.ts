import { describe, expect, it } from 'vitest';
import { wireFields } from '../../test/fixtures.ts';
import { decodeFields } from '../values/wire.ts';
import { changedFields } from './changed-fields.ts';

const changed = (before: object, after: object) =>
  changedFields(decodeFields(wireFields(before)), decodeFields(wireFields(after)));

describe('the fields that a change has touched', () => {
  it('are those that differ, came or went', () => {
    expect(changed({ same: 1, n: 1, old: true }, { same: 1, n: 2, fresh: null })).toEqual([
      'n',
      'old',
      'fresh',
    ]);
  });

  it('are named by their path inside maps, whatever their names', () => {
    expect(changed({ a: { b: { c: 1, d: 1 } } }, { a: { b: { c: 2, d: 1 }, 'x.y': 1 } })).toEqual([
      'a.b.c',
      'a.`x.y`',
    ]);
  });

  it('are whole where a version holds no map: lists, and maps that came or went', () => {
    expect(changed({ list: [{ a: 1 }], m: { a: 1 } }, { list: [{ a: 2 }], m: 1, n: { b: 1 } })).toEqual([
      'list',
      'm',
      'n',
    ]);
  });

  it('are whole vectors', () => {
    const vector = (...value: number[]) => ({ __type__: '__vector__', value });
    expect(changed({ v: vector(0.5, 1.5) }, { v: vector(0.5, 2.5) })).toEqual(['v']);
  });

  it('tell an integer from the same double', () => {
    const before = decodeFields({ n: { integerValue: '1' } });
    expect(changedFields(before, decodeFields({ n: { doubleValue: 1 } }))).toEqual(['n']);
  });
});
