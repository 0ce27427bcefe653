/**
 * Regular expressions in the syntax of RE2, carried out by the engine of JavaScript. What the two write differently is
 * translated; what RE2 does not know (look-around, back-references) is refused, as in production.
 *
 * @see https://github.com/google/re2/wiki/Syntax
 */

import { translatePattern } from './re2-syntax.ts';

const textStart = '(?<![\\s\\S])';
const textEnd = '(?![\\s\\S])';
const mostCached = 500;
const compiled = new Map<string, RegExp | undefined>();

/**
 * The expression for a pattern: for the whole of a text, or for every occurrence in it. Undefined when RE2 would
 * refuse the pattern.
 */
export function compilePattern(pattern: string, whole: boolean): RegExp | undefined {
  const key = `${whole} ${pattern}`;
  if (!compiled.has(key)) {
    if (compiled.size >= mostCached) {
      compiled.clear();
    }
    compiled.set(key, compile(pattern, whole));
  }
  return compiled.get(key);
}

function compile(pattern: string, whole: boolean): RegExp | undefined {
  const [, flags = '', rest = ''] = /^(?:\(\?([ims]+)\))?([\s\S]*)$/.exec(pattern) ?? [];
  const translated = translatePattern(rest);
  if (translated === undefined) {
    return undefined;
  }
  const anchored = whole ? `${textStart}(?:${translated})${textEnd}` : translated;
  try {
    return new RegExp(anchored, [...new Set(`u${flags}${whole ? '' : 'g'}`)].join(''));
  } catch {
    return undefined;
  }
}
