import { describe, expect, it } from 'vitest';
import { query, where } from '../../test/fixtures.ts';

const both = (op: 'AND' | 'OR', ...filters: object[]) => ({ compositeFilter: { op, filters } });
const ask = (filter: object) => () => query({ from: [{ collectionId: 'c' }], where: filter });
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

const notIn = where('a', 'NOT_IN', [1]);
const contains = where('tags', 'ARRAY_CONTAINS', 'x');

describe('a combination of filters', () => {
  it.each([
    ['more than ten values in not-in', where('a', 'NOT_IN', numbers(11)), 'up to 10'],
    ['not-in twice', both('AND', notIn, where('b', 'NOT_IN', [1])), 'cannot be combined'],
    ['not-in beside !=', both('AND', notIn, where('b', 'NOT_EQUAL', 1)), 'cannot be combined'],
    ['not-in beside in', both('AND', notIn, where('b', 'IN', [1])), 'cannot be combined'],
    ['not-in under or', both('OR', notIn, where('b', 'EQUAL', 1)), 'cannot be combined'],
    ['array-contains twice', both('AND', contains, contains), 'A maximum of 1'],
    [
      'two lists with more than thirty pairs',
      both('AND', where('a', 'IN', numbers(6)), where('b', 'IN', numbers(6))),
      '30',
    ],
  ])('is refused: %s', (_what, filter, message) => {
    expect(ask(filter)).toThrow(message);
  });

  it.each([
    ['not-in with a range', both('AND', notIn, where('b', 'LESS_THAN', 1))],
    ['array-contains once in each alternative', both('OR', contains, contains)],
    ['two lists with thirty pairs', both('AND', where('a', 'IN', numbers(6)), where('b', 'IN', numbers(5)))],
  ])('is taken: %s', (_what, filter) => {
    expect(ask(filter)).not.toThrow();
  });
});
