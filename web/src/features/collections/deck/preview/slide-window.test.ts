import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeAfterKey, slideOfChange, STRIP, stripAround } from './slide-window.ts';

describe('the strip below a slide', () => {
  it.each([
    [0, 24, 0],
    [1, 24, 0],
    [12, 24, 10],
    [23, 24, 19],
    [1, 3, 0],
  ])('around slide %i of %i begins at %i', (current, count, start) => {
    expect(stripAround(current, count).start).toBe(start);
  });

  it('always holds the slide that is shown, and no more than fit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.nat(), (count, seed) => {
        const current = seed % count;
        const { start, end } = stripAround(current, count);
        expect(start).toBeLessThanOrEqual(current);
        expect(end).toBeGreaterThan(current);
        expect(end - start).toBe(Math.min(count, STRIP));
      }),
    );
  });
});

describe('turning slides with the keyboard', () => {
  it.each([
    ['ArrowRight', 3, 4],
    ['ArrowRight', 23, 23],
    ['ArrowLeft', 3, 2],
    ['ArrowLeft', 0, 0],
    ['Home', 12, 0],
    ['End', 12, 23],
    ['a', 12, null],
  ])('%s on slide %i leads to %s', (key, current, place) => {
    expect(placeAfterKey(key, current, 24)).toBe(place);
  });
});

describe('the slide on which a change is seen', () => {
  const kinds = ['cover', 'divider', 'items', 'divider', 'items'] as const;
  const kindsOf = (start: number, end: number) => kinds.slice(start, end);

  it('is the cover for a title, unless it is shown', () => {
    expect(slideOfChange({ title: 'A' }, 2, kindsOf)).toBe(0);
    expect(slideOfChange({ logo: null }, 2, kindsOf)).toBe(0);
    expect(slideOfChange({ title: 'A' }, 0, kindsOf)).toBeNull();
  });

  it('is the first with items for a layout, unless one is shown', () => {
    expect(slideOfChange({ layout: 9 }, 0, kindsOf)).toBe(2);
    expect(slideOfChange({ fields: [] }, 3, kindsOf)).toBe(2);
    expect(slideOfChange({ layout: 9 }, 4, kindsOf)).toBeNull();
  });

  it('is any for colours, and none where there are no items', () => {
    const colors = { accent: '#000000', background: '#ffffff', text: '#000000' };
    expect(slideOfChange({ colors }, 1, kindsOf)).toBeNull();
    expect(slideOfChange({ layout: 9 }, 0, () => ['cover'])).toBeNull();
  });
});
