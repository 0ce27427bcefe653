/** What follows from the deletion of a listing, and from photos that are taken out of one. May run again without harm. */
import { type Listing, listingSchema } from '@docket/model/listing/listing';
import { storagePaths } from '@docket/model/paths';
import type { DocumentSnapshot, Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../../collections/remove.ts';
import type { ListingPlace } from '../similar-items.ts';
import { removeListingData } from './remove-listing-data.ts';
import { removeUnusedPhotos } from './remove-unused-photos.ts';

export interface ListingRemovalParts {
  db: Firestore;
  bucket: Bucket;
  /** Ends the runs on the listing, which was deleted. */
  endRuns: () => Promise<void>;
}

const photosSchema = listingSchema.pick({ photos: true, own_photos: true, created_at: true });
type Photos = Pick<Listing, 'photos' | 'own_photos'>;
const NO_PHOTOS: Photos = { photos: [], own_photos: [] };

/**
 * A listing was created, changed or deleted at `at`. Runs on one that is gone are ended before anything is removed, so that
 * nobody publishes anything afterwards.
 */
export async function listingWritten(
  { db, bucket, endRuns }: ListingRemovalParts,
  place: ListingPlace,
  change: Readonly<Record<'before' | 'after', Pick<DocumentSnapshot, 'exists' | 'data'>>>,
  at: Date,
): Promise<void> {
  if (change.before.exists && !change.after.exists) {
    await endRuns();
    await removeListingData(db, bucket, place);
  }
  const before = photosOf(change.before);
  const after = change.after.exists ? photosOf(change.after) : NO_PHOTOS;
  // Of one that cannot be read nobody knows what it still shows.
  if (before === null || after === null) return;
  if (change.after.exists) {
    for (const id of without(before.photos, after.photos)) {
      const prefix = storagePaths.listingReadings(place.workspaceId, place.listingId, id);
      await bucket.deleteFiles({ prefix, force: true });
    }
  }
  const released = without(before.own_photos, after.own_photos);
  await removeUnusedPhotos(db, place.workspaceId, released, { since: before.created_at, until: at });
}

function photosOf(snapshot: Pick<DocumentSnapshot, 'data'>): (Photos & Pick<Listing, 'created_at'>) | null {
  return photosSchema.safeParse(snapshot.data()).data ?? null;
}

function without(all: readonly string[], left: readonly string[]): string[] {
  return all.filter((id) => !left.includes(id));
}
