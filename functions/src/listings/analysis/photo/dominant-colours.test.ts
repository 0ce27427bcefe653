import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLOUR_KINDS, colourKind } from './colour-kind.ts';
import { dominantColours } from './dominant-colours.ts';
import type { ItemPixel } from './find-item.ts';
import { toLab } from './lab.ts';
import type { Rgb } from './photo-facts.ts';

const RED: Rgb = [180, 30, 40];
const BLUE: Rgb = [30, 80, 210];
const GREEN: Rgb = [40, 130, 60];
const YELLOW: Rgb = [240, 210, 50];

function pixels(rgb: Rgb, count: number, weight = 1): ItemPixel[] {
  return Array.from({ length: count }, () => ({ rgb, lab: toLab(rgb), weight }));
}

const coloursOf = (...groups: ItemPixel[][]) => dominantColours({ pixels: groups.flat(), apart: true });

describe('the colours of an item', () => {
  it('are those of most of it, the largest first, with their shares', () => {
    expect(coloursOf(pixels(BLUE, 30), pixels(RED, 70))).toEqual([
      { rgb: RED, share: 0.7 },
      { rgb: BLUE, share: 0.3 },
    ]);
  });

  it('leave out what is a detail', () => {
    expect(coloursOf(pixels(RED, 89), pixels(BLUE, 11))).toEqual([{ rgb: RED, share: 0.89 }]);
  });

  it('are three at most', () => {
    const four = coloursOf(pixels(RED, 30), pixels(BLUE, 28), pixels(GREEN, 22), pixels(YELLOW, 20));
    expect(four.map(({ rgb }) => rgb)).toEqual([RED, BLUE, GREEN]);
  });

  it('count pixels by what they weigh', () => {
    const [first] = coloursOf(pixels(BLUE, 80, 0.1), pixels(RED, 20));
    expect(first).toMatchObject({ rgb: RED, share: expect.closeTo(20 / 28) });
  });

  it('are one for shades that have one name, and are called by it', () => {
    const shades: Rgb[] = [
      [20, 70, 190],
      [40, 90, 230],
    ];
    const found = coloursOf(...shades.map((rgb) => pixels(rgb, 50)));
    expect(found).toEqual([{ rgb: [30, 80, 210], share: 1 }]);
  });

  it('are none of nothing, and of pixels that weigh nothing', () => {
    expect(coloursOf()).toEqual([]);
    expect(coloursOf(pixels(RED, 10, 0))).toEqual([]);
  });

  it('have different names and shares of no more than everything, whatever the pixels', () => {
    const value = fc.integer({ min: 0, max: 255 });
    const pixel = fc.record({
      rgb: fc.tuple(value, value, value),
      weight: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(pixel, { maxLength: 60 }), (some) => {
        const found = coloursOf(some.map((one) => ({ ...one, lab: toLab(one.rgb) })));
        const kinds = found.map(({ rgb }) => colourKind(rgb));
        expect(new Set(kinds).size).toBe(kinds.length);
        expect(found.reduce((sum, { share }) => sum + share, 0)).toBeLessThan(1.000_001);
        expect(found.every(({ share }, index) => share <= (found[index - 1]?.share ?? 1))).toBe(true);
      }),
    );
  });
});

describe('the name of a colour', () => {
  it.each<[string, Rgb]>([
    ['black', [12, 12, 14]],
    ['black', [36, 36, 42]],
    ['grey', [128, 128, 130]],
    ['white', [250, 250, 248]],
    ['beige', [222, 205, 175]],
    ['brown', [92, 58, 36]],
    ['brown', [130, 85, 50]],
    ['red', [200, 20, 30]],
    ['red', [120, 20, 40]],
    ['orange', [240, 130, 30]],
    ['yellow', [250, 220, 40]],
    ['green', [45, 110, 60]],
    ['green', [110, 120, 50]],
    ['turquoise', [50, 180, 180]],
    ['blue', [60, 120, 220]],
    ['navy', [20, 30, 80]],
    ['purple', [110, 50, 140]],
    ['pink', [240, 150, 190]],
  ])('is %s for %j', (name, rgb) => {
    expect(colourKind(rgb)).toBe(name);
  });

  it('is one of the known ones for every colour', () => {
    const value = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.tuple(value, value, value), (rgb) => {
        expect(COLOUR_KINDS).toContain(colourKind(rgb));
      }),
    );
  });
});
