/** Finds the make or model that a misspelt word means: "Chevorlet", "Silverdo". Pure. */
import type { VehicleModel } from '@docket/model/fitment/vehicle';
import type { VehicleIndex } from '../../vehicles/vehicle-index.ts';
import { vehicleWords } from '../../vehicles/vehicle-words.ts';
import { ORDINARY_MODELS } from '../vocabulary/ordinary-words.ts';
import { PRODUCT_WORDS } from '../vocabulary/product-words.ts';

/** Shorter words are names of their own, or of something else, too easily. */
const LEAST_MAKE = 5;
const LEAST_MODEL = 6;
/** From this length two slips are allowed. */
const TWO_SLIPS = 9;

interface Spellings {
  makes: ReadonlyMap<string, readonly { word: string; make: string }[]>;
  models: ReadonlyMap<string, readonly { word: string; model: VehicleModel }[]>;
  /** What words were found to mean: titles repeat theirs. */
  known_makes: Map<string, string | null>;
  known_models: Map<string, readonly VehicleModel[]>;
}

const spellingsOf = new WeakMap<VehicleIndex, Spellings>();
/** So many different words are remembered. */
const MOST_KNOWN = 20_000;

/** The make that a word is a slip of the pen away from; null for none or several. */
export function misspeltMake(word: string, vehicles: VehicleIndex): string | null {
  if (word.length < LEAST_MAKE || !isWord(word)) return null;
  const { makes, known_makes: known } = spellings(vehicles);
  const before = known.get(word);
  if (before !== undefined) return before;
  const found = new Set(
    (makes.get(word[0] ?? '') ?? []).filter((each) => isSlip(word, each.word)).map(({ make }) => make),
  );
  const [only = null] = found.size === 1 ? found : [];
  if (known.size < MOST_KNOWN) known.set(word, only);
  return only;
}

/** The models that a word is a slip of the pen away from. */
export function misspeltModels(word: string, vehicles: VehicleIndex): readonly VehicleModel[] {
  if (word.length < LEAST_MODEL || !isWord(word)) return [];
  const { models, known_models: known } = spellings(vehicles);
  const before = known.get(word);
  if (before !== undefined) return before;
  const found = (models.get(word[0] ?? '') ?? [])
    .filter((each) => isSlip(word, each.word))
    .map(({ model }) => model);
  if (known.size < MOST_KNOWN) known.set(word, found);
  return found;
}

/** A word of letters that is none of those in descriptions of parts. */
function isWord(word: string): boolean {
  return /^\p{L}+$/u.test(word) && !PRODUCT_WORDS.has(word) && !ORDINARY_MODELS.has(word);
}

function spellings(vehicles: VehicleIndex): Spellings {
  const known = spellingsOf.get(vehicles);
  if (known !== undefined) return known;
  const makes = vehicles.makes
    .flatMap(({ name, aliases }) => [name, ...aliases].map((text) => ({ word: single(text), make: name })))
    .filter(({ word }) => word.length >= LEAST_MAKE);
  const models = vehicles.models
    .map((model) => ({ word: single(model.model), model }))
    .filter(({ word }) => word.length >= LEAST_MODEL && !ORDINARY_MODELS.has(word));
  const made: Spellings = {
    makes: Map.groupBy(makes, ({ word }) => word[0] ?? ''),
    models: Map.groupBy(models, ({ word }) => word[0] ?? ''),
    known_makes: new Map(),
    known_models: new Map(),
  };
  spellingsOf.set(vehicles, made);
  return made;
}

/** A name of one word of letters; '' for others. */
function single(text: string): string {
  const [first, ...others] = vehicleWords(text);
  return first !== undefined && others.length === 0 && /^\p{L}+$/u.test(first.word) ? first.word : '';
}

/** One letter missing, added or changed, or two neighbours swapped; two such slips in long words. */
function isSlip(word: string, name: string): boolean {
  const most = Math.min(word.length, name.length) >= TWO_SLIPS ? 2 : 1;
  if (Math.abs(word.length - name.length) > most) return false;
  const slips = distance(word, name);
  return slips > 0 && slips <= most;
}

/** Optimal string alignment distance (Damerau 1964, Wagner and Fischer 1974): edits and swaps of neighbours. */
function distance(left: string, right: string): number {
  let twoBefore: number[] = [];
  let before = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const isSame = left[i - 1] === right[j - 1];
      let least = Math.min(
        (before[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (before[j - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        least = Math.min(least, (twoBefore[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    twoBefore = before;
    before = row;
  }
  return before[right.length] ?? 0;
}
