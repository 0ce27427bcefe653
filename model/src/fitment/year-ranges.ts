/** Model years as ascending, disjoint ranges. Pure. */
import type { YearRange } from './vehicle.ts';

/**
 * The same years in as few ranges as possible, ascending. Ranges that touch become one. A range without an end (`to` is null)
 * takes in all that follow.
 */
export function joinYears<To extends number | null>(
  ranges: readonly { from: number; to: To }[],
): { from: number; to: To }[] {
  const joined: { from: number; to: To }[] = [];
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last === undefined || (last.to !== null && last.to + 1 < from)) joined.push({ from, to });
    else if (last.to !== null && (to === null || to > last.to)) last.to = to;
  }
  return joined;
}

/** Whether a vehicle of these years was made in `year`; one that is still made was until `lastYear`. */
export function madeIn(ranges: readonly YearRange[], year: number, lastYear: number): boolean {
  return ranges.some(({ from, to }) => from <= year && year <= (to ?? lastYear));
}
