/** What is said about categories that are changed by hand: pure. */
import type { EffectiveCategory } from '@docket/model/category-edits';

const same = (a: string, b: string) => a.localeCompare(b, undefined, { sensitivity: 'accent' }) === 0;

/** Why `category` cannot be called `name`; null when it can. Two of one name could not be told apart. */
export function nameRefusal(
  name: string,
  category: EffectiveCategory,
  shown: readonly EffectiveCategory[],
): string | null {
  const [found = category.name] = category.found_as;
  const wanted = name.trim() === '' ? found : name.trim();
  const other = shown.find((one) => one.id !== category.id && same(one.name, wanted));
  return other === undefined ? null : `There is “${other.name}” already. Select both to merge them.`;
}

/** Where a category is after a move; `place` is 0-based. */
export function placeSentence(name: string, place: number, count: number): string {
  return `“${name}” is number ${place + 1} of ${count} now.`;
}

/** The phases of a run that make categories and products: a hint may help when one of them has failed. */
const HINT_HELPS = [4, 5];

/** Whether another hint may get a run on that failed in `phase`, 1-based. */
export function mayHintHelp(phase: number): boolean {
  return HINT_HELPS.includes(phase);
}

/** Hints to begin with, as somebody would write them. */
export const HINT_EXAMPLES = [
  'Dresses, Tops, Trousers, Accessories',
  'Use the column Department',
  'By gender',
  'The page titles',
  'Broader',
  'Finer',
  'No categories',
] as const;
