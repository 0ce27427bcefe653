/**
 * Durations of which only the distribution is kept: how many fell into each of a fixed row of buckets, whose bounds grow by
 * a constant factor. Quantiles can be told from that within a known relative error, and the distribution of a week is what
 * those of its days add up to. After DDSketch (Masson, Rim and Lee, PVLDB 12(12), 2019), with a fixed range.
 */
import { z } from 'zod';

/** How many buckets a factor of ten is divided into. */
const BUCKETS_A_DECADE = 10;

/** By how much the bound of a bucket exceeds that of the one before it: about 1.26. */
const FACTOR = 10 ** (1 / BUCKETS_A_DECADE);

/** Milliseconds. What takes no longer is all in the first bucket. */
export const SHORTEST_MS = 10;

/** Milliseconds, some 28 hours. What takes longer is in the last bucket. */
export const LONGEST_MS = 1e8;

const LAST_BUCKET = Math.round(Math.log10(LONGEST_MS / SHORTEST_MS) * BUCKETS_A_DECADE);

/**
 * The relative error of a quantile, at most, of durations between `SHORTEST_MS` and `LONGEST_MS`: about 0.115. Bucket `i`
 * holds what is above `SHORTEST_MS * FACTOR ** (i - 1)` and up to `FACTOR` times that, and is read as the value between
 * the two that is equally wrong, relatively, at either end.
 */
export const RELATIVE_ERROR = (FACTOR - 1) / (FACTOR + 1);

/**
 * The number of the first bucket that holds anything, then how many each holds from there on: `31:4,0,12`. Nothing at all is
 * the empty text. A text, because a year of maps would not fit in a document.
 */
export const durationHistogramSchema = z.string().regex(/^(\d{1,2}:\d+(,\d+){0,70})?$/u);
export type DurationHistogram = z.infer<typeof durationHistogramSchema>;

/** No durations. */
export const NO_DURATIONS: DurationHistogram = '';

/** How many each bucket holds, from the first bucket of all. */
function countsOf(histogram: DurationHistogram): number[] {
  if (histogram === NO_DURATIONS) return [];
  const [first = '', counts = ''] = histogram.split(':');
  return [...Array.from({ length: Number(first) }, () => 0), ...counts.split(',').map(Number)];
}

function histogramOf(counts: readonly number[]): DurationHistogram {
  const isFilled = (count: number) => count > 0;
  const first = counts.findIndex(isFilled);
  if (first < 0) return NO_DURATIONS;
  return `${first}:${counts.slice(first, counts.findLastIndex(isFilled) + 1).join(',')}`;
}

function bucketOf(milliseconds: number): number {
  if (milliseconds <= SHORTEST_MS) return 0;
  return Math.min(LAST_BUCKET, Math.ceil(Math.log10(milliseconds / SHORTEST_MS) * BUCKETS_A_DECADE));
}

/** Both together: the order does not matter, and nothing is lost. */
export function mergeDurations(a: DurationHistogram, b: DurationHistogram): DurationHistogram {
  const [of, others] = [countsOf(a), countsOf(b)];
  const length = Math.max(of.length, others.length);
  return histogramOf(Array.from({ length }, (_, bucket) => (of[bucket] ?? 0) + (others[bucket] ?? 0)));
}

/** A single duration in milliseconds. */
export function durationHistogram(milliseconds: number): DurationHistogram {
  return `${bucketOf(milliseconds)}:1`;
}

/** How many durations there are. */
export function durationCount(histogram: DurationHistogram): number {
  return countsOf(histogram).reduce((sum, count) => sum + count, 0);
}

/**
 * The duration in milliseconds that the `share` (above 0, up to 1) of all take no longer than, within `RELATIVE_ERROR`; null
 * without any. It is that of one of them (the nearest rank), not one between two.
 */
export function durationQuantile(histogram: DurationHistogram, share: number): number | null {
  const counts = countsOf(histogram);
  const total = durationCount(histogram);
  if (total === 0) return null;
  const rank = Math.max(1, Math.ceil(total * share));
  let passed = 0;
  const bucket = counts.findIndex((count) => {
    passed += count;
    return passed >= rank;
  });
  return bucket === 0 ? SHORTEST_MS : (2 * SHORTEST_MS * FACTOR ** bucket) / (FACTOR + 1);
}
