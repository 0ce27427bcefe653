/** Removes photos that came with a listing and that nobody uses any more. */
import { imageSchema } from '@docket/model/image';
import { paths } from '@docket/model/paths';
import type { Firestore, Query } from 'firebase-admin/firestore';

const addedSchema = imageSchema.pick({ uploaded_at: true });

/** When photos that are a listing's own were added to the library. */
export interface OwnSince {
  /** The listing was begun. An older image was in the library before, whatever a client has said of it. */
  since: Date;
  /** They were let go. An image that was added later has the same id if it is of the same content, and is somebody else's. */
  until: Date;
}

/**
 * Deletes those images of `photoIds` that no listing shows and no inventory item; their files follow as those of all deleted
 * images do, also while a batch is at them.
 */
export async function removeUnusedPhotos(
  db: Firestore,
  workspaceId: string,
  photoIds: readonly string[],
  { since, until }: OwnSince,
): Promise<void> {
  for (const id of photoIds) {
    const image = db.doc(paths.image(workspaceId, id));
    const users = [
      db.collection(paths.listings(workspaceId)).where('photos', 'array-contains', id),
      db.collection(paths.inventoryItems(workspaceId)).where('image_id', '==', id),
    ];
    await db.runTransaction(async (transaction) => {
      const { data } = addedSchema.safeParse((await transaction.get(image)).data());
      if (data === undefined || data.uploaded_at < since || data.uploaded_at > until) return;
      const isUsed = async (query: Query) => !(await transaction.get(query.select().limit(1))).empty;
      for (const query of users) if (await isUsed(query)) return;
      transaction.delete(image);
    });
  }
}
