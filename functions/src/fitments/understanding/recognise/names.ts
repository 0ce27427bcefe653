/** Finds makes and models in a text, by the vehicle table and by what stands around them. Pure. */
import type { VehicleModel } from '@docket/model/fitment/vehicle';
import type { NamedModel, VehicleIndex } from '../../vehicles/vehicle-index.ts';
import { vehicleKeyOf, vehicleWords } from '../../vehicles/vehicle-words.ts';
import type { Doubt } from '../claims.ts';
import type { TokenText } from '../text/tokens.ts';
import { NEVER_WITHOUT_MAKE, ORDINARY_MAKES, ORDINARY_MODELS } from '../vocabulary/ordinary-words.ts';
import { BOUND_PHRASES, PRODUCT_PHRASES } from '../vocabulary/product-words.ts';
import { misspeltMake, misspeltModels } from './misspelt.ts';
import { yearStatement } from './years.ts';

/** What stands before a name. */
export interface NameContext {
  /** The make that was named last. */
  make: string | null;
  /** Nothing but joining words, years and qualifiers since the last make or model. */
  is_near: boolean;
  /** The make stands right before. */
  is_after_make: boolean;
  /** A model or trim stands right before, without a comma, slash or "and". */
  is_after_model: boolean;
  /** Years stand right before. */
  is_after_years: boolean;
  /** A word like "Model:" stands right before. */
  is_labelled: boolean;
}

export interface MakeName {
  kind: 'make';
  make: string;
  end: number;
  is_misspelt: boolean;
}

export interface ModelName {
  kind: 'model';
  /** What the name can mean, the likeliest first. */
  models: readonly VehicleModel[];
  /** The words of the name without the make, for names that go on: "Silverado 1500/2500". */
  words: readonly string[];
  /** Whether the make stands in the text right before it. */
  is_written: boolean;
  doubts: readonly Doubt[];
  end: number;
}

/** A model right after a make that has no such model. */
export interface ForeignName {
  kind: 'foreign';
  models: readonly VehicleModel[];
  end: number;
}

/** The make or model that begins at a token, the longest there is; null for none. */
export function nameAt(
  text: TokenText,
  at: number,
  vehicles: VehicleIndex,
  context: NameContext,
): MakeName | ModelName | ForeignName | null {
  if (text.tokens[at]?.kind !== 'word') return null;
  const written = writtenModel(text, at, vehicles);
  const alone = modelAlone(text, at, vehicles, context);
  if (written !== null && alone?.kind === 'model' && alone.end === written.end) {
    const models = [...new Set([...preferred(written.models, context), ...alone.models])];
    return { ...written, models: preferred(models, alone.doubts.length === 0 ? context : null) };
  }
  if (written !== null && (alone === null || alone.end <= written.end)) return written;
  const make = makeAt(text, at, vehicles);
  if (alone !== null && (make === null || alone.end >= make.end)) return alone;
  return make ?? misspeltAt(text, at, vehicles, context);
}

/** Those of the make at hand first. */
function preferred(models: readonly VehicleModel[], context: NameContext | null): readonly VehicleModel[] {
  if (context === null) return models;
  return models.toSorted((a, b) => Number(b.make === context.make) - Number(a.make === context.make));
}

function makeAt(text: TokenText, at: number, vehicles: VehicleIndex): MakeName | null {
  const wordAt = text.word_at[at] ?? 0;
  for (const { make, words } of vehicles.makesAt(text.words, wordAt)) {
    if (!isOneName(text, wordAt, words)) continue;
    const key = vehicleKeyOf(text.words.slice(wordAt, wordAt + words));
    if (ORDINARY_MAKES.has(key)) return null;
    return { kind: 'make', make: make.name, end: endOf(text, wordAt + words), is_misspelt: false };
  }
  return null;
}

/** A make and a model of it right behind: "Chevy Silverado 1500", "VW-Golf", "Ford: F-150". */
function writtenModel(text: TokenText, at: number, vehicles: VehicleIndex): ModelName | null {
  const wordAt = text.word_at[at] ?? 0;
  for (const { make, words } of vehicles.makesAt(text.words, wordAt)) {
    if (!isOneName(text, wordAt, words)) continue;
    const modelWordAt = wordAt + words;
    const makeEnd = endOf(text, modelWordAt);
    const modelStart = text.token_of[modelWordAt] ?? makeEnd;
    if (modelStart > makeEnd + 1 || (modelStart > makeEnd && !'-:'.includes(signAt(text, makeEnd)))) continue;
    const model = longestModel(text, modelWordAt, vehicles, make.name);
    if (model !== null) return { kind: 'model', ...model, is_written: true, doubts: [] };
  }
  return null;
}

interface Found {
  models: readonly VehicleModel[];
  named: readonly NamedModel[];
  words: readonly string[];
  end: number;
}

