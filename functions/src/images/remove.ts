/** Removes the files of an image that was deleted. May run again without harm. */
import { imageSchema } from '@docket/model/image';
import { paths, storagePaths } from '@docket/model/paths';
import type { DocumentSnapshot, Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../collections/remove.ts';
import { listObjects, removeUnchanged } from './processing/image-objects.ts';

const removedSchema = imageSchema.pick({ storage_path: true });

/**
 * Removes the original that `deleted` named, and all that was made from it.
 *
 * The same image may be there again by now, for its id is made of its content. Then its derivatives belong to that, and so
 * does the original if it is the same file. What is removed is therefore what was there before the record was looked at, and
 * only as it was then: a file stored since is another one. Originals with other names are left: they are uploads whose record
 * is about to be created.
 */
export async function removeImageData(
  db: Firestore,
  bucket: Bucket,
  { workspaceId, imageId }: { workspaceId: string; imageId: string },
  deleted: Pick<DocumentSnapshot, 'data'>,
): Promise<void> {
  const named = removedSchema.safeParse(deleted.data()).data?.storage_path ?? null;
  const folder = storagePaths.libraryImage(workspaceId, imageId);
  const objects = await listObjects(bucket, folder);
  const original = objects.filter(({ name }) => name === named);
  const derivatives = objects.filter(({ name }) =>
    name.startsWith(storagePaths.libraryDerivatives(workspaceId, imageId)),
  );
  const present = await db.doc(paths.image(workspaceId, imageId)).get();
  if (!present.exists) return await removeUnchanged([...original, ...derivatives]);
  if (removedSchema.safeParse(present.data()).data?.storage_path !== named) await removeUnchanged(original);
}
