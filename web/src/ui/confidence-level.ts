/** From a confidence to a word. */

export interface ConfidenceLevel {
  key: 'high' | 'medium' | 'low';
  label: string;
}

/** High needs no second look, low does. `value` is 0–1. */
export function confidenceLevel(value: number): ConfidenceLevel {
  if (value >= 0.85) return { key: 'high', label: 'High' };
  if (value >= 0.6) return { key: 'medium', label: 'Medium' };
  return { key: 'low', label: 'Low' };
}
