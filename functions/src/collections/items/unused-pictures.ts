/** Removes the items' pictures that no item shows any more. */
import { type Collection, collectionSchema } from '@docket/model/collection';
import { type ItemImage, itemImageSchema } from '@docket/model/item';
import { paths, storagePaths } from '@docket/model/paths';
import { isRunning } from '@docket/model/processing-status';
import type { DocumentSnapshot, Firestore } from 'firebase-admin/firestore';
import type { RunInfo } from '../../engine/pipeline-module.ts';
import type { Bucket } from '../remove.ts';

type Subject = Pick<Collection, 'processing_status' | 'item_results'>;

/**
 * Leaves everything to a later run while somebody may want a picture that no item shows: a newer run has perhaps found it
 * there already, and has not yet written the item that shows it; a deck shows the items as they were when its run began.
 */
export async function removeUnusedPictures(db: Firestore, bucket: Bucket, run: RunInfo): Promise<void> {
  const { workspaceId, job } = run;
  const stored = await db.doc(paths.collection(workspaceId, job.subject.id)).get();
  const subject = collectionSchema
    .pick({ processing_status: true, item_results: true })
    .parse(stored.data() ?? {});
  if (areWanted(subject, run)) return;
  const [files] = await bucket.getFiles({ prefix: storagePaths.itemImages(workspaceId, job.subject.id) });
  if (files.length === 0) return;
  const items = db.collection(paths.items(workspaceId, job.subject.id));
  const { docs } = await items.select('run', 'generated.image', 'before.generated.image').get();
  const shown = new Set(docs.flatMap((item) => imagesOf(item, subject)).flatMap(pathsOf));
  const unused = files.filter(({ name }) => !shown.has(name));
  await Promise.all(unused.map(async (file) => await file.delete({ ignoreNotFound: true })));
}

function areWanted({ processing_status }: Subject, { job }: RunInfo): boolean {
  const hasNewerRun = (processing_status[job.pipeline]?.run ?? 0) > job.run;
  return hasNewerRun || isRunning(processing_status.deck_generation);
}

/** The item's picture; together with the one before where a run has changed the item that has not completed. */
function imagesOf(item: DocumentSnapshot, { item_results }: Subject): (ItemImage | null)[] {
  const isPublished = Number(item.get('run')) <= (item_results?.run ?? 0);
  const fields = isPublished ? ['generated.image'] : ['generated.image', 'before.generated.image'];
  return fields.map((field) => itemImageSchema.nullable().safeParse(item.get(field)).data ?? null);
}

function pathsOf(image: ItemImage | null): string[] {
  return image === null ? [] : [image.path, image.thumbnail_path];
}
