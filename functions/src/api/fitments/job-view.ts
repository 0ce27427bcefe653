/** How fitment jobs are shown. */
import type { fitmentJobView } from '@docket/model/api/fitments/schemas';
import { API_BASE } from '@docket/model/api/address';
import { ApiProblem } from '@docket/model/api/problem';
import { type FitmentJob, fitmentJobSchema, fitmentJobState } from '@docket/model/fitment/fitment-job';
import { paths } from '@docket/model/paths';
import type { z } from 'zod';
import type { RequestContext } from '../context.ts';

/** Throws an ApiProblem when there is none. */
export async function readFitmentJob(
  { db, workspaceId }: Pick<RequestContext, 'db' | 'workspaceId'>,
  id: string,
): Promise<FitmentJob> {
  const snapshot = await db.doc(paths.fitmentJob(workspaceId, id)).get();
  const job = fitmentJobSchema.safeParse(snapshot.data()).data;
  if (job === undefined) throw new ApiProblem('not_found', 'There is no such fitment job.');
  return job;
}

/** All zero before there are results: what stands in the job then is of no meaning. */
export function countsView({ results, review }: FitmentJob) {
  return results === null
    ? { total: 0, pending: 0, approved: 0, rejected: 0 }
    : { total: results.fitments, ...review };
}

export function fitmentJobViewOf(id: string, job: FitmentJob): z.input<typeof fitmentJobView> {
  const run = job.processing_status.fitment_generation;
  const { type, name, results, created_by, created_at } = job;
  return {
    id,
    type,
    name,
    status: fitmentJobState(job),
    part_count: results?.parts ?? job.part_count,
    exception_count: results?.exceptions ?? 0,
    fitments: countsView(job),
    file_name: type === 'upload' ? job.file_name : null,
    failed_rows: type === 'upload' ? job.failed_rows : 0,
    run_id: run?.task_id ?? null,
    error_message: run?.error?.message ?? null,
    created_by,
    created_at,
    started_at: run?.started_at ?? null,
    completed_at: run?.completed_at ?? null,
  };
}

/** Where it is asked how a job goes. */
export function fitmentJobUrl(workspaceId: string, id: string): string {
  return `${API_BASE}/workspaces/${workspaceId}/fitment-jobs/${id}/progress`;
}