/** The longest name of a model at a word, of one make or of all. */
function longestModel(text: TokenText, wordAt: number, vehicles: VehicleIndex, make?: string): Found | null {
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
function ownNameFirst(named: readonly NamedModel[]): readonly VehicleModel[] {
  const sorted = named.toSorted((a, b) => Number(a.by === 'alias') - Number(b.by === 'alias'));
  return sorted.map(({ model }) => model);
}

/** A model whose make does not stand right before it. */
function modelAlone(
  text: TokenText,
  at: number,
  vehicles: VehicleIndex,
  context: NameContext,
): ModelName | ForeignName | null {
  const wordAt = text.word_at[at] ?? 0;
  const carried = context.make === null ? null : longestModel(text, wordAt, vehicles, context.make);
  const all = longestModel(text, wordAt, vehicles);
  const isCarriedWhole = carried !== null && (all === null || carried.end >= all.end);
  if (carried !== null && isCarriedWhole && isCarried(text, at, carried, context, vehicles.lastYear)) {
    const others = (all?.models ?? []).filter((model) => !carried.models.includes(model));
    const models = [...carried.models, ...(all?.end === carried.end ? others : [])];
    const doubts: Doubt[] = context.is_near ? [] : ['make_carried'];
    return { kind: 'model', models, words: carried.words, is_written: false, doubts, end: carried.end };
  }
  if (all === null) return null;
  return impliedModel(text, at, vehicles, all, context);
}

/** Whether a name is the model of the make that was named before, rather than a word. */
function isCarried(
  text: TokenText,
  at: number,
  found: Found,
  context: NameContext,
  lastYear: number,
): boolean {
  const key = vehicleKeyOf(found.words);
  if (!isDelicate(key) || (context.is_near && context.is_labelled)) return true;
  if (!context.is_near || isSmallLetters(text, at)) return false;
  if (NEVER_WITHOUT_MAKE.has(key)) return !context.is_after_model;
  return !/^[\d-]+$/u.test(key) || yearStatement(text, at, lastYear) === null;
}

/** A model by a name that says which make it is. */
function impliedModel(
  text: TokenText,
  at: number,
  vehicles: VehicleIndex,
  found: Found,
  context: NameContext,
): ModelName | ForeignName | null {
  const makes = new Set(found.models.map(({ make }) => make));
  const key = vehicleKeyOf(found.words);
  const isPlain = !isDelicate(key);
  if (isPlain && context.is_after_make && context.make !== null && makes.size === 1) {
    return { kind: 'foreign', models: found.models, end: found.end };
  }
  const follows = makeAt(text, found.end, vehicles);
  const ofNext = found.models.filter(({ make }) => make === follows?.make);
  const isBesideYears = context.is_after_years || yearStatement(text, found.end, vehicles.lastYear) !== null;
  if (ofNext.length > 0 && (isPlain || isBesideYears)) {
    return { ...found, kind: 'model', models: ofNext, is_written: true, doubts: [] };
  }
  // Several makes of one truck, as Ram and Dodge: the years tell.
  if (makes.size > 2 || /^[\d-]+$/u.test(key)) return null;
  // "Land Cruiser 100 Series" is no Audi 100.
  const isNumbered = /^\d+$/u.test(found.words[0] ?? '') && context.make !== null;
  if (isPlain && !isNumbered && (makes.size === 1 || found.words.length > 1)) {
    // "Mazda6" says its make.
    const saysMake = found.models.every(({ make }) => key.startsWith(vehicleKeyOf([make.toLowerCase()])));
    return { ...found, kind: 'model', is_written: false, doubts: saysMake ? [] : ['make_implied'] };
  }
  if (makes.size > 1 || !isBesideYears || NEVER_WITHOUT_MAKE.has(key) || isSmallLetters(text, at))
    return null;
  if (key.length < 3 || context.is_after_model || /\d/u.test(key) !== /\d/u.test(found.words[0] ?? ''))
    return null;
  return { ...found, kind: 'model', is_written: false, doubts: ['make_implied', 'ordinary_name'] };
}

/** Names that are ordinary words, numbers or too short to say anything alone. */
function isDelicate(key: string): boolean {
  return key.length <= 3 || /^[\d-]+$/u.test(key) || ORDINARY_MODELS.has(key);
}

/** Written in small letters in a text that has capitals. */
function isSmallLetters({ text, tokens }: TokenText, at: number): boolean {
  const { start = 0, end = 0 } = tokens[at] ?? {};
  const written = text.slice(start, end);
  return /^\p{Ll}+$/u.test(written) && /\p{Lu}/u.test(text);
}

function misspeltAt(
  text: TokenText,
  at: number,
  vehicles: VehicleIndex,
  context: NameContext,
): MakeName | ModelName | null {
  const word = text.tokens[at]?.word ?? '';
  const make = misspeltMake(word, vehicles);
  if (make !== null) return { kind: 'make', make, end: at + 1, is_misspelt: true };
  const models = misspeltModels(word, vehicles).filter((model) => model.make === context.make);
  const [model] = models;
  if (model === undefined || models.length > 1 || !context.is_near) return null;
  return {
    kind: 'model',
    models,
    words: [word],
    is_written: false,
    doubts: ['model_misspelt'],
    end: at + 1,
  };
}

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
  if (!isJoined && !/^\d{3,}/u.test(first.word)) return null;
  const wordAt = text.word_at[at] ?? 0;
  for (const beginning of beginningsOf(last)) {
    for (let count = 3; count > 0; count -= 1) {
      const words = text.words.slice(wordAt, wordAt + count);
      if (words.length < count || !isOneName(text, wordAt, count)) continue;
      const named = vehicles.modelsNamed([...beginning, ...words].join(' '), make);
      const models = ownNameFirst(named).filter((model) => !last.models.includes(model));
      if (models.length === 0) continue;
      const end = endOf(text, wordAt + count);
      return { kind: 'model', models, words: [...beginning, ...words], is_written: false, doubts: [], end };
    }
  }
  return null;
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

const signAt = ({ tokens }: TokenText, at: number) => (tokens[at]?.kind === 'sign' ? tokens[at].word : ' ');

/** The token after the word before `wordAt`. */
function endOf({ token_of: tokenOf, tokens }: TokenText, wordAt: number): number {
  return (tokenOf[wordAt - 1] ?? tokens.length - 1) + 1;
}

/** Whether nothing but a space, a hyphen, an apostrophe or a full stop stands between the words. */
function isOneName(text: TokenText, wordAt: number, count: number): boolean {
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
