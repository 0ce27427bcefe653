/** The vehicles and years of a text in their order, each with what limits it. Pure. */
import type { VehicleModel } from '@docket/model/fitment/vehicle';
import { vehicleKeyOf } from '../../vehicles/vehicle-words.ts';
import type { ClaimedYears, Doubt } from '../claims.ts';
import type { Item, ModelItem, YearsItem } from '../recognise/items.ts';
import { quote, type TokenText } from '../text/tokens.ts';
import { GENERATION } from '../vocabulary/qualifier-words.ts';
import { modelCode } from './model-code.ts';

export interface YearsMention {
  kind: 'years';
  words: string;
  /** The statements one by one, with their words: a list may have to be divided. */
  parts: readonly { years: ClaimedYears; words: string; is_single: boolean }[];
  doubts: readonly Doubt[];
  /** A list, comma or slash stands between it and what is before. */
  is_joined: boolean;
  /** Nothing but joining words and qualifiers between it and the vehicle or years before. */
  is_beside: boolean;
}

export interface VehicleMention {
  kind: 'vehicle';
  models: readonly VehicleModel[];
  words: string;
  submodels: string[];
  qualifiers: string[];
  doubts: Set<Doubt>;
  is_joined: boolean;
  is_beside: boolean;
  /** The years that were found to be its. */
  years: { words: string; years: readonly ClaimedYears[]; doubts: readonly Doubt[] } | null;
}

export type Mention = YearsMention | VehicleMention;

/** The mentions of a text, one list for each of its statements: ";" ends one. */
export function mentionsOf(text: TokenText, items: readonly Item[]): Mention[][] {
  const segments: Mention[][] = [[]];
  let pending: string[] = [];
  let isJoined = false;
  let isBeside = true;
  let isMisspelt = false;
  let words = 0;
  let sealed: VehicleMention | null = null;
  const vehicleBefore = () =>
    segments.at(-1)?.findLast((mention): mention is VehicleMention => mention.kind === 'vehicle');
  const add = (mention: Mention) => {
    segments.at(-1)?.push(mention);
    isJoined = false;
    isBeside = true;
    words = 0;
  };
  items.forEach((item, index) => {
    switch (item.kind) {
      case 'model': {
        const before = vehicleBefore();
        if (before !== undefined && narrows(before, item, before === sealed)) break;
        const vehicle = vehicleMention(text, item, { is_joined: isJoined, is_beside: isBeside });
        if (isMisspelt) vehicle.doubts.add('make_misspelt');
        if (words === 0) vehicle.qualifiers.push(...pending);
        pending = [];
        add(vehicle);
        break;
      }
      case 'years':
        // "328i 2007-2010, 335i 2009-2013": the next variant is a vehicle of its own.
        if (vehicleBefore()?.submodels.length !== 0) sealed = vehicleBefore() ?? null;
        if (isBelievable(items, index))
          add(yearsMention(text, item, { is_joined: isJoined, is_beside: isBeside }));
        break;
      case 'all_years': {
        const all = quote(text, item.start, item.end);
        const years = { years: { from: null, to: null }, words: all, is_single: false };
        add({
          kind: 'years',
          words: all,
          parts: [years],
          doubts: [],
          is_joined: isJoined,
          is_beside: isBeside,
        });
        break;
      }
      case 'trim': {
        const vehicle = vehicleBefore();
        if (vehicle?.submodels.includes(item.trim) === false) vehicle.submodels.push(item.trim);
        break;
      }
      case 'qualifier': {
        const qualifier = quote(text, item.start, item.end);
        const vehicle = vehicleBefore();
        if (vehicle === undefined) pending.push(qualifier);
        else if (!vehicle.qualifiers.includes(qualifier)) vehicle.qualifiers.push(qualifier);
        break;
      }
      case 'break':
        segments.push([]);
        pending = [];
        isJoined = false;
        break;
      case 'join':
        isJoined = true;
        break;
      case 'make':
        isMisspelt = item.is_misspelt;
        break;
      case 'word':
        pending = [];
        isBeside = false;
        words += 1;
        break;
      case 'foreign':
      case 'unknown_model':
      case 'unknown_make':
        isBeside = false;
        break;
      case 'exclude':
      case 'all_models':
      case 'open':
      case 'close':
        break;
      default:
        item satisfies never;
    }
  });
  return segments.filter((segment) => segment.length > 0);
}

interface Beside {
  is_joined: boolean;
  is_beside: boolean;
}

/** "3 Series 2006-2011 328i 335i", "ML350 2006-2011 W164": variants and generations of the model before, noted there. */
function narrows(before: VehicleMention, item: ModelItem, isSealed: boolean): boolean {
  if (item.is_written || before.models[0] !== item.models[0]) return false;
  const variant = modelCode(item);
  const key = vehicleKeyOf(item.words);
  if (variant === null) return GENERATION.test(key);
  if (isSealed) return false;
  if (!before.submodels.includes(variant)) before.submodels.push(variant);
  return true;
}

function vehicleMention(text: TokenText, item: ModelItem, beside: Beside): VehicleMention {
  const code = modelCode(item);
  return {
    kind: 'vehicle',
    models: item.models,
    words: quote(text, item.start, item.end),
    submodels: code === null ? [] : [code],
    qualifiers: [],
    doubts: new Set(item.doubts),
    ...beside,
    years: null,
  };
}

function yearsMention(text: TokenText, item: YearsItem, beside: Beside): YearsMention {
  const { statements } = item;
  const parts = statements.map(({ from, to, start, end, is_single: isSingle }) => ({
    years: { from, to },
    words: quote(text, start, end),
    is_single: isSingle,
  }));
  const doubts: Doubt[] = [];
  const isShort = statements.some((each) => each.is_short);
  if (isShort) doubts.push('years_short');
  if (statements.every((each) => each.is_weak && each.is_single)) doubts.push('years_single_short');
  if (statements.some((each) => each.is_reversed)) doubts.push('years_reversed');
  return { kind: 'years', words: quote(text, item.start, item.end), parts, doubts, ...beside };
}

/** So many words may stand between a vehicle and years of two figures: further away they are sizes. */
const WORDS_BETWEEN = 3;

/** Years of two figures without an apostrophe are years beside a vehicle only. */
function isBelievable(items: readonly Item[], index: number): boolean {
  const item = items[index];
  if (item?.kind !== 'years' || item.statements.some((each) => !each.is_weak)) return true;
  return isNearVehicle(items, index, -1) || isNearVehicle(items, index, 1);
}

function isNearVehicle(items: readonly Item[], index: number, step: 1 | -1): boolean {
  let words = 0;
  for (let at = index + step; at >= 0 && at < items.length; at += step) {
    const kind = items[at]?.kind;
    if (kind === 'model' || kind === 'make') return true;
    if (kind === 'break') return false;
    if (kind === 'word') words += 1;
    if (words > WORDS_BETWEEN) return false;
  }
  return false;
}
