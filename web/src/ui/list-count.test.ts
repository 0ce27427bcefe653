import { describe, expect, it } from 'vitest';
import { listCount } from './list-count.ts';

const ITEMS = ['item', 'items'] as const;

describe('the count of a list', () => {
  it('says how many there are', () => {
    expect(listCount(1, 1, ITEMS)).toBe('1 item');
    expect(listCount(0, 0, ITEMS)).toBe('0 items');
    expect(listCount(1200, 1200, ITEMS)).toBe('1,200 items');
  });

  it('says how many of them are shown', () => {
    expect(listCount(1, 1200, ITEMS)).toBe('1 of 1,200 items');
    expect(listCount(0, 1, ITEMS)).toBe('0 of 1 items');
  });
});
