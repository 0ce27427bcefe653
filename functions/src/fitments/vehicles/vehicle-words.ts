/** The words of a text, and the one spelling under which names of vehicles are compared. Pure. */

export interface VehicleWord {
  /** Lower case, without accents; letters and digits only. */
  word: string;
  /** Where it stands in the text: UTF-16 code units, the end excluded. */
  from: number;
  to: number;
}

/** Letters and digits belong together until something else stands between them; "&" is a word. */
const WORD = /[\p{L}\p{N}\p{M}]+|&/gu;

/** Letters that are no letter with an accent to Unicode, but are to people. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', æ: 'ae', œ: 'oe', đ: 'd' };

/** The words of a text in their order: "CR-V" are two, "F150" is one. */
export function vehicleWords(text: string): VehicleWord[] {
  const words: VehicleWord[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = plain(match[0]);
    if (word !== '') words.push({ word, from: match.index, to: match.index + match[0].length });
  }
  return words;
}

/**
 * Words as one: "F-150", "F 150" and "F150" become the same. Figures alone keep their boundaries, as "9-3" is a car and
 * "93" a year. Empty without words.
 */
export function vehicleKeyOf(words: readonly string[]): string {
  const joined = words.join('');
  return /^\d+$/u.test(joined) ? words.join('-') : joined;
}

/** `vehicleKeyOf` the words of a text. */
export function vehicleKey(text: string): string {
  return vehicleKeyOf(vehicleWords(text).map(({ word }) => word));
}

/** The same for models of makes that are spelled alike. */
export function vehicleModelKey(make: string, model: string): string {
  return `${vehicleKey(make)} ${vehicleKey(model)}`;
}

function plain(word: string): string {
  if (word === '&') return 'and';
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[ßøłæœđ]/gu, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
