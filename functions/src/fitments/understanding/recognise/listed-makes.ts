/** Makes that stand in a list before their models: "Opel/Vauxhall Corsa, Astra", "Chevy/GMC Silverado/Sierra". Pure. */
import type { VehicleIndex } from '../../vehicles/vehicle-index.ts';
import { vehicleKeyOf } from '../../vehicles/vehicle-words.ts';
import type { TokenText } from '../text/tokens.ts';
import type { Item, ModelItem } from './items.ts';
import type { ModelName } from './name-types.ts';
import { longestModel } from './name-words.ts';
import { isNeverAlone } from './names.ts';

const JOINS = new Set(['/', ',', '+', 'and', 'und', 'et', 'y']);

/** The list that the models at hand belong to. */
export class ListedMakes {
  readonly #text: TokenText;
  readonly #vehicles: VehicleIndex;
  #makes: readonly string[] = [];
  /** The token after the last make; -1 once models have followed. */
  #end = -1;

  constructor(text: TokenText, vehicles: VehicleIndex) {
    this.#text = text;
    this.#vehicles = vehicles;
  }

  /** `isNear`: nothing but joining words, years and qualifiers since the last make or model. */
  note(item: Item, isNear: boolean): void {
    const make = item.kind === 'make' ? item.make : undefined;
    const written = item.kind === 'model' && item.is_written ? item.models[0]?.make : undefined;
    const named = make ?? written;
    if (named !== undefined) {
      this.#makes = this.#goesOn(item.start) ? [...this.#makes, named] : [named];
      this.#end = make === undefined ? -1 : item.end;
    } else if (!isNear || item.kind === 'break') this.#makes = [];
  }

  #goesOn(at: number): boolean {
    if (this.#end < 0) return false;
    const isJoined = at === this.#end + 1 && JOINS.has(this.#text.tokens[this.#end]?.word ?? '');
    return isJoined || at === this.#end;
  }

  /** The model that begins at a token, of whichever make of the list has it. */
  modelAt(at: number): ModelName | null {
    if (this.#makes.length < 2) return null;
    for (const make of this.#makes) {
      const found = longestModel(this.#text, this.#text.word_at[at] ?? 0, this.#vehicles, make);
      if (found === null || isNeverAlone(vehicleKeyOf(found.words))) continue;
      const { models, words, end } = found;
      return { kind: 'model', models, words, is_written: false, doubts: [], end };
    }
    return null;
  }

  has(make: string | undefined): boolean {
    return make !== undefined && this.#makes.includes(make);
  }

  /** The models that the other makes of the list have by the same name. */
  twinsOf(item: ModelItem): ModelItem[] {
    if (item.is_written || this.#makes.length < 2 || !this.has(item.models[0]?.make)) return [];
    return this.#makes.flatMap((make) => {
      const models = this.#vehicles.modelsNamed(item.words.join(' '), make).map(({ model }) => model);
      const isNew = models.length > 0 && !models.some((model) => item.models.includes(model));
      return isNew ? [{ ...item, models, doubts: ['make_listed'] }] : [];
    });
  }
}
