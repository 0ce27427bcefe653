import { newJobSchema } from '../job.ts';
import { LISTING_FIELDS, newListingSchema, NO_VALUES } from '../listing/listing.ts';
import { describe, expect, it } from 'vitest';
import {
  changeListingPhotos,
  createListing,
  deleteListing,
  publishListing,
  startListingAnalysis,
} from './listing-commands.ts';

const actor = { workspaceId: 'w', uid: 'u', serverTime: new Date(0) };

describe('what is written for a listing', () => {
  it('is at first a draft without anything', () => {
    const [write] = createListing(actor, 'l', 'de');
    expect(write?.path).toBe('workspaces/w/listings/l');
    expect(write?.kind === 'create' && newListingSchema.parse(write.fields)).toMatchObject({
      photos: [],
      language: 'de',
      published_at: null,
    });
  });

  it('is all that its form shows, and the time of the server, when it becomes an item', () => {
    const values = { ...NO_VALUES, title: 'Drill', touched: [...LISTING_FIELDS] };
    expect(publishListing(actor, 'l', values)).toEqual([
      {
        kind: 'update',
        path: 'workspaces/w/listings/l',
        fields: { ...values, published_at: actor.serverTime, updated_at: actor.serverTime },
      },
    ]);
  });

  it('are its photos, and when they have changed', () => {
    expect(changeListingPhotos(actor, 'l', { photos: ['b', 'a'], own_photos: ['a'] })).toEqual([
      {
        kind: 'update',
        path: 'workspaces/w/listings/l',
        fields: { photos: ['b', 'a'], own_photos: ['a'], updated_at: new Date(0) },
      },
    ]);
  });

  it('is a job that looks at them, named by the listing and the run', () => {
    const [write] = startListingAnalysis(actor, 'l', 3);
    expect(write?.path).toBe('workspaces/w/jobs/l-listing_analysis-3');
    expect(write?.kind === 'create' && newJobSchema.safeParse(write.fields).success).toBe(true);
  });
});

describe('deleting a listing', () => {
  it('takes away its record alone: the functions see to the rest', () => {
    expect(deleteListing('w', 'l')).toEqual([{ kind: 'delete', path: 'workspaces/w/listings/l' }]);
  });
});
