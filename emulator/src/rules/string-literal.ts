/** The escapes of string literals, both ways. */

const simple: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['0', '\0'],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['`', '`'],
  ['?', '?'],
  ['/', '/'],
]);

/** What stands between the quotes, as it is meant; undefined when an escape is not known. */
export function unescapeString(text: string): string | undefined {
  let known = true;
  const plain = text.replace(
    /\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|([\s\S]))/g,
    (_, wide, narrow, letter) => {
      const code: unknown = wide ?? narrow;
      if (typeof code === 'string') {
        return String.fromCharCode(Number.parseInt(code, 16));
      }
      const meant = simple.get(String(letter));
      known &&= meant !== undefined;
      return meant ?? '';
    },
  );
  return known ? plain : undefined;
}

/**
 * What stands between the quotes of a bytes literal: characters mean their UTF-8 bytes, `\x0F` and `\017` one byte.
 * Undefined when an escape is not known.
 */
export function unescapeBytes(text: string): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  for (let rest = text; rest !== ''; ) {
    const [, hex, octal, letter, plain = ''] =
      /^(?:\\x([0-9A-Fa-f]{2})|\\([0-3][0-7]{2})|\\([\s\S])|([^\\]+))/.exec(rest) ?? [];
    const code = hex ?? octal;
    if (code !== undefined) {
      parts.push(Uint8Array.of(Number.parseInt(code, hex === undefined ? 8 : 16)));
      rest = rest.slice(4);
      continue;
    }
    const meant = letter === undefined ? plain : bytesEscapes.has(letter) ? simple.get(letter) : undefined;
    if (meant === undefined) {
      return undefined;
    }
    parts.push(Buffer.from(meant));
    rest = rest.slice(letter === undefined ? plain.length : 2);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** Digits are no escapes here: an octal one has three places. */
const bytesEscapes = new Set([...simple.keys()].filter((letter) => letter !== '0'));

/** A literal that means these bytes. */
export function quoteBytes(bytes: Uint8Array): string {
  const characters = Array.from(bytes, (byte) => {
    const isPlain = byte >= 0x20 && byte < 0x7f && byte !== 0x27 && byte !== 0x5c;
    return isPlain ? String.fromCharCode(byte) : `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  return `b'${characters.join('')}'`;
}

/** A literal, in single quotes, that means `text`. */
export function quoteString(text: string): string {
  const escaped = text.replace(/[\\'\u2028\u2029]|\p{Cc}/gu, (character) => {
    return /[\\']/.test(character)
      ? `\\${character}`
      : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `'${escaped}'`;
}
