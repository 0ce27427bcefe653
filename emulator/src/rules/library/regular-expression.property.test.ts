import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compilePattern } from './regular-expression.ts';

/** Patterns in what RE2 and JavaScript write alike. */
const anyPattern = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('a', 'b', 'ä', '😀', '.', '[ab]', '[^a]', '\\d', '\\w', '^', '$', ''),
    fc.tuple(tie('pattern'), tie('pattern')).map(([left, right]) => left + right),
    fc.tuple(tie('pattern'), tie('pattern')).map(([left, right]) => `(?:${left}|${right})`),
    fc
      .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{0,2}', '*?'))
      .map(([part, repeat]) => `(?:${part})${repeat}`),
  ),
}));
const anyText = fc.string({ unit: fc.constantFrom('a', 'b', '1', 'ä', '😀', '\n'), maxLength: 8 });

it('a pattern matches the whole of the texts that it matches by backtracking', () => {
  fc.assert(
    fc.property(anyPattern.pattern, anyText, (pattern, text) => {
      const expected = new RegExp(`^(?:${pattern})$`, 'u').test(text);
      expect(compilePattern(pattern)?.matches(text)).toBe(expected);
    }),
    { numRuns: 1000 },
  );
});
