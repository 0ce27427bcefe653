/** The order in which people expect sizes: XS before S, 30 before 32, words as they are spelled. Pure. */

/** What sizes are compared by: their kind, then a number, then the text. */
interface SizeRank {
  kind: number;
  value: number;
  text: string;
}

const LETTERS = 0;
const NUMBERS = 1;
const WORDS = 2;

/** `S`, `XXL`, `3XS`: how far from M, to the left or to the right. Of `S/M` the first half counts, and a little. */
function letterValue(text: string): number | null {
  const [first = '', ...rest] = text.split(/[/–-]/);
  const between = rest.length > 0 ? 0.5 : 0;
  if (first === 'M') return between;
  const found = /^(?:(\d)X|(X*))(S|L)$/.exec(first);
  if (found === null) return null;
  const [, digit, letters = '', end] = found;
  const distance = 1 + (digit === undefined ? letters.length : Number(digit));
  return (end === 'S' ? -distance : distance) + between;
}

function rankOf(size: string): SizeRank {
  const text = size.trim().toUpperCase();
  const letter = letterValue(text.replaceAll(' ', ''));
  if (letter !== null) return { kind: LETTERS, value: letter, text };
  const number = Number.parseFloat(text.replace(',', '.'));
  return Number.isNaN(number) ? { kind: WORDS, value: 0, text } : { kind: NUMBERS, value: number, text };
}

/** Compares two sizes for sorting. */
export function compareSizes(a: string, b: string): number {
  const [left, right] = [rankOf(a), rankOf(b)];
  if (left.kind !== right.kind) return left.kind - right.kind;
  if (left.value !== right.value) return left.value - right.value;
  if (left.text === right.text) return 0;
  return left.text < right.text ? -1 : 1;
}
