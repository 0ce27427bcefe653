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

/** A literal, in single quotes, that means `text`. */
export function quoteString(text: string): string {
  const escaped = text.replace(/[\\'\u2028\u2029]|\p{Cc}/gu, (character) => {
    return /[\\']/.test(character)
      ? `\\${character}`
      : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `'${escaped}'`;
}
