/** The items of a workspace that say what a thing may cost: its published listings. */
import { listingSchema } from '@docket/model/listing/listing';
import { paths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import type { SimilarItem } from './analysis/suggest/price.ts';

/** The latest ones: older prices say less. */
const MOST = 500;

/** Where a listing is. */
export interface ListingPlace {
  workspaceId: string;
  listingId: string;
}

/** Published listings with a price above 0, without the one at `place`. */
export async function similarItems(
  db: Firestore,
  { workspaceId, listingId }: ListingPlace,
): Promise<SimilarItem[]> {
  const published = db.collection(paths.listings(workspaceId)).where('published_at', '>', new Date(0));
  const { docs } = await published.orderBy('published_at', 'desc').limit(MOST).get();
  return docs.flatMap((snapshot) => {
    const { data: listing } = listingSchema.safeParse(snapshot.data());
    if (snapshot.id === listingId || listing === undefined) return [];
    const { title: name, category, price } = listing;
    return price === null || price.amount === 0
      ? []
      : [{ id: snapshot.id, name, category, price: price.amount, currency: price.currency }];
  });
}
