/** What fitments can be filtered by: the makes and the parts that occur. Pure. */
import type { ReviewRow, ReviewRows } from './review-rows.ts';

/** Something to filter by. */
interface Choice {
  value: string;
  label: string;
}

export interface ReviewChoices {
  /** By their names, with how many fitments each has. */
  makes: readonly Choice[];
  /** In the order of the job. */
  parts: readonly Choice[];
}

function makesOf(rows: readonly ReviewRow[]): Choice[] {
  const counts = new Map<string, number>();
  for (const { make } of rows) counts.set(make, (counts.get(make) ?? 0) + 1);
  return [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([make, count]) => ({ value: make, label: `${make} (${count.toLocaleString('en')})` }));
}

function partsOf(rows: readonly ReviewRow[]): Choice[] {
  const numbers = new Map(rows.map(({ partId, partNumber }) => [partId, partNumber]));
  return [...numbers].map(([value, label]) => ({ value, label }));
}

const known = new WeakMap<object, ReviewChoices>();

/** The same object as long as the fitments are: decisions do not change what there is to choose. */
export function choicesOf({ rows, facts }: ReviewRows): ReviewChoices {
  const before = known.get(facts);
  if (before !== undefined) return before;
  const choices = { makes: makesOf(rows), parts: partsOf(rows) };
  known.set(facts, choices);
  return choices;
}
