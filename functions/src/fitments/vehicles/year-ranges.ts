/** Model years as ascending, disjoint ranges. Pure. */
import type { YearRange } from '@docket/model/fitment/vehicle';

/** The same years in as few ranges as possible. Ranges that touch become one. */
export function joinYears(ranges: readonly YearRange[]): YearRange[] {
  const joined: YearRange[] = [];
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last === undefined || (last.to !== null && last.to + 1 < from)) joined.push({ from, to });
    else if (last.to !== null) last.to = to === null ? null : Math.max(last.to, to);
  }
  return joined;
}

/** Whether a vehicle of these years was made in `year`; one that is still made was until `lastYear`. */
export function madeIn(ranges: readonly YearRange[], year: number, lastYear: number): boolean {
  return ranges.some(({ from, to }) => from <= year && year <= (to ?? lastYear));
}
