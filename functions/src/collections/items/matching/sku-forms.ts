/** Style numbers made comparable, from the strictest form to the loosest. Pure. */

/** Cyrillic and Greek letters that look like Latin ones: people type them unawares. */
const LOOK_ALIKE: ReadonlyMap<string, string> = new Map(
  Array.from(
    'АA ВB СC ЕE НH КK МM ОO РP ТT ХX УY ІI ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX'.split(' '),
    (pair) => [pair.slice(0, 1), pair.slice(1)],
  ),
);

/** As printed, but for case, width and white space. */
export function exactForm(sku: string): string {
  return sku.normalize('NFKC').toUpperCase().replace(/\s+/gu, ' ').trim();
}

/** Letters and digits alone, in Latin where they look it: "mf-26 01" is "MF2601". */
export function bareForm(sku: string): string {
  return Array.from(exactForm(sku), (character) => LOOK_ALIKE.get(character) ?? character)
    .join('')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The bare form without leading zeros, which spreadsheets swallow. */
export function looseForm(sku: string): string {
  return bareForm(sku).replace(/^0+(?=.)/u, '');
}

/** The loose form with letters as the digits that they are mistaken for: O and 0, I and 1. */
export function mistakenForm(sku: string): string {
  return looseForm(sku)
    .replaceAll('O', '0')
    .replace(/[IL]/gu, '1')
    .replace(/^0+(?=.)/u, '');
}

/** A printed number in two: `head` holds its first `length` letters and digits, `tail` the rest. */
export function splitPrinted(
  sku: string,
  length: number,
): { head: string; tail: string; separated: boolean } {
  let seen = 0;
  let at = 0;
  for (const character of sku) {
    if (seen === length) break;
    at += character.length;
    if (/[\p{L}\p{N}]/u.test(character)) seen += 1;
  }
  const rest = sku.slice(at);
  const tail = rest.replace(/^[^\p{L}\p{N}]+/u, '');
  return { head: sku.slice(0, at).trim(), tail: tail.trim(), separated: tail !== rest };
}
