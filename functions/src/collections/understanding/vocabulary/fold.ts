/** Makes text comparable: the same letters however they are written, set or accented. Pure. */

/** Lower case, without accents, full-width forms and punctuation; words separated by single spaces. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}%#№$€£¥₽₹]+/gu, ' ')
    .trim();
}

/** Folded words of a text. */
export function wordsOf(text: string): string[] {
  const folded = fold(text);
  return folded === '' ? [] : folded.split(' ');
}

/** White space of any kind becomes one space; the ends are trimmed. */
export function squeeze(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/**
 * True when two words differ by at most one typing slip: a letter missing, added, changed, or two neighbours
 * swapped ("heigth"). Short words must be equal, else "art" would be "part".
 */
export function isSameWord(left: string, right: string): boolean {
  if (left === right) return true;
  if (Math.min(left.length, right.length) < 6 || Math.abs(left.length - right.length) > 1) return false;
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1;
  const leftRest = left.slice(start);
  const rightRest = right.slice(start);
  const changed = leftRest.slice(1) === rightRest.slice(1);
  const removed = leftRest.slice(1) === rightRest || leftRest === rightRest.slice(1);
  const swapped =
    leftRest[0] === rightRest[1] && leftRest[1] === rightRest[0] && leftRest.slice(2) === rightRest.slice(2);
  return changed || removed || swapped;
}
