/** Recognises tables with the same headers in other files, so that a correction holds for them as well. */
import { createHash } from 'node:crypto';
import { fold } from '../understanding/vocabulary/fold.ts';

/**
 * The first 20 hex digits of the SHA-256 of the folded headers in printed order; null when no column has a header. Case,
 * accents and punctuation do not matter; order and number of the columns do.
 */
export function fingerprintOf(headers: readonly string[]): string | null {
  const folded = headers.map((header) => fold(header));
  if (folded.every((header) => header === '')) return null;
  return createHash('sha256').update(JSON.stringify(folded)).digest('hex').slice(0, 20);
}
