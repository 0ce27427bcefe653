/** What one text says of vehicles: those it names with their years, what it excludes, and what could not be told. Pure. */
import type { ExceptionDraft } from '@docket/model/fitment/fitment';
import type { VehicleIndex } from '../vehicles/vehicle-index.ts';
import type { Exclusion } from './claims.ts';
import { assignYears } from './grammar/assign-years.ts';
import { mentionsOf, type VehicleMention, type YearsMention } from './grammar/mentions.ts';
import { splitExclusions } from './grammar/split-exclusions.ts';
import type { Item } from './recognise/items.ts';
import { readItems } from './recognise/read-items.ts';
import { plainText } from './text/plain-text.ts';
import { quote, type TokenText, tokenize } from './text/tokens.ts';

export interface ReadText {
  vehicles: VehicleMention[];
  /** Years beside no vehicle. */
  loose_years: YearsMention[];
  exclusions: Exclusion[];
  /** Qualifiers of a text without vehicles. */
  loose_qualifiers: string[];
  /** All models of these makes are meant. */
  whole_makes: { make: string; words: string; years: YearsMention | null }[];
  exceptions: ExceptionDraft[];
  /** The make that was named last. */
  make: string | null;
}

/** Reads a text. `make` is the make that the texts before it are about, if any. */
export function readText(written: string, vehicles: VehicleIndex, make: string | null): ReadText {
  const text = tokenize(plainText(written));
  const items = readItems(text, vehicles, make);
  const { kept, exclusions } = splitExclusions(text, items);
  const segments = mentionsOf(text, kept);
  const looseYears = assignYears(segments);
  const mentions = segments.flat();
  const named = mentions.filter((mention): mention is VehicleMention => mention.kind === 'vehicle');
  const firstYears = mentions.find((mention): mention is YearsMention => mention.kind === 'years') ?? null;
  const wholeMakes = wholeMakesOf(text, kept, firstYears);
  return {
    vehicles: named,
    loose_years: named.length > 0 ? [] : looseYears,
    exclusions,
    loose_qualifiers:
      named.length > 0
        ? []
        : kept.flatMap((item) => (item.kind === 'qualifier' ? [quote(text, item.start, item.end)] : [])),
    whole_makes: wholeMakes,
    exceptions: strays(text, kept, new Set(wholeMakes.map(({ make }) => make))),
    make: lastMake(items) ?? make,
  };
}

function lastMake(items: readonly Item[]): string | null {
  const makes = items.flatMap((item) => {
    if (item.kind === 'make') return [item.make];
    return item.kind === 'model' ? (item.models[0]?.make ?? []) : [];
  });
  return makes.at(-1) ?? null;
}

/** "All Tesla models 2015-2020", "Tesla all models". */
function wholeMakesOf(
  text: TokenText,
  items: readonly Item[],
  years: YearsMention | null,
): ReadText['whole_makes'] {
  return items.flatMap((item, index) => {
    if (item.kind !== 'make') return [];
    const next = items[index + 1];
    if (next?.kind === 'all_models') {
      return [{ make: item.make, words: quote(text, item.start, next.end), years }];
    }
    const isAll = text.tokens[item.start - 1]?.word === 'all' && text.tokens[item.end]?.word === 'models';
    return isAll ? [{ make: item.make, words: quote(text, item.start - 1, item.end + 1), years }] : [];
  });
}

/** Makes without a model, and names that the table does not know. */
function strays(text: TokenText, items: readonly Item[], whole: ReadonlySet<string>): ExceptionDraft[] {
  return items.flatMap((item, index): ExceptionDraft[] => {
    const words = quote(text, item.start, item.end);
    const withMake = quote(text, (items[index - 1] ?? item).start, item.end);
    if (item.kind === 'make') {
      const next = items[index + 1]?.kind;
      const isAnswered = whole.has(item.make) || next === 'unknown_model' || next === 'foreign';
      if (isAnswered || hasModel(items, index, item.make)) return [];
      return [{ code: 'no_vehicle', words, reasoning: `“${words}” names a make and no model of it.` }];
    }
    if (item.kind === 'foreign') {
      const [own] = item.models;
      const reasoning = `“${withMake}” cannot be: the ${own?.model} is a ${own?.make}.`;
      return [{ code: 'contradictory', words: withMake, reasoning }];
    }
    if (item.kind === 'unknown_model') {
      const reasoning = `The vehicle table has no ${item.make} that “${words}” could name.`;
      return [{ code: 'unknown_model', words: withMake, reasoning }];
    }
    if (item.kind === 'unknown_make') {
      return [{ code: 'unknown_make', words, reasoning: `The vehicle table has no make as in “${words}”.` }];
    }
    return [];
  });
}

/** Whether a model of the make follows before another make, or stands right before. */
function hasModel(items: readonly Item[], at: number, make: string): boolean {
  const isOwn = (item: Item | undefined) =>
    item?.kind === 'model' && item.models.some((model) => model.make === make);
  return items.some(isOwn) || isOwn(items[at - 1]);
}
