/**
 * Reads one token at an offset of a source. There is no token stream: only the parser knows whether a `/` divides or
 * begins a path, and paths have a lexis of their own.
 */
import { unescapeBytes, unescapeString } from './string-literal.ts';

export type Token = { readonly start: number; readonly end: number } & (
  | { readonly type: 'name' | 'symbol'; readonly text: string }
  | { readonly type: 'int'; readonly text: string }
  | { readonly type: 'float'; readonly text: string }
  | { readonly type: 'string'; readonly text: string }
  /** `text` is what stands between the quotes, escapes and all; they are known to be good. */
  | { readonly type: 'bytes'; readonly text: string }
  | { readonly type: 'end'; readonly text: '' }
  /** `text` says what is wrong. */
  | { readonly type: 'invalid'; readonly text: string }
);

const blank = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const name = /[A-Za-z_][A-Za-z0-9_]*/y;
const float = /\d+(?:\.\d+(?:[eE][+-]?\d+)?|[eE][+-]?\d+)/y;
const int = /0[xX][0-9A-Fa-f]+|\d+/y;
const string = /'(?:[^'\\\n]|\\[^\n])*'|"(?:[^"\\\n]|\\[^\n])*"/y;
const symbol = /&&|\|\||==|!=|<=|>=|[-+*/%<>=!?:;,.(){}[\]$]/y;

/** The text that `pattern` (a sticky one) matches at `offset`, or undefined. */
export function textAt(pattern: RegExp, source: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(source)?.[0];
}

/** Reads the token behind `offset`, past blanks and comments. */
export function readToken(source: string, offset: number): Token {
  const start = offset + (textAt(blank, source, offset)?.length ?? 0);
  const token = (type: 'name' | 'symbol' | 'int' | 'float', pattern: RegExp): Token | undefined => {
    const text = textAt(pattern, source, start);
    return text === undefined ? undefined : { type, text, start, end: start + text.length };
  };
  if (start >= source.length) {
    return { type: 'end', text: '', start, end: start };
  }
  if (source.startsWith('/*', start)) {
    return { type: 'invalid', text: 'This comment has no end.', start, end: source.length };
  }
  return (
    readQuoted(source, start) ??
    token('name', name) ??
    token('float', float) ??
    token('int', int) ??
    token('symbol', symbol) ?? {
      type: 'invalid',
      text: `Unexpected character '${source[start] ?? ''}'.`,
      start,
      end: start + 1,
    }
  );
}

/** A string, or bytes: `b` and a quote without a blank between. */
function readQuoted(source: string, start: number): Token | undefined {
  const prefix = source[start] === 'b' ? 1 : 0;
  const quote = source[start + prefix];
  if (quote !== '"' && quote !== "'") {
    return undefined;
  }
  const quoted = textAt(string, source, start + prefix);
  if (quoted === undefined) {
    const lineEnd = source.indexOf('\n', start);
    const end = lineEnd < 0 ? source.length : lineEnd;
    return { type: 'invalid', text: 'This string has no end.', start, end };
  }
  const end = start + prefix + quoted.length;
  const inside = quoted.slice(1, -1);
  const text = prefix === 0 ? unescapeString(inside) : unescapeBytes(inside) && inside;
  return text === undefined
    ? { type: 'invalid', text: 'This string has an unknown escape sequence.', start, end }
    : { type: prefix === 0 ? 'string' : 'bytes', text, start, end };
}
