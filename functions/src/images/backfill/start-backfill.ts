/** Starts the backfill of a workspace. */
import { backfillSchema } from '@docket/model/backfill';
import { CURRENT_BACKFILL } from '@docket/model/image-derivatives';
import type { NewJob } from '@docket/model/job';
import { jobId, paths } from '@docket/model/paths';
import { isRunning } from '@docket/model/processing-status';
import type { Firestore } from 'firebase-admin/firestore';

/** Who wants it and since when. The same wish starts one backfill, however often it is carried out. */
export interface BackfillWish {
  by: string;
  at: Date;
  /** Whether it is wanted only if there has never been one. */
  onlyFirst: boolean;
}

/** Starts it unless it is under way, or has been started for this wish or a later one. */
export async function startBackfill(
  db: Firestore,
  workspaceId: string,
  { by, at, onlyFirst }: BackfillWish,
): Promise<void> {
  const ref = db.doc(paths.backfill(workspaceId, CURRENT_BACKFILL));
  await db.runTransaction(async (transaction) => {
    const backfill = backfillSchema.parse((await transaction.get(ref)).data() ?? {});
    const { created_at: before } = backfill;
    const { image_backfill: status } = backfill.processing_status;
    if (isRunning(status) || (before !== null && (onlyFirst || before >= at))) return;
    const run = (status?.run ?? 0) + 1;
    const jobRef = db.doc(paths.job(workspaceId, jobId(CURRENT_BACKFILL, 'image_backfill', run)));
    // A start that nobody has claimed yet.
    if ((await transaction.get(jobRef)).exists) return;
    const job: NewJob = {
      pipeline: 'image_backfill',
      subject: { type: 'backfill', id: CURRENT_BACKFILL },
      input: { document_ids: [] },
      run,
      created_by: by,
      created_at: at,
      status: 'queued',
      open: true,
    };
    transaction.set(ref, { created_by: by, created_at: at, findings: null, batches: 0 }, { merge: true });
    transaction.create(jobRef, job);
  });
}
