/** Processing an image again, as the button of the page does. */
import { ApiProblem } from '@docket/model/api/problem';
import { startImageBatch } from '@docket/model/commands/image-commands';
import { requestJob } from '@docket/model/commands/job-commands';
import { imageSchema, isUpToDate } from '@docket/model/image';
import { jobSchema } from '@docket/model/job';
import { jobId, paths } from '@docket/model/paths';
import { settledRuns } from '@docket/model/settled-runs';
import { pipelineFor } from '../../images/new-batch.ts';
import { openRunsOf } from '../../images/open-runs.ts';
import type { RequestContext } from '../context.ts';
import { runUrl } from '../run-view.ts';

/** Throws an ApiProblem when a run has the image already, or nothing is left to do. */
export async function retryImage(context: RequestContext, imageId: string) {
  const { db, workspaceId, actor } = context;
  const batchId = context.newId('batch');
  const runId = await context.transact(async (transaction) => {
    const snapshot = await transaction.get(db.doc(paths.image(workspaceId, imageId)));
    const image = imageSchema.safeParse(snapshot.data()).data;
    if (image === undefined) throw new ApiProblem('not_found', 'There is no such image.');
    const pipeline = pipelineFor(image);
    const started = jobId(batchId, pipeline, 1);
    const open = await openRunsOf(db, workspaceId, [imageId], async (query) => await transaction.get(query));
    const atWork = (open.get(imageId) ?? []).find((run) => run.isAtWork);
    // This very request has started it, and was cut off.
    if (atWork?.id === started) return { writes: [], result: started };
    if (atWork !== undefined)
      throw new ApiProblem('already_running', 'The image is about to be processed, or is being processed.', {
        run_id: atWork.id,
      });
    if (isUpToDate(image))
      throw new ApiProblem('conflict', 'There is nothing to do: all files of the image have been made.');
    const batch = { batchId, pipeline, source: 'retry', imageIds: [imageId] } as const;
    return { writes: startImageBatch(actor, batch), result: started };
  });
  await settleRuns(context, imageId);
  return { run_id: runId, status_url: runUrl(workspaceId, runId) };
}

const failedRunSchema = jobSchema.pick({ input: true });
const stateSchema = imageSchema.pick({ processing_status: true });

/** Takes note of failed runs of the image whose other images have not failed: nobody needs to attend to them any more. */
async function settleRuns(context: RequestContext, imageId: string): Promise<void> {
  const { db, workspaceId, actor } = context;
  const failed = await db
    .collection(paths.jobs(workspaceId))
    .where('needs_attention', '==', true)
    .select(...Object.keys(failedRunSchema.shape))
    .get();
  const runs = failed.docs.flatMap((document) => {
    const data = failedRunSchema.safeParse(document.data()).data;
    return data?.input.image_ids?.includes(imageId) === true ? [{ id: document.id, data }] : [];
  });
  const [first, ...others] = [...new Set(runs.flatMap(({ data }) => data.input.image_ids ?? []))].map((id) =>
    db.doc(paths.image(workspaceId, id)),
  );
  if (first === undefined) return;
  const images = await db.getAll(first, ...others, { fieldMask: Object.keys(stateSchema.shape) });
  const open = images.filter(
    (image) => stateSchema.safeParse(image.data()).data?.processing_status === 'failed',
  );
  const settled = settledRuns(runs, open, [{ id: imageId }]);
  if (settled.length === 0) return;
  await context.commit(
    settled.flatMap((run) => requestJob(actor, context.newId(`dismiss ${run}`), run, 'dismiss')),
  );
}
