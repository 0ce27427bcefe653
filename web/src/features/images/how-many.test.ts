import { describe, expect, it } from 'vitest';
import { countUpTo, FIRST_IMAGES, isCut, nextLimit, SEARCHED_IMAGES, STATE_LIMIT } from './how-many.ts';
import { makeImage } from './testing/make-images.ts';

describe('how many images are read', () => {
  it('doubles while somebody scrolls', () => {
    expect(nextLimit(FIRST_IMAGES, null)).toBe(FIRST_IMAGES * 2);
  });

  it('goes at once to what a search may read, and no further by itself', () => {
    expect(nextLimit(FIRST_IMAGES, SEARCHED_IMAGES)).toBe(SEARCHED_IMAGES);
    expect(nextLimit(SEARCHED_IMAGES, SEARCHED_IMAGES)).toBeNull();
    expect(nextLimit(SEARCHED_IMAGES * 4, SEARCHED_IMAGES)).toBeNull();
  });

  it('goes on when somebody asks for older ones', () => {
    expect(nextLimit(SEARCHED_IMAGES, SEARCHED_IMAGES * 2)).toBe(SEARCHED_IMAGES * 2);
  });
});

describe('a count up to a limit', () => {
  const failed = makeImage('a', { processing_status: 'failed' });
  const cancelled = makeImage('b', { processing_status: 'cancelled' });
  const times = (count: number, image: typeof failed) => Array.from({ length: count }, () => image);

  it('is cut when as many of one state were found as are looked at', () => {
    expect(isCut(times(STATE_LIMIT, failed))).toBe(true);
    expect(isCut(times(STATE_LIMIT - 1, failed))).toBe(false);
    expect(isCut([...times(STATE_LIMIT - 1, failed), ...times(STATE_LIMIT - 1, cancelled)])).toBe(false);
  });

  it('says so', () => {
    expect(countUpTo(1000, true)).toBe('1,000+');
    expect(countUpTo(1000, false)).toBe('1,000');
  });
});
