/** A change of prices as a person writes it. Pure. */
import type { PriceStep } from '../item-changes.ts';

/** How a change of prices is meant. */
export type PriceMode = 'percent' | 'amount';

/** What was written as a step; null when it is none. `figure` is per cent, or an amount in the items' currency. */
export function readStep(mode: PriceMode, figure: number | string): PriceStep | null {
  if (typeof figure === 'string' && figure.trim() === '') return null;
  const value = Number(figure);
  if (!Number.isFinite(value) || value === 0) return null;
  const hundredths = Math.round(value * 100);
  return mode === 'percent' ? { by: 'percent', hundredths } : { by: 'amount', cents: hundredths };
}
