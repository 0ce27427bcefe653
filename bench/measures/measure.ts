/** A measured figure beside its budget. */

export interface Measure {
  what: string;
  /** With its unit, as it is printed. */
  figure: string;
  budget: string;
  kept: boolean;
}

/** The value below which `share` (0–1) of the values lie; NaN for none. Nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** `2.3 s` or `45 ms` from milliseconds. */
export function formatMs(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
