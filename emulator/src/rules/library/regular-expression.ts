/**
 * Regular expressions in the syntax of RE2, matched as RE2 does: in a time that grows with the text alone, whatever the
 * pattern, so that no user's string can hold up the server. What RE2 does not know (look-around, back-references) is
 * refused, as in production.
 *
 * @see https://github.com/google/re2/wiki/Syntax
 */
import { RE2JS } from 're2js';

const mostCached = 500;
const compiled = new Map<string, RE2JS | undefined>();

/** The expression for a pattern; undefined when RE2 would refuse it. */
export function compilePattern(pattern: string): RE2JS | undefined {
  if (!compiled.has(pattern)) {
    if (compiled.size >= mostCached) {
      compiled.clear();
    }
    compiled.set(pattern, compile(pattern));
  }
  return compiled.get(pattern);
}

function compile(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern);
  } catch {
    return undefined;
  }
}
