/** The words of names: which of them stand together, and the longest model that they name. Pure. */
import type { VehicleModel } from '@docket/model/fitment/vehicle';
import type { NamedModel, VehicleIndex } from '../../vehicles/vehicle-index.ts';
import { vehicleKeyOf, vehicleWords } from '../../vehicles/vehicle-words.ts';
import type { TokenText } from '../text/tokens.ts';
import { BOUND_PHRASES, PRODUCT_PHRASES } from '../vocabulary/product-words.ts';

/** A model that words name. */
export interface Found {
  models: readonly VehicleModel[];
  named: readonly NamedModel[];
  words: readonly string[];
  end: number;
}

/** The longest name of a model at a word, of one make or of all. */
export function longestModel(
  text: TokenText,
  wordAt: number,
  vehicles: VehicleIndex,
  make?: string,
): Found | null {
  for (const { models: all, words: count } of vehicles.modelsAt(text.words, wordAt, make)) {
    const words = text.words.slice(wordAt, wordAt + count);
    // "All Tesla models" are not the Model S.
    if (!isOneName(text, wordAt, count) || (count === 1 && words[0] === 'models')) continue;
    const named = all.filter(({ model }) => isWrittenSo(words, model));
    if (named.length === 0) continue;
    const end = endOf(text, wordAt + count);
    const start = text.token_of[wordAt] ?? end;
    const product = make === undefined ? PRODUCT_PHRASES : BOUND_PHRASES;
    if (start + product(text, start) > end) continue;
    return { models: ownNameFirst(named), named, words, end };
  }
  return null;
}

/** Models of the name before those that only have it as another name: the years decide between them. */
export function ownNameFirst(named: readonly NamedModel[]): readonly VehicleModel[] {
  const sorted = named.toSorted((a, b) => Number(a.by === 'alias') - Number(b.by === 'alias'));
  return sorted.map(({ model }) => model);
}

/** The sign at a token; a space for words. */
export const signAt = ({ tokens }: TokenText, at: number) =>
  tokens[at]?.kind === 'sign' ? tokens[at].word : ' ';

/** The token after the word before `wordAt`. */
export function endOf({ token_of: tokenOf, tokens }: TokenText, wordAt: number): number {
  return (tokenOf[wordAt - 1] ?? tokens.length - 1) + 1;
}

/** Whether nothing but a space, a hyphen, an apostrophe or a full stop stands between the words. */
export function isOneName(text: TokenText, wordAt: number, count: number): boolean {
  for (let index = wordAt + 1; index < wordAt + count; index += 1) {
    const before = text.token_of[index - 1] ?? 0;
    const token = text.token_of[index] ?? 0;
    if (token - before > 2) return false;
    if (token - before === 1) continue;
    const isTight = text.tokens[token]?.glued === true || text.tokens[before + 1]?.glued === true;
    const isSlashOfLetters =
      signAt(text, before + 1) === '/' &&
      text.tokens[token]?.word.length === 1 &&
      text.tokens[before]?.word.length === 1;
    if (!isTight || !("-'.!".includes(signAt(text, before + 1)) || isSlashOfLetters)) return false;
  }
  return true;
}

/** Words of letters are no parts of one word: "AC cord" is no Accord. */
function isWrittenSo(words: readonly string[], model: VehicleModel): boolean {
  const isSplit = words.some(
    (word, index) => index > 0 && /\p{L}$/u.test(words[index - 1] ?? '') && /^\p{L}/u.test(word),
  );
  if (!isSplit) return true;
  const key = vehicleKeyOf(words);
  return [model.model, ...model.aliases].some((name) => {
    const own = vehicleWords(name).map(({ word }) => word);
    return vehicleKeyOf(own) === key && own.length >= words.length;
  });
}
