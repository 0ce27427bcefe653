/** What is wrong with a photo, by figures. The limits are justified by the measurements in docs/accuracy.md. Pure. */
import type { PHOTO_ISSUES } from '@docket/model/listing/suggestions';
import { isSamePhoto } from './duplicates.ts';
import type { PhotoFacts } from './photo-facts.ts';

export const QUALITY_LIMITS = {
  /** Less sharp photos are blurred. */
  sharpness: 250,
  /** Photos whose brightest tenth is darker are dark. */
  brightest: 85,
  /** Photos with a larger share of burnt-out pixels are burnt out. */
  burntOut: 0.25,
  /** The longer edge in pixels that a photo has at least. */
  longEdge: 800,
} as const;

/** An issue without its sentence. */
export interface FoundIssue {
  kind: (typeof PHOTO_ISSUES)[number];
  /** The earlier photo that is repeated; null for other issues. */
  of: Pick<PhotoFacts, 'id' | 'file'> | null;
}

/** The issues of each photo, in their order. */
export function findIssues(photos: readonly PhotoFacts[]): FoundIssue[][] {
  return photos.map((photo, index) => {
    const first = photos.slice(0, index).find((earlier) => isSamePhoto(earlier, photo));
    const own = ownIssues(photo).map((kind) => ({ kind, of: null }));
    return first === undefined
      ? own
      : [...own, { kind: 'duplicate', of: { id: first.id, file: first.file } }];
  });
}

function ownIssues({ quality, width, height }: PhotoFacts): FoundIssue['kind'][] {
  const issues: FoundIssue['kind'][] = [];
  const { sharpness, brightest, burntOut } = quality;
  const dark = brightest < QUALITY_LIMITS.brightest;
  // Darkness takes away contrast, and with it what sharpness is measured by.
  if (!dark && sharpness !== null && sharpness < QUALITY_LIMITS.sharpness) issues.push('blurred');
  if (dark) issues.push('dark');
  if (burntOut > QUALITY_LIMITS.burntOut) issues.push('burnt_out');
  if (Math.max(width, height) < QUALITY_LIMITS.longEdge) issues.push('small');
  return issues;
}
