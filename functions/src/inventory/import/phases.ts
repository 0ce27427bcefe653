/** The three steps of an import of inventory items. */
import type { ImportOutcome, InventoryImport } from '@docket/model/inventory/inventory-import';
import type { Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../../collections/remove.ts';
import type { PhaseContext, PhaseHandler } from '../../engine/pipeline-module.ts';
import { ImportRun } from './import-run.ts';
import { startImages } from './start-images.ts';

/** What a step works on. */
interface Desk {
  db: Firestore;
  run: ImportRun;
  context: PhaseContext;
  clock: () => Date;
}

function step(work: (desk: Desk) => Promise<Partial<InventoryImport>>) {
  return (db: Firestore, bucket: Bucket): PhaseHandler =>
    async (context) => {
      const clock = () => new Date();
      return await work({ db, run: new ImportRun(db, bucket, context, clock), context, clock });
    };
}

/** 1. The rows of the file. What is wrong with some of them is published at once. */
export const readRowsPhase = step(async ({ run, context }) => {
  const { rows, problems, failed } = await run.rows();
  context.report(rows.length + failed, rows.length + failed, 'Row');
  return { problems };
});

/** 2. The items. Some rows turn out to be about the same one only now. */
export const saveItemsPhase = step(async ({ run }) => {
  const { problems } = await run.saved();
  return { problems };
});

/** 3. The images, and what has become of everything. */
export const startImagesPhase = step(async ({ db, run, context, clock }) => {
  const { created, updated, unchanged, failed, images } = await run.saved();
  const started = await startImages(db, context, images, clock);
  const outcome: ImportOutcome = { created, updated, unchanged, failed, images: started.images };
  return { outcome, image_batch_ids: started.batchIds };
});
