/** Passes over numbers of parts: "Replaces 2007-1234", "P/N: 2012", "GT-2012". Pure. */
import type { TokenText } from '../text/tokens.ts';
import { PART_NUMBER_WORDS } from '../vocabulary/link-words.ts';
import { yearStatement } from './years.ts';

/** The token after the numbers that words like "Replaces" at `at` introduce; `at` itself when there are none. */
export function partNumbersEnd(text: TokenText, at: number, lastYear: number): number {
  const { tokens } = text;
  const words = PART_NUMBER_WORDS(text, at);
  if (words === 0) return at;
  let end = at + words;
  const isMarked = ['#', ':', '.'].includes(signAt(text, end));
  // "no 2012" excludes a year, "no. 2012" is a number.
  if (words === 1 && tokens[at]?.word === 'no' && !isMarked) return at;
  while (['#', ':', '.'].includes(signAt(text, end))) end += 1;
  const first = chunkEnd(text, end, lastYear);
  if (first === end) return at;
  end = first;
  for (;;) {
    const next = [',', '/', '&'].includes(signAt(text, end)) ? end + 1 : end;
    const further = chunkEnd(text, next, lastYear);
    if (further === next || (next === end && !isLongNumber(text, next))) return end;
    end = further;
  }
}

/** A number of four figures and more with a hyphen or letters in it, or of more than four figures. */
export function codeEnd(text: TokenText, at: number): number {
  const { tokens } = text;
  const first = tokens[at];
  if (first?.kind !== 'word' || !/\d/u.test(first.word)) return at;
  if (/^\d{5,}$/u.test(first.word)) return gluedEnd(text, at);
  // "2007-1234" and "2005-2010-33": years are tried before.
  if (signAt(text, at + 1) !== '-' || tokens[at + 1]?.glued !== true || tokens[at + 2]?.glued !== true)
    return at;
  return /^\d{4,}$/u.test(first.word) && /^\d+/u.test(tokens[at + 2]?.word ?? '') ? gluedEnd(text, at) : at;
}

/** The end of a run without spaces that has a figure in it and is no range of years; `at` for none. */
function chunkEnd(text: TokenText, at: number, lastYear: number): number {
  const years = yearStatement(text, at, lastYear);
  if (years !== null && !years.is_single) return at;
  const end = gluedEnd(text, at);
  const hasFigure = text.tokens.slice(at, end).some(({ word }) => /\d/u.test(word));
  return hasFigure ? end : at;
}

const signAt = ({ tokens }: TokenText, at: number) =>
  tokens[at]?.word === 'and' || tokens[at]?.kind === 'sign' ? (tokens[at]?.word ?? '') : '';

function gluedEnd({ tokens }: TokenText, at: number): number {
  if (tokens[at]?.kind !== 'word') return at;
  let end = at + 1;
  while (tokens[end]?.glued === true && !',;()'.includes(tokens[end]?.word ?? ',')) end += 1;
  return end;
}

function isLongNumber({ tokens }: TokenText, at: number): boolean {
  return /^(?=.*\d).{5,}$/u.test(tokens[at]?.word ?? '');
}
