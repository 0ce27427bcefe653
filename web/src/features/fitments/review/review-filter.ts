/** Which fitments are shown: by confidence, part, make, status and words. Pure. */
import type { ReviewRow, ReviewStatus } from './review-rows.ts';

/** A range of confidences in per cent, as they are shown: `least` is in it, `below` is not. */
export interface ConfidenceRange {
  key: string;
  label: string;
  least: number;
  below: number;
}

const ALL = 101;

/** What is approved together as a first step, in per cent. */
export const CONFIDENT = 80;

/** The ranges that are offered, in the order of the menu. */
export const CONFIDENCE_RANGES = [
  { key: 'from-90', label: '90 % or more', least: 90, below: ALL },
  { key: 'from-80', label: '80 % or more', least: CONFIDENT, below: ALL },
  { key: 'from-60', label: '60 % or more', least: 60, below: ALL },
  { key: '60-80', label: '60 % to 79 %', least: 60, below: CONFIDENT },
  { key: '40-60', label: '40 % to 59 %', least: 40, below: 60 },
  { key: 'below-60', label: 'Below 60 %', least: 0, below: 60 },
  { key: 'below-40', label: 'Below 40 %', least: 0, below: 40 },
] as const satisfies readonly ConfidenceRange[];

export interface ReviewFilter {
  search: string;
  status: ReviewStatus | null;
  /** Key of a range. */
  confidence: string | null;
  make: string | null;
  /** Id of a part. */
  part: string | null;
}

export const EVERYTHING: ReviewFilter = {
  search: '',
  status: null,
  confidence: null,
  make: null,
  part: null,
};

/** A confidence as people see it, in whole per cent. */
export function percentOf({ confidence }: Pick<ReviewRow, 'confidence'>): number {
  return Math.round(confidence * 100);
}

/** The fitments in which every word of the search occurs, of that status, confidence, make and part. */
export function filterRows(rows: readonly ReviewRow[], filter: ReviewFilter): readonly ReviewRow[] {
  const { status, confidence, make, part } = filter;
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  const range = CONFIDENCE_RANGES.find(({ key }) => key === confidence);
  if (words.length === 0 && status === null && range === undefined && make === null && part === null)
    return rows;
  return rows.filter(
    (row) =>
      (status === null || row.status === status) &&
      (make === null || row.make === make) &&
      (part === null || row.partId === part) &&
      (range === undefined || (percentOf(row) >= range.least && percentOf(row) < range.below)) &&
      words.every((word) => row.text.includes(word)),
  );
}

/** What is pending and so sure that it can be approved without a look at each. */
export function confidentRows(rows: readonly ReviewRow[]): readonly ReviewRow[] {
  return rows.filter((row) => row.status === 'pending' && percentOf(row) >= CONFIDENT);
}
