import { describe, expect, it } from 'vitest';
import { query, root, where } from '../../test/fixtures.ts';

const both = (op: 'AND' | 'OR', ...filters: object[]) => ({ compositeFilter: { op, filters } });
const ask = (filter: object) => () => query({ from: [{ collectionId: 'c' }], where: filter });
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

const equalities = (count: number) => numbers(count).map((n) => where(`f${n}`, 'EQUAL', n));

const notEqual = where('a', 'NOT_EQUAL', 1);
const isNotNull = { unaryFilter: { field: { fieldPath: 'b' }, op: 'IS_NOT_NULL' } };
const notIn = where('a', 'NOT_IN', [1]);
const contains = where('tags', 'ARRAY_CONTAINS', 'x');

describe('a combination of filters', () => {
  it.each([
    ['more than ten values in not-in', where('a', 'NOT_IN', numbers(11)), 'up to 10'],
    ['not-in twice', both('AND', notIn, where('b', 'NOT_IN', [1])), 'cannot be combined'],
    ['not-in beside !=', both('AND', notIn, where('b', 'NOT_EQUAL', 1)), 'cannot be combined'],
    ['!= twice', both('AND', notEqual, where('b', 'NOT_EQUAL', 1)), "one 'NOT_EQUAL'"],
    ['!= beside a test that a field is not null', both('OR', notEqual, isNotNull), "one 'NOT_EQUAL'"],
    ['not-in beside in', both('AND', notIn, where('b', 'IN', [1])), 'cannot be combined'],
    ['not-in under or', both('OR', notIn, where('b', 'EQUAL', 1)), 'cannot be combined'],
    ['array-contains twice', both('AND', contains, contains), 'A maximum of 1'],
    [
      'two lists with more than thirty pairs',
      both('AND', where('a', 'IN', numbers(6)), where('b', 'IN', numbers(6))),
      '30',
    ],
    [
      'inequalities on more than ten fields',
      both('AND', ...numbers(11).map((n) => where(`f${n}`, 'GREATER_THAN', 1))),
      'at most 10 fields',
    ],
    ['more than a hundred filters', both('AND', ...equalities(101)), 'at most 100'],
    [
      'four filters in each of thirty alternatives',
      both('AND', where('a', 'IN', numbers(30)), ...equalities(3)),
      'at most 100',
    ],
  ])('is refused: %s', (_what, filter, message) => {
    expect(ask(filter)).toThrow(message);
  });

  it.each([
    ['not-in with a range', both('AND', notIn, where('b', 'LESS_THAN', 1))],
    ['array-contains once in each alternative', both('OR', contains, contains)],
    ['two lists with thirty pairs', both('AND', where('a', 'IN', numbers(6)), where('b', 'IN', numbers(5)))],
    [
      'several inequalities on each of ten fields',
      both('AND', ...numbers(20).map((n) => where(`f${n % 10}`, 'GREATER_THAN', n))),
    ],
    ['a hundred filters', both('AND', ...equalities(100))],
    [
      'three filters in each of thirty alternatives',
      both('AND', where('a', 'IN', numbers(30)), ...equalities(2)),
    ],
  ])('is taken: %s', (_what, filter) => {
    expect(ask(filter)).not.toThrow();
  });
});

describe('filters, orders and the parent document', () => {
  const by = (fieldPath: string) => ({ field: { fieldPath } });

  it('are a hundred together at most', () => {
    const asked = (parent?: string) => () =>
      query(
        { from: [{ collectionId: 'c' }], where: both('AND', ...equalities(98)), orderBy: [by('x'), by('y')] },
        parent,
      );
    expect(asked()).not.toThrow();
    expect(asked(`${root}/a/b`)).toThrow('at most 100');
  });
});

describe('filters in filters', () => {
  const nested = (levels: number): object => {
    let filter: object = where('a', 'EQUAL', 1);
    for (let level = 1; level < levels; level += 1) {
      filter = both('AND', filter);
    }
    return filter;
  };

  it('go a hundred levels deep, and a request with more is refused, not the end of the server', () => {
    expect(ask(nested(100))).not.toThrow();
    expect(ask(nested(101))).toThrow('deeper than 100 levels');
    expect(ask(nested(100_000))).toThrow('deeper than 100 levels');
  });
});
