/**
 * When images that have arrived are sent to be processed together: large batches need fewer dispatches, small ones are
 * ready sooner. Pure.
 */
import { LIMITS } from '../limits.ts';

/** A batch is full with this many: a worker has something to do while the next ones arrive. */
export const BATCH_SIZE = Math.min(24, LIMITS.imagesPerBatch);

/** Milliseconds that an image which has arrived waits for others, while no worker has anything to do. */
export const BATCH_WAIT_MS = 750;

/** Milliseconds that it waits at most when earlier batches keep the workers busy. */
export const LONGEST_BATCH_WAIT_MS = 6000;

/** The batch that is filling up. */
export interface FormingBatch {
  /** Images that have been promised a place; each becomes saved, or gives its place back. */
  promised: number;
  saved: number;
  /** When the first of them was saved; null before. */
  firstSavedAt: number | null;
  /** Batches that have been started since images have been arriving without a break. */
  earlier: number;
}

export type BatchDecision =
  /** No further image joins; it starts as soon as the promised ones are saved. */
  | { kind: 'close' }
  /** Decide again when something changes, and after `ms` at the latest; null: only then. */
  | { kind: 'wait'; ms: number | null };

/** `others`: whether images that are still on their way could join. Times are in milliseconds. */
export function decideBatch(batch: FormingBatch, others: boolean, now: number): BatchDecision {
  const { promised, saved, firstSavedAt, earlier } = batch;
  if (promised + saved >= BATCH_SIZE) return { kind: 'close' };
  if (firstSavedAt === null) return { kind: 'wait', ms: null };
  const wait = Math.min(BATCH_WAIT_MS * 2 ** earlier, LONGEST_BATCH_WAIT_MS);
  const left = firstSavedAt + wait - now;
  return left <= 0 || (!others && promised === 0) ? { kind: 'close' } : { kind: 'wait', ms: left };
}
