/** Removes the items' pictures that no item shows any more. */
import { collectionSchema } from '@docket/model/collection';
import { type ItemImage, itemImageSchema } from '@docket/model/item';
import { paths, storagePaths } from '@docket/model/paths';
import type { DocumentSnapshot, Firestore } from 'firebase-admin/firestore';
import type { RunInfo } from '../../engine/pipeline-module.ts';
import type { Bucket } from '../remove.ts';

/** Where an item names its picture. Of an item that a failed run has changed, everybody still sees what was before. */
const IMAGES = ['generated.image', 'before.generated.image'] as const;

/**
 * Leaves everything to the next run when one is under way: it has perhaps found a picture there already, and has not yet
 * written the item that shows it.
 */
export async function removeUnusedPictures(db: Firestore, bucket: Bucket, run: RunInfo): Promise<void> {
  const { workspaceId, job } = run;
  if (await hasNewerRun(db, run)) return;
  const [files] = await bucket.getFiles({ prefix: storagePaths.itemImages(workspaceId, job.subject.id) });
  if (files.length === 0) return;
  const items = db.collection(paths.items(workspaceId, job.subject.id));
  const { docs } = await items.select(...IMAGES).get();
  const shown = new Set(docs.flatMap((item) => IMAGES.flatMap((field) => pathsOf(imageAt(item, field)))));
  const unused = files.filter(({ name }) => !shown.has(name));
  await Promise.all(unused.map(async (file) => await file.delete({ ignoreNotFound: true })));
}

async function hasNewerRun(db: Firestore, { workspaceId, job }: RunInfo): Promise<boolean> {
  const subject = await db.doc(paths.collection(workspaceId, job.subject.id)).get();
  const { processing_status } = collectionSchema
    .pick({ processing_status: true })
    .parse(subject.data() ?? {});
  return (processing_status[job.pipeline]?.run ?? 0) > job.run;
}

function imageAt(item: DocumentSnapshot, field: (typeof IMAGES)[number]): ItemImage | null {
  return itemImageSchema.nullable().safeParse(item.get(field)).data ?? null;
}

function pathsOf(image: ItemImage | null): string[] {
  return image === null ? [] : [image.path, image.thumbnail_path];
}
