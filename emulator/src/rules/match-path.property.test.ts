import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PatternSegment } from './ast.ts';
import { matchPattern } from './match-path.ts';

const name = fc.constantFrom('a', 'b', 'c');
const anySegment: fc.Arbitrary<PatternSegment> = fc.oneof(
  name.map((text) => ({ type: 'literal', text }) as const),
  fc.constant({ type: 'one', name: 'x' } as const),
  fc.constant({ type: 'rest', name: 'y' } as const),
);

/** The pattern as a regular expression on a path that begins and ends with a slash. */
function asExpression(pattern: readonly PatternSegment[], leastRest: 0 | 1): RegExp {
  const parts = pattern.map((segment) => {
    switch (segment.type) {
      case 'literal':
        return `${segment.text}/`;
      case 'one':
        return '[^/]+/';
      case 'rest':
        return `(?:[^/]+/){${leastRest},}`;
    }
  });
  return new RegExp(`^/${parts.join('')}$`);
}

it('a pattern matches a whole path exactly when its regular expression does', () => {
  fc.assert(
    fc.property(
      fc.array(anySegment, { maxLength: 5 }),
      fc.array(name, { maxLength: 6 }),
      fc.constantFrom(0 as const, 1 as const),
      (pattern, path, leastRest) => {
        const whole = matchPattern(pattern, path, leastRest).filter(({ rest }) => rest.length === 0);
        const text = `/${path.map((segment) => `${segment}/`).join('')}`;
        expect(whole.length > 0).toBe(asExpression(pattern, leastRest).test(text));
      },
    ),
    { numRuns: 1000 },
  );
});
