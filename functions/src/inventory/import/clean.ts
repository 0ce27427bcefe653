/** Removes what a run of an import leaves behind when it ends. */
import { inventoryItemSchema } from '@docket/model/inventory/inventory-item';
import type { CleanupScope } from '@docket/model/job';
import { paths } from '@docket/model/paths';
import type { Firestore, QueryDocumentSnapshot } from 'firebase-admin/firestore';
import type { Bucket } from '../../collections/remove.ts';
import type { RunInfo } from '../../engine/pipeline-module.ts';
import { imageIdOf } from './import-ids.ts';
import { ImportWork } from './import-work.ts';

/** Items that are written in one go. */
const BATCH = 400;

/**
 * Removes what the steps of `run` have handed to each other; a retry makes it again. Items that were saved stay. Where the run
 * did not come to the end they do without images that it has not started, until they are imported or saved again. May run
 * any number of times.
 */
export async function cleanImport(
  db: Firestore,
  bucket: Bucket,
  run: RunInfo,
  scope: CleanupScope,
): Promise<void> {
  if (scope !== 'superseded') await takeBackImages(db, run);
  await new ImportWork(bucket, run).remove();
}

async function takeBackImages(db: Firestore, { workspaceId, job }: RunInfo): Promise<void> {
  const items = db.collection(paths.inventoryItems(workspaceId));
  const { docs } = await items.where('import_id', '==', job.subject.id).get();
  const waiting = docs.filter(namesImageOfAddress);
  for (let start = 0; start < waiting.length; start += BATCH) {
    const some = waiting.slice(start, start + BATCH);
    const images = await db.getAll(
      ...some.map((item) => db.doc(paths.image(workspaceId, String(item.get('image_id'))))),
    );
    const batch = db.batch();
    for (const [index, item] of some.entries()) {
      if (images[index]?.exists === false)
        batch.update(item.ref, { image_id: null }, { lastUpdateTime: item.updateTime });
    }
    await batch.commit();
  }
}

/** Whether the image of an item is the one that is fetched from its address. */
function namesImageOfAddress(snapshot: QueryDocumentSnapshot): boolean {
  const item = inventoryItemSchema.pick({ image_id: true, image_url: true }).safeParse(snapshot.data());
  const { image_id: imageId = null, image_url: url = null } = item.data ?? {};
  return url !== null && imageId === imageIdOf(url);
}
