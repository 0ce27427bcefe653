import { describe, expect, it } from 'vitest';
import { landing } from './use-reorder.ts';

const ids = ['a', 'b', 'c', 'd'];

describe('where a dragged row lands', () => {
  it.each([
    ['a', 'c', 'before', 1],
    ['a', 'c', 'after', 2],
    ['a', 'd', 'after', 3],
    ['d', 'a', 'before', 0],
    ['d', 'b', 'after', 2],
    ['b', 'b', 'after', 1],
    ['b', 'a', 'after', 1],
    ['b', 'c', 'before', 1],
  ] as const)('%s dropped on %s, %s it, is at place %i', (id, over, side, place) => {
    expect(landing(ids, id, { id: over, side })).toBe(place);
  });
});
