/** Models that are named in part, after others: "Silverado 1500/2500HD", "3 & 5 Series", "Serie 3". Pure. */
import type { VehicleIndex } from '../../vehicles/vehicle-index.ts';
import { vehicleKeyOf, vehicleWords } from '../../vehicles/vehicle-words.ts';
import type { Token, TokenText } from '../text/tokens.ts';
import { JOIN_WORDS } from '../vocabulary/link-words.ts';
import type { ModelName } from './name-types.ts';
import { endOf, isOneName, ownNameFirst, signAt } from './name-words.ts';
import { yearStatement } from './years.ts';

/** Words at the end of a name that is said once for several: "3 & 5 Series", "C- und E-Klasse". */
const SHARED_ENDINGS = new Set(['series', 'class', 'klasse', 'serie']);

/** The "3" of "3 & 5 Series", after its make. */
export function sharedEndingModel(
  text: TokenText,
  at: number,
  vehicles: VehicleIndex,
  make: string,
): ModelName | null {
  const first = text.tokens[at];
  if (first?.kind !== 'word' || first.word.length > 3) return null;
  const wordAt = text.word_at[at] ?? 0;
  const words = text.words.slice(wordAt, wordAt + 8);
  const endingAt = words.findIndex((word) => SHARED_ENDINGS.has(word));
  const ending = words[endingAt];
  if (ending === undefined || endingAt < 2) return null;
  const between = words.slice(1, endingAt);
  if (between.some((word) => word.length > 3)) return null;
  const models = ownNameFirst(vehicles.modelsNamed(`${first.word} ${ending}`, make));
  const isLastToo = vehicles.modelsNamed(`${between.at(-1)} ${ending}`, make).length > 0;
  if (models.length === 0 || !isLastToo) return null;
  return {
    kind: 'model',
    models,
    words: [first.word],
    is_written: false,
    doubts: [],
    end: at + 1,
  };
}

/** Words before what others have at the end: "Serie 3", "Classe C". */
const TURNED: Readonly<Record<string, string>> = { serie: 'series', classe: 'class', clase: 'class' };

/** The 3 Series of "BMW Serie 3", the C-Class of "Mercedes Classe C". */
export function turnedModel(
  text: TokenText,
  at: number,
  vehicles: VehicleIndex,
  make: string,
): ModelName | null {
  const ending = TURNED[text.tokens[at]?.word ?? ''];
  const wordAt = text.word_at[at] ?? 0;
  const letter = text.words[wordAt + 1];
  if (ending === undefined || letter === undefined || letter.length > 3) return null;
  return seriesNamed(letter, ending, vehicles, make, endOf(text, wordAt + 2));
}

/** The 3 Series of "BMW 3 (E90)", as catalogues of parts name it; the make stands right before. */
export function numberedSeries(
  text: TokenText,
  at: number,
  vehicles: VehicleIndex,
  make: string,
): ModelName | null {
  const number = text.tokens[at]?.word ?? '';
  if (!/^\d$/u.test(number) || signAt(text, at + 1) !== '(') return null;
  return seriesNamed(number, 'series', vehicles, make, at + 1);
}

function seriesNamed(
  name: string,
  ending: string,
  vehicles: VehicleIndex,
  make: string,
  end: number,
): ModelName | null {
  const models = ownNameFirst(vehicles.modelsNamed(`${name} ${ending}`, make));
  if (models.length === 0) return null;
  return { kind: 'model', models, words: [name, ending], is_written: false, doubts: [], end };
}

/**
 * A further model whose name begins as the one before did: "Silverado 1500/2500HD", "F-150, F-250", "Mazda 3 & 6". Null
 * when the words at a token are none.
 */
export function continuedModel(
  text: TokenText,
  at: number,
  vehicles: VehicleIndex,
  last: ModelName,
  isJoined: boolean,
): ModelName | null {
  const make = last.models[0]?.make;
  const first = text.tokens[at];
  if (first?.kind !== 'word' || make === undefined) return null;
  if (yearStatement(text, at, vehicles.lastYear) !== null) return null;
  const isLong = /^\d{3,}/u.test(first.word);
  if (!isJoined && !isLong && !isOfList(text, at, vehicles, make)) return null;
  const wordAt = text.word_at[at] ?? 0;
  const makes = [...new Set(last.models.map((model) => model.make))];
  for (const beginning of beginningsOf(last)) {
    for (let count = 3; count > 0; count -= 1) {
      const words = text.words.slice(wordAt, wordAt + count);
      if (words.length < count || !isOneName(text, wordAt, count)) continue;
      // One name may be that of two makes, as of Ram and Dodge: the years tell.
      const named = makes.flatMap((each) => vehicles.modelsNamed([...beginning, ...words].join(' '), each));
      // "Discovery 3/4" are generations of one model.
      const isOther = isJoined && vehicleKeyOf([...beginning, ...words]) !== vehicleKeyOf(last.words);
      const models = ownNameFirst(named).filter((model) => isOther || !last.models.includes(model));
      if (models.length === 0) continue;
      const end = endOf(text, wordAt + count);
      return { kind: 'model', models, words: [...beginning, ...words], is_written: false, doubts: [], end };
    }
  }
  return null;
}

/**
 * The "5" of "Mazda 3 5 6 CX-7 2009-2013": a figure or letter that only goes on a list when more names or years follow, as
 * "5 door" does not.
 */
function isOfList(text: TokenText, at: number, vehicles: VehicleIndex, make: string): boolean {
  let place = at;
  const isName = ({ word, glued }: Token) => /^[a-z\d]$/u.test(word) && !JOIN_WORDS.has(word) && !glued;
  while (text.tokens.slice(place, place + 1).some(isName)) place += 1;
  if (place === at) return false;
  const next = text.tokens[place];
  if (next?.kind !== 'word') return next === undefined ? false : '/,('.includes(next.word) && !next.glued;
  if (yearStatement(text, place, vehicles.lastYear) !== null) return true;
  const [named] = vehicles.modelsAt(text.words, text.word_at[place] ?? 0, make);
  return named !== undefined && isOneName(text, text.word_at[place] ?? 0, named.words);
}

/** "silverado" of "Silverado 1500", "f" of "F150": the longest first. */
function beginningsOf({ words, models }: ModelName): (readonly string[])[] {
  const spelt = [words, ...models.map(({ model }) => vehicleWords(model).map(({ word }) => word))];
  return spelt.flatMap((each) => {
    const letters = /^(?<letters>\p{L}+)\d+\p{L}*$/u.exec(each.at(-1) ?? '')?.groups?.letters;
    const whole = each.every((word) => /^\d+$/u.test(word)) ? [] : [each];
    const shorter = each.slice(0, -1).map((_, index) => each.slice(0, each.length - 1 - index));
    return [...whole, ...shorter, ...(letters === undefined ? [] : [[...each.slice(0, -1), letters]])];
  });
}
