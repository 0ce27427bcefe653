/** Reads a text from its beginning to its end into items. Pure. */
import type { VehicleModel } from '@docket/model/fitment/vehicle';
import type { VehicleIndex } from '../../vehicles/vehicle-index.ts';
import { vehicleKey } from '../../vehicles/vehicle-words.ts';
import type { TokenText } from '../text/tokens.ts';
import { ALL_MODELS, ALL_YEARS, EXCEPT, JOIN_WORDS, WEAK_EXCEPT } from '../vocabulary/link-words.ts';
import { OTHER_MAKES } from '../vocabulary/ordinary-words.ts';
import { PRODUCT_PHRASES, PRODUCT_WORDS } from '../vocabulary/product-words.ts';
import { BODIES_OF_MAKES, COMMON_TRIMS } from '../vocabulary/qualifier-words.ts';
import type { Item, ModelItem } from './items.ts';
import type { ModelName, NameContext } from './name-types.ts';
import { ListedMakes } from './listed-makes.ts';
import { nameAt } from './names.ts';
import { codeEnd, partNumbersEnd } from './part-numbers.ts';
import { qualifierEnd } from './qualifiers.ts';
import { continuedModel, numberedSeries, sharedEndingModel, turnedModel } from './shortened-names.ts';
import { yearsAt } from './year-lists.ts';

/** Words between a make and its model that say that a model follows. */
const LABELS = new Set(['model', 'models', 'modell', 'modelle', 'modele', 'modeles', 'modelo', 'modelos']);

/** The items of a text in their order. `make` is the one that the text is about from the beginning, if any. */
export function readItems(text: TokenText, vehicles: VehicleIndex, make: string | null = null): Item[] {
  const items: Item[] = [];
  const reader = new Reader(text, vehicles, items, make);
  for (let at = 0; at < text.tokens.length; ) {
    const read = reader.itemAt(at);
    const item = read.kind === 'model' ? nameForMakesBefore(items, read, vehicles) : read;
    if (item.kind === 'model') items.push(...reader.twinsOf(item));
    items.push(item);
    reader.note(item);
    // Every item takes a token at least: reading ends.
    at = Math.max(item.end, at + 1);
  }
  return items;
}

/** "Opel/Vauxhall Corsa": the make before has a model of that name too. Returns the model, noted as one of a list. */
function nameForMakesBefore(items: Item[], model: ModelItem, vehicles: VehicleIndex): ModelItem {
  if (!model.is_written) return model;
  const at = items.at(-1)?.kind === 'join' ? items.length - 2 : items.length - 1;
  const before = items[at];
  if (before?.kind !== 'make') return model;
  const named = vehicles.modelsNamed(model.words.join(' '), before.make);
  const models = named.map((each) => each.model);
  if (models.length === 0 || models.some((each) => model.models.includes(each))) return model;
  items[at] = { ...model, models, doubts: ['make_listed'], start: before.start };
  return { ...model, doubts: ['make_listed'] };
}

/** What has been read so far, as far as the next item depends on it. */
class Reader {
  readonly #text: TokenText;
  readonly #vehicles: VehicleIndex;
  readonly #items: readonly Item[];
  #make: string | null;
  #isNear: boolean;
  #model: ModelItem | null = null;
  readonly #listed: ListedMakes;

  constructor(text: TokenText, vehicles: VehicleIndex, items: readonly Item[], make: string | null) {
    this.#text = text;
    this.#vehicles = vehicles;
    this.#items = items;
    this.#make = make;
    this.#isNear = make !== null;
    this.#listed = new ListedMakes(text, vehicles);
  }

  twinsOf(item: ModelItem): ModelItem[] {
    return this.#listed.twinsOf(item);
  }

  itemAt(at: number): Item {
    return (
      this.#partNumber(at) ??
      this.#productPhrase(at) ??
      this.#link(at) ??
      this.#trim(at) ??
      this.#name(at) ??
      this.#years(at) ??
      this.#qualifier(at) ??
      this.#unknown(at) ??
      this.#sign(at) ?? { kind: 'word', start: at, end: this.#codeEnd(at) }
    );
  }

  note(item: Item): void {
    switch (item.kind) {
      case 'make':
        this.#make = item.make;
        this.#model = null;
        this.#isNear = true;
        break;
      case 'model':
        this.#make = item.models[0]?.make ?? this.#make;
        this.#model = item;
        this.#isNear = true;
        break;
      case 'foreign':
      case 'unknown_model':
        this.#model = null;
        break;
      case 'unknown_make':
        this.#make = null;
        this.#model = null;
        this.#isNear = false;
        break;
      case 'word':
        this.#isNear &&= this.#isLabel(item);
        break;
      case 'years':
      case 'trim':
      case 'qualifier':
      case 'exclude':
      case 'all_models':
      case 'all_years':
      case 'join':
      case 'break':
      case 'open':
      case 'close':
        break;
      default:
        item satisfies never;
    }
    this.#listed.note(item, this.#isNear);
  }

