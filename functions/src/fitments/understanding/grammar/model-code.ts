/** Names of variants that stand for their model: "328i" for the 3 Series, "C300" for the C-Class. Pure. */
import { vehicleKey, vehicleKeyOf } from '../../vehicles/vehicle-words.ts';
import type { ModelItem } from '../recognise/items.ts';
import { COMMON_TRIMS } from '../vocabulary/qualifier-words.ts';

/** A class of letters with hundreds, or hundreds with letters: 328i, C300, E 350, ML320. W204 and E46 are generations. */
const VARIANT =
  /^(?:(?!w)[a-z]{1,3}\d{2}0|[1-8]\d{2}[a-z]{1,3}|[a-z]{1,3}\d{2}[a-z]{0,2}amg|[a-z]\d{2}amg)$/u;

/** The variant that an item names, as the table spells it; null when it names the model itself. */
export function modelCode({ models, words }: ModelItem): string | null {
  const [model] = models;
  const key = vehicleKeyOf(words);
  if (model === undefined || vehicleKey(model.model).includes(key)) return null;
  // "G35" of the G, "ES350" of the ES, or a class of letters with hundreds.
  const own = vehicleKey(model.model);
  // "Focus ST" of the Focus.
  const rest = key.startsWith(own) ? key.slice(own.length) : '';
  if (COMMON_TRIMS.has(rest)) return rest.length <= 3 ? rest.toUpperCase() : capital(rest);
  const isNumbered = key.startsWith(own) && /^\d{2,3}[a-z]?$/u.test(key.slice(own.length));
  if (!isNumbered && !VARIANT.test(key)) return null;
  const figures = /\d+/u.exec(key)?.[0] ?? '';
  if (own.includes(figures)) return null;
  return model.aliases.find((alias) => vehicleKey(alias) === key) ?? null;
}

const capital = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
