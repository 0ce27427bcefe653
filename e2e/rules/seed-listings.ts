/** What listings there are before each test of the rules, besides those that are or were analysed. */
import { paths } from '@docket/model/paths';
import { WORKSPACE } from './people.ts';
import { newListing, publication } from './valid-listings.ts';

const at = new Date('2026-01-01T00:00:00Z');

/** A draft whose photos nobody has looked at, one of which something was found, and one that is published. */
export const DRAFT = 'draft';
export const SUGGESTED = 'suggested';
export const PUBLISHED = 'published';

/** Documents by their paths. */
export const LISTING_SEED: readonly [string, object][] = [
  [paths.listing(WORKSPACE, DRAFT), newListing('editor', at)],
  [paths.listing(WORKSPACE, SUGGESTED), newListing('editor', at)],
  [paths.listingAnalysis(WORKSPACE, SUGGESTED), { job_id: 'j', suggestions: [], photos: [] }],
  [paths.listing(WORKSPACE, PUBLISHED), { ...newListing('editor', at), ...publication(at) }],
];
