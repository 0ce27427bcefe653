import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareText } from './text.ts';

describe('the order of text', () => {
  it('is that of the UTF-8 bytes', () => {
    const text = fc.string({ unit: 'binary', maxLength: 4 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareText(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
  });

  it('puts an emoji behind the last of the basic plane', () => {
    expect(compareText('\uffff', '😀')).toBeLessThan(0);
  });
});
