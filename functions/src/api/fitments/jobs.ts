/** The jobs that look for the vehicles that parts fit. */
import type { fitmentJobOperations } from '@docket/model/api/fitments/jobs';
import { ApiProblem } from '@docket/model/api/problem';
import {
  createSelectionJob,
  createUploadJob,
  deleteFitmentJob,
} from '@docket/model/commands/fitment-commands';
import { cutText } from '@docket/model/cut-text';
import { fitmentJobSchema } from '@docket/model/fitment/fitment-job';
import { uploadName } from '@docket/model/fitment/job-name';
import { judgePartsFile } from '@docket/model/fitment/judge-parts-file';
import { partSchema } from '@docket/model/fitment/part';
import { jobId, paths, storagePaths } from '@docket/model/paths';
import { isRunning } from '@docket/model/processing-status';
import { NAME_CHARACTERS } from '@docket/model/upload/new-image';
import { safeObjectName } from '@docket/model/upload/object-name';
import { HEAD_BYTES, sniff, TAIL_BYTES } from '@docket/model/upload/sniff';
import type { Handlers, RequestContext } from '../context.ts';
import { readPage } from '../pages.ts';
import { requireAll } from '../references.ts';
import { latestStatus } from '../run-view.ts';
import { storeAndCommit } from '../stored-file.ts';
import { fitmentJobUrl, fitmentJobViewOf, readFitmentJob } from './job-view.ts';

/** What is answered of a job that was created. */
async function started(context: RequestContext, id: string) {
  return {
    run_id: jobId(id, 'fitment_generation', 1),
    status_url: fitmentJobUrl(context.workspaceId, id),
    fitment_job: fitmentJobViewOf(id, await readFitmentJob(context, id)),
  };
}

/** What a job about parts is called of which nobody has said it. */
async function nameOf({ db, workspaceId }: RequestContext, partIds: readonly string[]): Promise<string> {
  const [only, ...others] = partIds;
  if (only === undefined || others.length > 0) return `${partIds.length.toLocaleString('en')} parts`;
  const part = partSchema.safeParse((await db.doc(paths.part(workspaceId, only)).get()).data()).data;
  return part?.part_number ?? '1 part';
}

export const fitmentJobHandlers: Handlers<keyof typeof fitmentJobOperations> = {
  createFitmentJob: async ({ body: { part_ids: partIds, name } }, context) => {
    const { actor, workspaceId } = context;
    await requireAll(context, partIds, (id) => paths.part(workspaceId, id), 'parts');
    const id = context.newId('fitment-job');
    await context.commit(createSelectionJob(actor, id, name ?? (await nameOf(context, partIds)), partIds));
    return await started(context, id);
  },
  uploadFitmentJob: async ({ body: { file, name } }, context) => {
    const { actor, workspaceId } = context;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const fileName = cutText(file.name, NAME_CHARACTERS) || 'parts';
    const sniffed = sniff(bytes.subarray(0, HEAD_BYTES), bytes.subarray(-TAIL_BYTES));
    const verdict = judgePartsFile(fileName, bytes.length, sniffed);
    if (!verdict.ok) throw new ApiProblem('unprocessable', verdict.reason);
    const id = context.newId('fitment-job');
    const path = storagePaths.fitmentJobFile(workspaceId, id, safeObjectName(fileName));
    const content = { file_name: fileName, storage_path: path, size: bytes.length, mapping: [] };
    await storeAndCommit(
      context,
      { path, contentType: verdict.contentType, bytes },
      paths.fitmentJob(workspaceId, id),
      createUploadJob(actor, id, name ?? uploadName(fileName), content),
    );
    return await started(context, id);
  },
  listFitmentJobs: async ({ query }, { db, workspaceId }) => {
    const jobs = db.collection(paths.fitmentJobs(workspaceId));
    return await readPage(jobs, jobs.orderBy('created_at', 'desc'), query, (document) => {
      const job = fitmentJobSchema.safeParse(document.data()).data;
      return job === undefined ? null : fitmentJobViewOf(document.id, job);
    });
  },
  getFitmentJob: async ({ path: { fitment_job_id: id } }, context) =>
    fitmentJobViewOf(id, await readFitmentJob(context, id)),
  getFitmentJobProgress: async ({ path: { fitment_job_id: id } }, context) => {
    const job = await readFitmentJob(context, id);
    const summary = job.processing_status.fitment_generation;
    return {
      fitment_job: fitmentJobViewOf(id, job),
      run: await latestStatus(context, id, 'fitment_generation', summary),
    };
  },
  deleteFitmentJob: async ({ path: { fitment_job_id: id } }, context) => {
    const run = (await readFitmentJob(context, id)).processing_status.fitment_generation;
    if (run !== undefined && isRunning(run))
      throw new ApiProblem('already_running', 'The job is still at work. Cancel its run first.', {
        run_id: run.task_id,
      });
    await context.commit(deleteFitmentJob(context.workspaceId, id));
    return { id, deleted: true as const };
  },
};
