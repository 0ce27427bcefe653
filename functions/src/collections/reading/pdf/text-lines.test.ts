import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Matrix } from './matrix.ts';
import { StretchBuilder, type TextStyle, closeLetterSpacing } from './text-lines.ts';

const style: TextStyle = {
  size: 10,
  bold: false,
  italic: false,
  color: '#000000',
  ascent: 0.9,
  descent: -0.2,
};

/** Letters of half an em from `x` on; a space is a gap with a blank. */
function write(builder: StretchBuilder, text: string, x: number, y: number, angle = 0): number {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let along = x;
  for (const letter of text) {
    const matrix: Matrix = [cos, sin, -sin, cos, along * cos - y * sin, along * sin + y * cos];
    if (letter === ' ') builder.space();
    else builder.add({ text: letter, matrix, width: 5, style });
    along += 5;
  }
  return along;
}

const linesOf = (builder: StretchBuilder) =>
  builder.stretches.map(({ words }) => words.map((word) => word.text).join(' '));

describe('a stretch of text', () => {
  const text = fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,3}$/);
  const angle = fc.constantFrom(0, Math.PI / 2, Math.PI, -Math.PI / 2, 0.3);

  it('keeps the letters of its words, at any angle', () => {
    fc.assert(
      fc.property(text, angle, (line, turn) => {
        const builder = new StretchBuilder();
        write(builder, line, 20, 50, turn);
        expect(linesOf(builder)).toEqual([line]);
      }),
    );
  });

  it('ends at a gap as wide as between columns, and at another line', () => {
    fc.assert(
      fc.property(text, text, fc.integer({ min: 15, max: 300 }), fc.boolean(), (one, other, gap, isBelow) => {
        const builder = new StretchBuilder();
        const end = write(builder, one, 20, 50);
        write(builder, other, isBelow ? 20 : end + gap, isBelow ? 50 + gap : 50);
        expect(linesOf(builder)).toEqual([one, other]);
      }),
    );
  });

  it('ends where the style changes', () => {
    const builder = new StretchBuilder();
    const end = write(builder, 'Sizes:', 0, 0);
    builder.add({ text: 'S', matrix: [1, 0, 0, 1, end, 0], width: 5, style: { ...style, bold: true } });
    expect(linesOf(builder)).toEqual(['Sizes:', 'S']);
  });
});

describe('letter-spacing', () => {
  const spaced = (line: string, gap: number, blanks: boolean) => {
    let x = 0;
    return line
      .split('')
      .flatMap((text) => {
        const start = x + gap;
        x = start + 5;
        return text === ' ' ? [] : [{ text, start, end: x, blank: false }];
      })
      .map((word, index, words) => {
        const before = words[index - 1];
        const apart = before !== undefined && word.start - before.end > 1.5 * gap;
        return { ...word, blank: blanks && apart };
      });
  };

  it.each([true, false])('is closed; words stay apart (blanks written: %s)', (blanks) => {
    const words = closeLetterSpacing(spaced('SPRING SUMMER', 3, blanks));
    expect(words.map((word) => word.text)).toEqual(['SPRING', 'SUMMER']);
  });

  it('is not seen in a row of sizes', () => {
    const sizes = ['S', 'M', 'L', 'X'].map((text, index) => ({
      text,
      start: index * 9,
      end: index * 9 + 5,
      blank: index > 0,
    }));
    expect(closeLetterSpacing(sizes).map((word) => word.text)).toEqual(['S', 'M', 'L', 'X']);
  });
});
