/** Translates the syntax of RE2 to that of JavaScript's regular expressions with the flag `u`. */

const blanks = '\\t\\n\\f\\r ';

const posixClasses: ReadonlyMap<string, string> = new Map([
  ['alnum', '0-9A-Za-z'],
  ['alpha', 'A-Za-z'],
  ['ascii', '\\x00-\\x7F'],
  ['blank', '\\t '],
  ['cntrl', '\\x00-\\x1F\\x7F'],
  ['digit', '0-9'],
  ['graph', '!-~'],
  ['lower', 'a-z'],
  ['print', ' -~'],
  ['punct', '!-\\/:-@\\[-`\\{-~'],
  ['space', '\\t\\n\\v\\f\\r '],
  ['upper', 'A-Z'],
  ['word', '0-9A-Za-z_'],
  ['xdigit', '0-9A-Fa-f'],
]);

/** Escapes that mean something else than in JavaScript, or nothing there. */
const outsideClass: ReadonlyMap<string, string> = new Map([
  ['s', `[${blanks}]`],
  ['S', `[^${blanks}]`],
  ['A', '(?<![\\s\\S])'],
  ['z', '(?![\\s\\S])'],
  ['a', '\\x07'],
  ['0', '\\x00'],
]);
const insideClass: ReadonlyMap<string, string> = new Map([
  ['s', blanks],
  ['S', '\\S'],
  ['a', '\\x07'],
  ['0', '\\x00'],
]);

/** One piece of a pattern, from its beginning: how long it is and what it becomes; undefined when it is refused. */
type Piece = { readonly length: number; readonly text: string } | undefined;

/** The pattern as JavaScript writes it; undefined when RE2 would refuse it. */
export function translatePattern(pattern: string): string | undefined {
  let translated = '';
  for (let rest = pattern; rest !== ''; ) {
    const piece = translatePiece(rest);
    if (!piece) {
      return undefined;
    }
    translated += piece.text;
    rest = rest.slice(piece.length);
  }
  return translated;
}

function translatePiece(rest: string): Piece {
  switch (rest.charAt(0)) {
    case '\\':
      return translateQuoted(rest) ?? translateEscape(rest, outsideClass, /^[dDwWbBnrtfv]/);
    case '[':
      return translateClass(rest);
    case '(':
      return translateGroup(rest);
    case '{':
      return translateRepeat(rest);
    case ']':
    case '}':
      return { length: 1, text: `\\${rest[0]}` };
    default:
      return character(rest);
  }
}

function character(rest: string): Piece {
  const text = String.fromCodePoint(rest.codePointAt(0) ?? 0);
  return { length: text.length, text };
}

/** `\Q…\E`: everything between means itself. */
function translateQuoted(rest: string): Piece {
  const match = /^\\Q([\s\S]*?)(?:\\E|$)/.exec(rest);
  return match?.[1] === undefined
    ? undefined
    : { length: match[0].length, text: match[1].replace(/[\^$\\.*+?()[\]{}|/]/g, '\\$&') };
}

function translateEscape(rest: string, meanings: ReadonlyMap<string, string>, sameMeaning: RegExp): Piece {
  const unicode = /^\\([pP])(?:\{(\^?)(\w+)\}|(\w))/.exec(rest);
  if (unicode) {
    return { length: unicode[0].length, text: unicodeClass(unicode) };
  }
  const code = /^\\x(?:\{([0-9A-Fa-f]{1,6})\}|([0-9A-Fa-f]{2}))/.exec(rest);
  if (code) {
    return { length: code[0].length, text: `\\u{${code[1] ?? code[2] ?? ''}}` };
  }
  const letter = rest[1] ?? '';
  const meaning = meanings.get(letter) ?? (sameMeaning.test(letter) ? `\\${letter}` : undefined);
  if (meaning !== undefined) {
    return { length: 2, text: meaning };
  }
  const isPunctuation = /^[!-/:-@[-`{-~]/.test(letter);
  return isPunctuation
    ? { length: 2, text: /[\^$\\.*+?()[\]{}|/-]/.test(letter) ? escapeFor(letter, meanings) : letter }
    : undefined;
}

/** Outside a class JavaScript does not let `-` be escaped. */
function escapeFor(letter: string, meanings: ReadonlyMap<string, string>): string {
  return letter === '-' && meanings === outsideClass ? '-' : `\\${letter}`;
}

function unicodeClass([, p = 'p', caret, long, short]: RegExpExecArray): string {
  const negated = (p === 'P') !== (caret === '^');
  const name = long ?? short ?? '';
  return `\\${negated ? 'P' : 'p'}{${/^[A-Z][a-z]?$/.test(name) ? name : `Script=${name}`}}`;
}

function translateClass(pattern: string): Piece {
  const opening = /^\[\^?\]?/.exec(pattern)?.[0] ?? '[';
  let text = opening.replace(']', '\\]');
  let rest = pattern.slice(opening.length);
  while (rest !== '' && rest[0] !== ']') {
    const piece = translateClassPiece(rest);
    if (!piece) {
      return undefined;
    }
    text += piece.text;
    rest = rest.slice(piece.length);
  }
  return rest === '' ? undefined : { length: pattern.length - rest.length + 1, text: `${text}]` };
}

function translateClassPiece(rest: string): Piece {
  const posix = /^\[:(\w+):\]/.exec(rest);
  if (posix) {
    const text = posixClasses.get(posix[1] ?? '');
    return text === undefined ? undefined : { length: posix[0].length, text };
  }
  if (rest[0] === '\\') {
    return translateEscape(rest, insideClass, /^[dDwWnrtfv]/);
  }
  return rest[0] === '[' ? { length: 1, text: '\\[' } : character(rest);
}

/** Look-around and flags in the middle of a pattern are refused; `(?P<name>…)` is JavaScript's `(?<name>…)`. */
function translateGroup(rest: string): Piece {
  if (!rest.startsWith('(?')) {
    return { length: 1, text: '(' };
  }
  const named = /^\(\?P?<(\w+)>/.exec(rest);
  if (named) {
    return { length: named[0].length, text: `(?<${named[1] ?? ''}>` };
  }
  const plain = /^\(\?[ims]*(?:-[ims]+)?:/.exec(rest)?.[0];
  return plain === undefined ? undefined : { length: plain.length, text: plain };
}

const mostRepeats = 1000;

function translateRepeat(rest: string): Piece {
  const repeat = /^\{(\d+)(?:,(\d*))?\}/.exec(rest);
  if (!repeat) {
    return { length: 1, text: '\\{' };
  }
  const tooMany = Number(repeat[1]) > mostRepeats || Number(repeat[2] ?? 0) > mostRepeats;
  return tooMany ? undefined : { length: repeat[0].length, text: repeat[0] };
}