  get #last(): Item | undefined {
    return this.#items.at(-1);
  }

  #isLabel(item: Item | undefined): boolean {
    return item?.kind === 'word' && LABELS.has(this.#text.tokens[item.start]?.word ?? '');
  }

  get #isAfterModel(): boolean {
    return this.#isAfterModelAt(-1);
  }

  #isAfterModelAt(place: number): boolean {
    const kind = this.#items.at(place)?.kind;
    return kind === 'model' || kind === 'trim' || kind === 'qualifier';
  }

  #partNumber(at: number): Item | null {
    const end = partNumbersEnd(this.#text, at, this.#vehicles.lastYear);
    return end > at ? { kind: 'word', start: at, end } : null;
  }

  #productPhrase(at: number): Item | null {
    const length = PRODUCT_PHRASES(this.#text, at);
    return length > 0 ? { kind: 'word', start: at, end: at + length } : null;
  }

  #link(at: number): Item | null {
    const models = ALL_MODELS(this.#text, at);
    if (models > 0) return { kind: 'all_models', start: at, end: at + models };
    const years = ALL_YEARS(this.#text, at);
    if (years > 0) return { kind: 'all_years', start: at, end: at + years };
    const isAbbreviated = this.#text.tokens[at]?.word === 'ex' && this.#text.tokens[at + 1]?.word === '.';
    const except = isAbbreviated ? 1 : EXCEPT(this.#text, at);
    if (except > 0) return { kind: 'exclude', start: at, end: this.#past(at + except), is_weak: false };
    const weak = WEAK_EXCEPT(this.#text, at);
    if (weak === 0) return null;
    // "Non-Turbo" is a qualifier.
    const qualifier = qualifierEnd(this.#text, at, true);
    if (qualifier > at) return null;
    return { kind: 'exclude', start: at, end: at + weak, is_weak: true };
  }

  /** Past the full stop of an abbreviation and a colon. */
  #past(end: number): number {
    const sign = this.#text.tokens[end];
    return sign?.kind === 'sign' && '.:'.includes(sign.word) ? end + 1 : end;
  }

  #trim(at: number): Item | null {
    const models: readonly VehicleModel[] = this.#model?.models ?? [];
    const token = this.#text.tokens[at];
    if (token?.kind !== 'word' || models.length === 0) return null;
    // "WRX/STI": models, though the WRX has such a trim.
    if (this.#last?.kind === 'join' && this.#continued(at, true) !== null) return null;
    if (this.#isNear) {
      const wordAt = this.#text.word_at[at] ?? 0;
      for (const model of models) {
        const [found] = this.#vehicles.trimsAt(this.#text.words, wordAt, model);
        if (found === undefined) continue;
        const end = (this.#text.token_of[wordAt + found.words - 1] ?? at) + 1;
        if (this.#isLongerName(at, end)) continue;
        return { kind: 'trim', trim: found.trim, start: at, end };
      }
    }
    if (!this.#isAfterModel || !COMMON_TRIMS.has(token.word) || this.#isLongerName(at, at + 1)) return null;
    const isQualified = qualifierEnd(this.#text, at, false) > at;
    if (isQualified) return null;
    return { kind: 'trim', trim: this.#text.text.slice(token.start, token.end), start: at, end: at + 1 };
  }

  /** Whether a make with its model or a longer model begins there. */
  #isLongerName(at: number, end: number): boolean {
    const name = nameAt(this.#text, at, this.#vehicles, this.#context);
    return name?.kind === 'model' && (name.end > end || (name.is_written && name.end === end));
  }

  #name(at: number): Item | null {
    const last = this.#last;
    if (this.#make !== null && this.#isNear) {
      const shared =
        sharedEndingModel(this.#text, at, this.#vehicles, this.#make) ??
        turnedModel(this.#text, at, this.#vehicles, this.#make) ??
        (last?.kind === 'make' ? numberedSeries(this.#text, at, this.#vehicles, this.#make) : null);
      if (shared !== null) return { ...shared, start: at };
    }
    const name = this.#ofListedMake(at, nameAt(this.#text, at, this.#vehicles, this.#context));
    const isJoined = last?.kind === 'join';
    const continued = isJoined || last?.kind === 'model' ? this.#continued(at, isJoined) : null;
    const isWritten = name?.kind === 'model' && name.is_written;
    if (continued !== null && (name === null || name.end < continued.end || !isWritten)) {
      return { ...continued, start: at };
    }
    if (name === null) return null;
    // "Octavia Kombi": a body, though a make has a model of that name.
    const isImplied = name.kind === 'model' && name.doubts.includes('make_implied');
    if (isImplied && qualifierEnd(this.#text, at, this.#isAfterModel) >= name.end) return null;
    return { ...name, start: at };
  }

  /** A model of one of the makes that were listed before, unless the name is one already. */
  #ofListedMake(at: number, name: ReturnType<typeof nameAt>): ReturnType<typeof nameAt> {
    if (!this.#isNear || name?.kind === 'make') return name;
    if (name?.kind === 'model' && (name.is_written || this.#listed.has(name.models[0]?.make))) return name;
    const isYear = yearsAt(this.#text, at, this.#vehicles, this.#context) !== null;
    return isYear ? name : (this.#listed.modelAt(at) ?? name);
  }

  /** A model whose name goes on from the one before. */
  #continued(at: number, isJoined: boolean): ModelName | null {
    if (this.#model === null || !this.#isNear) return null;
    return continuedModel(this.#text, at, this.#vehicles, this.#model, isJoined);
  }

  get #context(): NameContext {
    const last = this.#last;
    const isSlash = last?.kind === 'join' && this.#text.tokens[last.start]?.word === '/';
    return {
      make: this.#make,
      is_near: this.#isNear,
      is_after_make: last?.kind === 'make',
      is_after_model: this.#isAfterModel,
      is_after_years: last?.kind === 'years',
      is_after_slash: isSlash && this.#isAfterModelAt(-2),
      has_vehicles_first:
        this.#items.find(({ kind }) => kind === 'model' || kind === 'years')?.kind === 'model',
      is_labelled: this.#isLabel(last?.kind === 'join' ? this.#items.at(-2) : last),
    };
  }

  #years(at: number): Item | null {
    const years = yearsAt(this.#text, at, this.#vehicles, this.#context);
    return years === null ? null : { kind: 'years', ...years };
  }

  #qualifier(at: number): Item | null {
    const makes = BODIES_OF_MAKES.get(this.#text.tokens[at]?.word ?? '');
    if (makes !== undefined && !makes.includes(vehicleKey(this.#make ?? ''))) return null;
    const end = qualifierEnd(this.#text, at, this.#isAfterModel);
    return end > at ? { kind: 'qualifier', start: at, end } : null;
  }

  #unknown(at: number): Item | null {
    const { tokens, text } = this.#text;
    const token = tokens[at];
    if (token?.kind !== 'word') return null;
    const isCapital = /^\p{Lu}/u.test(text.slice(token.start, token.end));
    if (OTHER_MAKES.has(token.word) && isCapital) {
      const next = tokens[at + 1];
      const isName = next?.kind === 'word' && !PRODUCT_WORDS.has(next.word) && !/^\d{2,4}$/u.test(next.word);
      return { kind: 'unknown_make', start: at, end: isName ? at + 2 : at + 1 };
    }
    const last = this.#last;
    if (last?.kind !== 'make' || PRODUCT_WORDS.has(token.word) || JOIN_WORDS.has(token.word)) return null;
    if (!/\p{L}/u.test(token.word) || token.word.length < 2 || !(isCapital || /\d/u.test(token.word)))
      return null;
    return { kind: 'unknown_model', make: last.make, start: at, end: at + 1 };
  }

  #sign(at: number): Item | null {
    const { tokens, text } = this.#text;
    const token = tokens[at];
    if (token === undefined) return null;
    const place = { start: at, end: at + 1 };
    if (token.kind === 'word') return JOIN_WORDS.has(token.word) ? { kind: 'join', ...place } : null;
    switch (token.word) {
      case ',':
      case '/':
      case '+':
      case '&':
        return { kind: 'join', ...place };
      case '(':
        return { kind: 'open', ...place };
      case ')':
        return { kind: 'close', ...place };
      case ';':
        return { kind: 'break', ...place };
      case '.': {
        const next = tokens[at + 1];
        const before = tokens[at - 1];
        const isSentenceEnd =
          next?.glued === false &&
          /^\p{Lu}/u.test(text.slice(next.start)) &&
          /^(?:\d{4}|\p{L}{4,})$/u.test(before?.word ?? '');
        return isSentenceEnd ? { kind: 'break', ...place } : { kind: 'join', ...place };
      }
      case '-':
      case ':':
      case "'":
      case '"':
        return { kind: 'join', ...place };
      default:
        return { kind: 'word', ...place };
    }
  }

  #codeEnd(at: number): number {
    return Math.max(codeEnd(this.#text, at), at + 1);
  }
}
