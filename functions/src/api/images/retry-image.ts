/** Processing an image again, as the button of the page does. */
import { ApiProblem } from '@docket/model/api/problem';
import { startImageBatch } from '@docket/model/commands/image-commands';
import { imageSchema, isUpToDate } from '@docket/model/image';
import { jobId, paths } from '@docket/model/paths';
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
  return { run_id: runId, status_url: runUrl(workspaceId, runId) };
}
