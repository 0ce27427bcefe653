/** The images of a batch as they are stored. */
import { type Image, imageSchema } from '@docket/model/image';
import { paths } from '@docket/model/paths';
import type { DocumentReference, DocumentSnapshot, Firestore } from 'firebase-admin/firestore';
import type { RunInfo } from '../../engine/pipeline-module.ts';

export interface StoredImage {
  id: string;
  ref: DocumentReference;
  image: Image;
}

/** What `snapshot` holds, or null when it has been deleted, or was never an image. */
export function imageOf(snapshot: DocumentSnapshot): Image | null {
  return imageSchema.safeParse(snapshot.data()).data ?? null;
}

/** The images that `run` is about, without those that have been deleted since. */
export async function readImages(db: Firestore, { workspaceId, job }: RunInfo): Promise<StoredImage[]> {
  const refs = (job.input.image_ids ?? []).map((id) => db.doc(paths.image(workspaceId, id)));
  const snapshots = refs.length === 0 ? [] : await db.getAll(...refs);
  return snapshots.flatMap((snapshot) => {
    const image = imageOf(snapshot);
    return image === null ? [] : [{ id: snapshot.id, ref: snapshot.ref, image }];
  });
}

/**
 * Whether two records speak of the same original. An image that was deleted and added anew has the same id; one that is
 * to be fetched may then be another picture.
 */
export function isSameOriginal(one: Image, other: Image): boolean {
  return one.uploaded_at.getTime() === other.uploaded_at.getTime() && one.storage_path === other.storage_path;
}
