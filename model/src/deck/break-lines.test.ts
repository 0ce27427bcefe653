import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines, cleanText, fitText } from './break-lines.ts';
import { textWidth } from './measure.ts';

const style = { size: 10, weight: 'regular' } as const;
const lines = (text: string, width: number, maxLines = 9) => breakLines(text, style, width, maxLines).lines;

describe('widths', () => {
  it.each([
    ['Größe', 'regular', 28.34],
    ['Größe', 'bold', 29.45],
    ['Ёлка', 'regular', 22.47],
  ] as const)('of %j in %s are those of Arial', (text, weight, width) => {
    expect(textWidth(text, 10, weight)).toBeCloseTo(width, 1);
  });

  it('of Chinese, Japanese and Korean characters are full', () => {
    expect(textWidth('羽绒かな한글', 10, 'regular')).toBe(60);
  });

  it('of marks on letters are none', () => {
    expect(textWidth('e\u0301', 10, 'regular')).toBe(textWidth('e', 10, 'regular'));
  });
});

describe('a text', () => {
  it('is broken between words', () => {
    expect(lines('one two three', 42)).toEqual(['one two', 'three']);
  });

  it('is broken after a hyphen or slash in a word', () => {
    expect(lines('Bernstein-Anhänger', 55)).toEqual(['Bernstein-', 'Anhänger']);
  });

  it('is broken anywhere when a word is wider than a line', () => {
    expect(lines('mmmmmm', 26)).toEqual(['mmm', 'mmm']);
  });

  it('in Chinese is broken between characters, but not before a comma or after a bracket', () => {
    expect(lines('羽绒服、短款', 30)).toEqual(['羽绒', '服、短', '款']);
    expect(lines('羽绒（短款', 30)).toEqual(['羽绒', '（短款']);
  });

  it('is broken instead of having a middle dot', () => {
    expect(lines('one · two · three', 48)).toEqual(['one · two', 'three']);
  });

  it('keeps together what a no-break space joins', () => {
    expect(lines('about 12\u00a0pcs', 40)).toEqual(['about', '12\u00a0pcs']);
  });

  it('that is too long ends with an ellipsis, after a word or within it, never after a comma', () => {
    expect(breakLines('one, two three', style, 30, 1)).toEqual({ lines: ['one…'], complete: false });
  });

  it('that says nothing has no lines', () => {
    expect(breakLines(' \n\t ', style, 100, 3)).toEqual({ lines: [], complete: true });
  });

  it('is made smaller before it is cut', () => {
    expect(fitText('Wool Coat', 'bold', [20, 16, 12], 85, 1)).toMatchObject({ size: 16, complete: true });
    expect(fitText('Wool Coat Aberdeen', 'bold', [20, 16, 12], 60, 1)).toMatchObject({
      size: 12,
      complete: false,
    });
  });

  it('whatever it is, fits and loses nothing where there is room', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 100, max: 300 }),
        (text, width) => {
          const { lines: broken, complete } = breakLines(text, style, width, Number.POSITIVE_INFINITY);
          expect(complete).toBe(true);
          for (const line of broken) expect(textWidth(line, 10, 'regular')).toBeLessThanOrEqual(width + 1e-9);
          const bare = (value: string) => value.replaceAll(/[ ·]/gu, '');
          expect(bare(broken.join(''))).toBe(bare(cleanText(text)));
        },
      ),
    );
  });
});

describe('cleaning', () => {
  it('takes out what documents cannot contain, and composes accents', () => {
    expect(cleanText(' a\u0000b\ud800c \r\n d\ufffe\u0007 e\u0301 ')).toBe('abc d \u00e9');
  });
});
