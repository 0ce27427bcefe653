/** Finds makes and models in a text, by the vehicle table and by what stands around them. Pure. */
import type { VehicleModel } from '@docket/model/fitment/vehicle';
import type { VehicleIndex } from '../../vehicles/vehicle-index.ts';
import { vehicleKeyOf } from '../../vehicles/vehicle-words.ts';
import type { Doubt } from '../claims.ts';
import type { TokenText } from '../text/tokens.ts';
import { NEVER_WITHOUT_MAKE, ORDINARY_MAKES, ORDINARY_MODELS } from '../vocabulary/ordinary-words.ts';
import { PRODUCT_WORDS } from '../vocabulary/product-words.ts';
import { misspeltMake, misspeltModels } from './misspelt.ts';
import type { ForeignName, MakeName, ModelName, NameContext } from './name-types.ts';
import { endOf, type Found, isOneName, longestModel, signAt } from './name-words.ts';
import { yearStatement } from './years.ts';

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
  const make =
    makeAt(text, at, vehicles) ?? (context.is_after_make ? listedMakeAt(text, at, vehicles) : null);
  if (alone !== null && (make === null || alone.end >= make.end)) return alone;
  return make ?? misspeltAt(text, at, vehicles, context);
}

/** Those of the make at hand first. */
function preferred(models: readonly VehicleModel[], context: NameContext | null): readonly VehicleModel[] {
  if (context === null) return models;
  return models.toSorted((a, b) => Number(b.make === context.make) - Number(a.make === context.make));
}

/** "Ford Lincoln Mercury", "Audi Seat Škoda": a make that is an ordinary word too, right after another make. */
function listedMakeAt(text: TokenText, at: number, vehicles: VehicleIndex): MakeName | null {
  const make = makeAt(text, at, vehicles, true);
  if (make === null || isSmallLetters(text, at)) return null;
  const isPartWord = PRODUCT_WORDS.has(text.tokens[at]?.word ?? '');
  return isPartWord && makeAt(text, make.end, vehicles) === null ? null : make;
}

function makeAt(text: TokenText, at: number, vehicles: VehicleIndex, isOrdinary = false): MakeName | null {
  const wordAt = text.word_at[at] ?? 0;
  for (const { make, words } of vehicles.makesAt(text.words, wordAt)) {
    if (!isOneName(text, wordAt, words)) continue;
    const key = vehicleKeyOf(text.words.slice(wordAt, wordAt + words));
    if (ORDINARY_MAKES.has(key) && !isOrdinary) return null;
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
  if (isSmallLetters(text, at)) return false;
  // "Tesla Model Y 2020+ mat; fits also Model 3 (2017-2023)".
  if (!context.is_near) return found.words.length > 1 && isBeforeYears(text, found.end, lastYear);
  if (isNeverAlone(key)) return !context.is_after_model;
  return !/^[\d-]+$/u.test(key) || yearStatement(text, at, lastYear) === null;
}

const isBeforeYears = (text: TokenText, at: number, lastYear: number) =>
  yearStatement(text, signAt(text, at) === '(' ? at + 1 : at, lastYear) !== null;

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
  if (isAlternative(text, at, found, context, vehicles.lastYear)) {
    return { ...found, kind: 'model', is_written: false, doubts: ['make_implied', 'ordinary_name'] };
  }
  // "Camry 2012-2017 Dart board".
  const isOfYearsBefore = context.is_after_years && context.has_vehicles_first;
  if (isOfYearsBefore && yearStatement(text, found.end, vehicles.lastYear) === null) return null;
  if (makes.size > 1 || !isBesideYears || isNeverAlone(key) || isSmallLetters(text, at)) return null;
  if (key.length < 3 || context.is_after_model || /\d/u.test(key) !== /\d/u.test(found.words[0] ?? ''))
    return null;
  return { ...found, kind: 'model', is_written: false, doubts: ['make_implied', 'ordinary_name'] };
}

/** "Silverado/Sierra 07-13", "300C / Charger / Magnum": between a slash and years or another slash. */
function isAlternative(
  text: TokenText,
  at: number,
  { words, end }: Found,
  context: NameContext,
  lastYear: number,
): boolean {
  const key = vehicleKeyOf(words);
  if (!context.is_after_slash || !/^\p{L}{4,}$/u.test(key) || isNeverAlone(key)) return false;
  if (isSmallLetters(text, at)) return false;
  return signAt(text, end) === '/' || end >= text.tokens.length || isBeforeYears(text, end, lastYear);
}

/** Names that are ordinary words, numbers or too short to say anything alone. */
function isDelicate(key: string): boolean {
  return key.length <= 3 || /^[\d-]+$/u.test(key) || ORDINARY_MODELS.has(key) || PRODUCT_WORDS.has(key);
}

/** Names that stand beside years without being meant: "Fit 2010-2013 Accord", "2012-2017 seal". */
export const isNeverAlone = (key: string) =>
  NEVER_WITHOUT_MAKE.has(key) || (PRODUCT_WORDS.has(key) && !ORDINARY_MODELS.has(key));

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
