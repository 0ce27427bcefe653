/** Finds what limits a vehicle beside its model: engine, drive, gearbox, body, cab, generation. Pure. */
import type { TokenText } from '../text/tokens.ts';
import { WITHOUT } from '../vocabulary/link-words.ts';
import {
  CYLINDERS,
  ENGINE_WORD,
  GENERATION,
  LITRES_REST,
  QUALIFIERS,
} from '../vocabulary/qualifier-words.ts';

/** The token after the qualifier that begins at `at`; `at` itself for none. `isAfterModel`: a model or trim stands right before. */
export function qualifierEnd(text: TokenText, at: number, isAfterModel: boolean): number {
  const without = WITHOUT(text, at);
  if (without > 0) {
    const end = plainEnd(text, at + without, true);
    return end > at + without ? end : at;
  }
  return plainEnd(text, at, isAfterModel);
}

function plainEnd(text: TokenText, at: number, isAfterModel: boolean): number {
  const { tokens } = text;
  const token = tokens[at];
  if (token?.kind !== 'word') return at;
  const engine = engineEnd(text, at, isAfterModel);
  if (engine > at) return engine;
  const phrase = QUALIFIERS(text, at);
  if (phrase > 0) return at + phrase;
  if (ENGINE_WORD.test(token.word)) return at + 1;
  return isAfterModel && GENERATION.test(token.word) ? at + 1 : at;
}

/** "2.5L", "2,0 TDI", "5.7", "4 cyl". A bare decimal is an engine right after a model only. */
function engineEnd({ tokens }: TokenText, at: number, isAfterModel: boolean): number {
  const [first, second, third, fourth] = [tokens[at], tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  if (first === undefined) return at;
  if (
    /^\d{1,2}$/u.test(first.word) &&
    CYLINDERS.has(second?.kind === 'sign' ? (third?.word ?? '') : (second?.word ?? ''))
  ) {
    return second?.kind === 'sign' ? at + 3 : at + 2;
  }
  if (/^[1-8]l$/u.test(first.word)) return at + 1;
  const isDecimal =
    /^\d$/u.test(first.word) &&
    (second?.word === '.' || second?.word === ',') &&
    second.glued &&
    third?.glued === true;
  const rest = isDecimal ? LITRES_REST.exec(third?.word ?? '') : null;
  if (rest === null) return at;
  if (rest.groups?.unit !== undefined) return at + 3;
  if (/^(?:l|litre|litres|liter|liters|ltr)$/u.test(fourth?.word ?? '')) return at + 4;
  const isNamed =
    fourth?.kind === 'word' &&
    (/^(?:hemi|tdi|tsi|tfsi|fsi|hdi|dci|cdti|cdi|jtd|crdi|turbo|diesel|ecoboost|vtec|i|16v)$/u.test(
      fourth.word,
    ) ||
      ENGINE_WORD.test(fourth.word));
  return isNamed || isAfterModel ? at + 3 : at;
}
