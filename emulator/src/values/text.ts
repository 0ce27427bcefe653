/**
 * Text in the order of its UTF-8 bytes, which is the order of code points. JavaScript compares UTF-16 code units
 * instead: there a surrogate pair (U+10000 and up) sorts before U+E000 … U+FFFF.
 */

/** Negative, zero or positive as `a` sorts before, with or after `b` in UTF-8. */
export function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index += 1) {
    const [left, right] = [a.charCodeAt(index), b.charCodeAt(index)];
    if (left !== right) {
      return isSurrogate(left) === isSurrogate(right) ? left - right : Number(isSurrogate(left)) - 0.5;
    }
  }
  return a.length - b.length;
}

function isSurrogate(codeUnit: number): boolean {
  return codeUnit >= 0xd800 && codeUnit <= 0xdfff;
}
