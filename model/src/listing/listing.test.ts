import { describe, expect, it } from 'vitest';
import { LIMITS } from '../limits.ts';
import { PROCESSING_STATUSES, type ProcessingStatusName } from '../processing-status.ts';
import { listingAnalysisSchema } from './listing-analysis.ts';
import {
  isReady,
  LISTING_FIELDS,
  type Listing,
  listingSchema,
  listingState,
  newListingSchema,
  NO_VALUES,
  type ListingState,
} from './listing.ts';

const at = new Date('2026-06-30T00:00:00Z');
const draft = {
  ...NO_VALUES,
  touched: [],
  photos: [],
  own_photos: [],
  language: 'en',
  published_at: null,
  created_by: 'u',
  created_at: at,
  updated_at: at,
};

function inStatus(status: ProcessingStatusName): Pick<Listing, 'processing_status'> {
  const listing_analysis = {
    status,
    task_id: 'l-listing_analysis-1',
    run: 1,
    started_at: at,
    completed_at: null,
    last_updated: at,
    current_phase: 'Reading text',
    progress: { phase: 2, total_phases: 5, percentage: 20, within: null },
    activity: { kind: 'working' },
    error: null,
  };
  return listingSchema.parse({ ...draft, processing_status: { listing_analysis } });
}

describe('the state of a listing', () => {
  const STATES = {
    idle: 'DRAFT',
    queued: 'PROCESSING',
    processing: 'PROCESSING',
    paused: 'PROCESSING',
    completed: 'COMPLETED',
    review_required: 'COMPLETED',
    failed: 'FAILED',
    cancelled: 'DRAFT',
  } as const satisfies Record<ProcessingStatusName, ListingState>;

  it('is DRAFT while no analysis was begun', () => {
    expect(listingState({ processing_status: {} })).toBe('DRAFT');
  });

  it.each(PROCESSING_STATUSES)('follows an analysis that is %s', (status) => {
    expect(listingState(inStatus(status))).toBe(STATES[status]);
  });
});

describe('a listing', () => {
  it.each([
    ['is ready when it is published with a title', 'Drill', at, true],
    ['is a draft without a title', '', at, false],
    ['is a draft with a title of blanks', '  ', at, false],
    ['is a draft until it is published', 'Drill', null, false],
  ])('%s', (_, title, published_at, ready) => {
    expect(isReady({ title, published_at })).toBe(ready);
  });

  it('begins as a draft that says nothing', () => {
    expect(newListingSchema.safeParse(draft).success).toBe(true);
    expect(newListingSchema.safeParse({ ...draft, published_at: at }).success).toBe(false);
    expect(newListingSchema.safeParse({ ...draft, more: 1 }).success).toBe(false);
  });

  it('can be read whatever is missing of what a person fills', () => {
    const { created_by, created_at, updated_at } = draft;
    expect(listingSchema.parse({ created_by, created_at, updated_at })).toEqual({
      ...draft,
      processing_status: {},
    });
  });

  it.each([
    ['a tag of two lines', { tags: ['a\nb'] }],
    ['an empty tag', { tags: [''] }],
    ['an endless tag', { tags: ['x'.repeat(LIMITS.tagCharacters + 1)] }],
    ['too many photos', { photos: Array.from({ length: LIMITS.photosPerListing + 1 }, (_, n) => `f-${n}`) }],
    ['a photo twice', { photos: ['f-1', 'f-1'] }],
    ['a field touched that it does not have', { touched: ['colour'] }],
    ['a price in no currency', { price: { amount: 5, currency: '' } }],
  ])('has not %s', (_, fields) => {
    expect(newListingSchema.safeParse({ ...draft, ...fields }).success).toBe(false);
  });

  it('has as many values as it has fields', () => {
    expect(Object.keys(NO_VALUES)).toEqual([...LISTING_FIELDS]);
  });
});

describe('what an analysis has found', () => {
  it('can be read although it was written before it said who has looked at the photos', () => {
    const found = { language: 'en', suggestions: [], photos: [], job_id: 'j', photo_ids: [], updated_at: at };
    expect(listingAnalysisSchema.parse(found)).toEqual({ ...found, read_by: 'embedded', instead_of: null });
    expect(listingAnalysisSchema.safeParse({ ...found, instead_of: 'embedded' }).success).toBe(false);
  });
});
