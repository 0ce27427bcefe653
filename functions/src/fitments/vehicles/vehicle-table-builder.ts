/** Puts a vehicle table together from what is said of its models, here and there. */
import type { VehicleModel, VehicleTable, YearRange } from '@docket/model/fitment/vehicle';
import { vehicleKey } from './vehicle-words.ts';
import { joinYears } from '@docket/model/fitment/year-ranges';

/** What one place says of a model: a row of a file, or another table. */
export interface SaidOfModel {
  make: string;
  makeAliases: readonly string[];
  model: string;
  years: readonly YearRange[];
  regions: VehicleModel['regions'];
  aliases: readonly string[];
  trims: readonly string[];
}

interface Make {
  name: string;
  aliases: Names;
}

interface Model {
  make: Make;
  name: string;
  years: YearRange[];
  regions: Set<VehicleModel['regions'][number]>;
  aliases: Names;
  trims: Names;
}

/** Names that differ in more than case, accents, punctuation and spacing, as they were first written. */
type Names = Map<string, string>;

/** Makes and models are the same when their names differ in case, accents, punctuation and spacing only; the first counts. */
export class VehicleTableBuilder {
  readonly #makes = new Map<string, Make>();
  /** By the key of an alias. */
  readonly #aliasedMakes = new Map<string, Make>();
  readonly #models = new Map<string, Model>();
  #lastYear = 0;
  #open = false;

  /** A make, by its name; a name that is an alias of another make is that make. */
  addMake(name: string, aliases: readonly string[]): void {
    this.#make(name, aliases);
  }

  /** Adds to what is known of the model. */
  add({ make: makeName, makeAliases, model: name, years, regions, aliases, trims }: SaidOfModel): void {
    const make = this.#make(makeName, makeAliases);
    const key = `${vehicleKey(make.name)} ${vehicleKey(name)}`;
    const model: Model = this.#models.get(key) ?? {
      make,
      name,
      years: [],
      regions: new Set(),
      aliases: new Map(),
      trims: new Map(),
    };
    this.#models.set(key, model);
    for (const region of regions) model.regions.add(region);
    addNames(model.aliases, aliases, name);
    addNames(model.trims, trims, '');
    for (const range of years) {
      const { from, to } = range;
      model.years.push(range);
      this.#lastYear = Math.max(this.#lastYear, to ?? from);
      this.#open ||= to === null;
    }
  }

  /** Null without a model. `lastYear` is what "still made" ends with at least. */
  table(lastYear: number): VehicleTable | null {
    if (this.#models.size === 0) return null;
    return {
      makes: [...this.#makes.values()].map(({ name, aliases }) => ({ name, aliases: [...aliases.values()] })),
      models: [...this.#models.values()].map(({ make, name, years, regions, aliases, trims }) => ({
        make: make.name,
        model: name,
        years: joinYears(years),
        regions: [...regions],
        aliases: [...aliases.values()],
        trims: [...trims.values()],
      })),
      last_year: this.#open ? Math.max(this.#lastYear, lastYear) : this.#lastYear,
    };
  }

  #make(name: string, aliases: readonly string[]): Make {
    const key = vehicleKey(name);
    const make = this.#makes.get(key) ?? this.#aliasedMakes.get(key) ?? { name, aliases: new Map() };
    if (make.name === name) this.#makes.set(key, make);
    addNames(make.aliases, aliases, make.name);
    for (const alias of aliases) {
      const aliasKey = vehicleKey(alias);
      if (make.aliases.has(aliasKey) && !this.#aliasedMakes.has(aliasKey))
        this.#aliasedMakes.set(aliasKey, make);
    }
    return make;
  }
}

/** Adds what is not there yet and not the own name. What has neither letters nor digits is no name. */
function addNames(names: Names, more: readonly string[], own: string): void {
  const ownKey = vehicleKey(own);
  for (const name of more) {
    const key = vehicleKey(name);
    if (key !== '' && key !== ownKey && !names.has(key)) names.set(key, name);
  }
}
