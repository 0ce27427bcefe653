/** Looks up makes, models and trims of a vehicle table in whatever way they are written. Pure; built once per table. */
import type { VehicleMake, VehicleModel, VehicleTable } from '@docket/model/fitment/vehicle';
import { withBaseModels } from './base-models.ts';
import { knownNames } from './known-names.ts';
import { vehicleKey, vehicleKeyOf } from './vehicle-words.ts';
import { madeIn } from '@docket/model/fitment/year-ranges';

/** Under what a make or model was found: its own name or an alias. An alias may be a part of it, such as "325i" or "E46". */
type Naming = 'name' | 'alias';

export interface NamedModel {
  model: VehicleModel;
  by: Naming;
}

/** A make that is written at a place of a text. */
export interface MakeAtPlace {
  make: VehicleMake;
  by: Naming;
  /** How many words it takes. */
  words: number;
}

/** What models are written at a place of a text: all of one spelling, those with that name before those with that alias. */
export interface ModelsAtPlace {
  models: readonly NamedModel[];
  /** How many words they take. */
  words: number;
}

/** A trim of a model that is written at a place of a text. */
export interface TrimAtPlace {
  trim: string;
  words: number;
}

/**
 * Names are compared without case, accents, punctuation and spacing: see `vehicleKeyOf`. Where `words` are asked for, give
 * those of `vehicleWords`. Models are objects of the index: compare them by identity.
 */
export interface VehicleIndex {
  /** The last model year the table knows of. */
  readonly lastYear: number;
  readonly makes: readonly VehicleMake[];
  /** Every model of the table, and the base models that it has no row of: "F150" of "F150 Regular Cab". */
  readonly models: readonly VehicleModel[];
  /** The make that a text names and nothing else; null for others. */
  make(text: string): VehicleMake | null;
  /** The models that a text names and nothing else, of all makes or of one. Names come before aliases. */
  modelsNamed(text: string, make?: string): readonly NamedModel[];
  /** The models of a make, by its name in the table. */
  modelsOf(make: string): readonly VehicleModel[];
  /** The makes whose names begin at the word `at`, the longest first. */
  makesAt(words: readonly string[], at: number): MakeAtPlace[];
  /** The models whose names begin at the word `at`, of all makes or of one, the longest first. */
  modelsAt(words: readonly string[], at: number, make?: string): ModelsAtPlace[];
  /** The trims of a model that begin at the word `at`, the longest first. */
  trimsAt(words: readonly string[], at: number, model: VehicleModel): TrimAtPlace[];
  /** The table's rows of a base model, such as its cabs; none for others. */
  variantsOf(model: VehicleModel): readonly VehicleModel[];
  /** Whether a model was made in a model year. */
  madeIn(model: VehicleModel, year: number): boolean;
}

/** Below this length a make has to be one word: "A/C" is not the make AC. */
const LEAST_SPLIT_MAKE = 4;

/**
 * An index of a table. What the table says twice is found twice. Its makes and models also go by the other names that
 * `known` gives those of the same names, and a model without trims has those of `known`: tables that people import seldom
 * say more than names and years. Nothing else of `known` is found.
 */
export function createVehicleIndex(table: VehicleTable, known?: VehicleTable): VehicleIndex {
  const { models, variants } = withBaseModels(table.models);
  const others = known === undefined ? null : knownNames(known);
  const makes = keysOf(
    table.makes,
    (make) => make.name,
    ({ name, aliases }) => [...aliases, ...(others?.ofMake(name) ?? [])],
  );
  const names = keysOf(
    models,
    ({ model }) => model,
    (model) => [...model.aliases, ...(others?.ofModel(model) ?? [])],
  );
  const ofMake = Map.groupBy(models, ({ make }) => make);
  const longestMake = longest(makes.keys());
  const longestModel = longest(names.keys());
  const trims = new Map<VehicleModel, { keys: Map<string, string>; longest: number }>();

  const trimsOf = (model: VehicleModel) => {
    const before = trims.get(model);
    if (before !== undefined) return before;
    const own = model.trims.length === 0 ? (others?.trimsOf(model) ?? []) : model.trims;
    const keys = new Map(own.map((trim) => [vehicleKey(trim), trim]));
    keys.delete('');
    const entry = { keys, longest: longest(keys.keys()) };
    trims.set(model, entry);
    return entry;
  };
  const named = (key: string, make: string | undefined): readonly NamedModel[] => {
    const found = (names.get(key) ?? []).map(({ entry, by }) => ({ model: entry, by }));
    return make === undefined ? found : found.filter(({ model }) => model.make === make);
  };

  return {
    lastYear: table.last_year,
    makes: table.makes,
    models,
    make: (text) => makes.get(vehicleKey(text))?.[0]?.entry ?? null,
    modelsNamed: (text, make) => named(vehicleKey(text), make),
    modelsOf: (make) => ofMake.get(make) ?? [],
    makesAt: (words, at) =>
      runsAt(words, at, longestMake).flatMap(({ key, words }) => {
        if (words > 1 && key.length < LEAST_SPLIT_MAKE) return [];
        return (makes.get(key) ?? []).slice(0, 1).map(({ entry, by }) => ({ make: entry, by, words }));
      }),
    modelsAt: (words, at, make) =>
      runsAt(words, at, longestModel).flatMap(({ key, words }) => {
        const models = named(key, make);
        return models.length === 0 ? [] : [{ models, words }];
      }),
    trimsAt: (words, at, model) => {
      const { keys, longest } = trimsOf(model);
      return runsAt(words, at, longest).flatMap(({ key, words }) => {
        const trim = keys.get(key);
        return trim === undefined ? [] : [{ trim, words }];
      });
    },
    variantsOf: (model) => variants.get(model) ?? [],
    madeIn: (model, year) => madeIn(model.years, year, table.last_year),
  };
}

interface Keyed<T> {
  entry: T;
  by: Naming;
}

/** Entries by the keys of their names and aliases; under each key those with that name first, none twice. */
function keysOf<T>(
  entries: readonly T[],
  nameOf: (entry: T) => string,
  aliasesOf: (entry: T) => readonly string[],
): Map<string, Keyed<T>[]> {
  const keys = new Map<string, Keyed<T>[]>();
  const add = (text: string, entry: T, by: Naming) => {
    const key = vehicleKey(text);
    if (key === '') return;
    const under = keys.get(key);
    if (under === undefined) keys.set(key, [{ entry, by }]);
    else if (!under.some((each) => each.entry === entry)) under.push({ entry, by });
  };
  for (const entry of entries) add(nameOf(entry), entry, 'name');
  for (const entry of entries) for (const alias of aliasesOf(entry)) add(alias, entry, 'alias');
  return keys;
}

/** The runs of words that begin at `at` and are not longer than `most` letters, as keys, the longest run first. */
function runsAt(words: readonly string[], at: number, most: number): { key: string; words: number }[] {
  const runs: { key: string; words: number }[] = [];
  let letters = 0;
  for (let end = at + 1; end <= words.length; end += 1) {
    letters += words[end - 1]?.length ?? 0;
    if (letters > most) break;
    runs.push({ key: vehicleKeyOf(words.slice(at, end)), words: end - at });
  }
  return runs.reverse();
}

function longest(keys: Iterable<string>): number {
  let most = 0;
  for (const key of keys) most = Math.max(most, key.length);
  return most;
}
