import { describe, expect, it } from 'vitest';
import { compilePattern } from './regular-expression.ts';

const matches = (pattern: string, text: string) => compilePattern(pattern)?.matches(text);

describe('a pattern', () => {
  it.each<[string, string, boolean]>([
    ['abc', 'abc', true],
    ['abc', 'xabc', false],
    ['a|bc', 'bc', true],
    ['a|bc', 'abc', false],
    ['a.c', 'a\nc', false],
    ['(?s)a.c', 'a\nc', true],
    ['(?i)ABC', 'abc', true],
    ['(?i:A)b', 'ab', true],
    ['(?m)^a$', 'a\nb', false],
    ['^abc$', 'abc', true],
    ['\\Aabc\\z', 'abc', true],
    ['[[:alpha:]_]+', 'ab_', true],
    ['[^[:digit:]]+', 'ab1', false],
    ['[]a]+', 'a]', true],
    ['[a\\-z]+', 'a-z', true],
    ['[\\s]', '\u00a0', false],
    ['\\s\\S', ' a', true],
    ['[\\S]', 'a', true],
    ['\\d{2,3}', '123', true],
    ['a{,2}', 'a{,2}', true],
    ['x{y}', 'x{y}', true],
    ['a]', 'a]', true],
    ['\\-\\@\\.', '-@.', true],
    ['\\Qa.b\\E+', 'a.bb', true],
    ['\\x41\\x{1F600}', 'A😀', true],
    ['\\pL\\p{Greek}\\P{N}', 'aβ-', true],
    ['\\p{^N}', '1', false],
    ['(?P<year>\\d+)', '2026', true],
    ['(?:ab)+', 'abab', true],
    ['.', '😀', true],
    ['a(?i)b', 'aB', true],
    ['(?U)a+b', 'aab', true],
  ])('%s on %j', (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected);
  });

  it.each([
    '(?=a)',
    '(?!a)',
    '(?<=a)b',
    '(?<!a)b',
    '(a)\\1',
    '\\Z',
    '\\cA',
    '(',
    '[a',
    'a**',
    'a{1001}',
    '[[:nothing:]]',
    '\\p{Nothing}',
    '\\',
  ])('is refused as RE2 does: %s', (pattern) => {
    expect(compilePattern(pattern)).toBeUndefined();
  });

  it.each([
    ['(a+)+b', 'a'],
    ['(a|a)*b', 'a'],
    ['(.*)*(.*)*x', 'y'],
    ['(a?){90}a{90}', 'a'],
  ])('takes no time that explodes: %s', (pattern, character) => {
    // By backtracking this would take longer than the sun shines.
    expect(matches(pattern, character.repeat(5_000))).toBe(false);
  });

  it('keeps no more than so many compiled patterns', () => {
    for (let index = 0; index < 1100; index += 1) {
      expect(matches(`a${index}`, `a${index}`)).toBe(true);
    }
  });
});
