/** Runs of pipelines, whatever they work on. */
import { ApiProblem } from '@docket/model/api/problem';
import type { runOperations } from '@docket/model/api/runs';
import { requestJob } from '@docket/model/commands/job-commands';
import { jobSchema, mayRequest, type RequestAction } from '@docket/model/job';
import { paths, subjectPath } from '@docket/model/paths';
import { isAllowed } from './authenticate.ts';
import type { Handlers, RequestContext } from './context.ts';
import { readPage } from './pages.ts';
import { runUrl, runView } from './run-view.ts';

async function readRun({ db, workspaceId }: RequestContext, id: string) {
  const job = jobSchema.safeParse((await db.doc(paths.job(workspaceId, id)).get()).data()).data;
  if (job === undefined) throw new ApiProblem('not_found', 'There is no such run.');
  return job;
}

/**
 * Takes a wish about a run, which the engine fulfils. Throws an ApiProblem when its state does not allow it. The rules ask the same
 * of pages.
 */
export async function requestRun(
  context: RequestContext,
  id: string,
  action: RequestAction,
): Promise<{ run_id: string; status_url: string }> {
  const { db, workspaceId, actor, caller } = context;
  const job = await readRun(context, id);
  if (job.subject.type === 'backfill' && !isAllowed(caller, 'administer'))
    throw new ApiProblem('forbidden', 'Backfills are for owners.');
  const refused = new ApiProblem('conflict', `A run that is ${job.status} cannot be asked to ${action}.`, {
    run_id: id,
  });
  if (!mayRequest(job.status, action)) throw refused;
  if (action === 'retry') {
    const subject = await db.doc(subjectPath(workspaceId, job.subject)).get();
    if (subject.get(`processing_status.${job.pipeline}.task_id`) !== id) throw refused;
  }
  await context.commit(requestJob(actor, context.newId(`request-${action}`), id, action));
  return { run_id: id, status_url: runUrl(workspaceId, id) };
}

export const runHandlers: Handlers<keyof typeof runOperations> = {
  listRuns: async ({ query: { pipeline, ...wish } }, { db, workspaceId, clock }) => {
    const jobs = db.collection(paths.jobs(workspaceId));
    const wanted = pipeline === undefined ? jobs : jobs.where('pipeline', '==', pipeline);
    return await readPage(jobs, wanted.orderBy('created_at', 'desc'), wish, (document) => {
      const job = jobSchema.safeParse(document.data()).data;
      return job === undefined ? null : runView(document.id, job, clock());
    });
  },
  getRun: async ({ path: { run_id: id } }, context) =>
    runView(id, await readRun(context, id), context.clock()),
  requestOfRun: async ({ path, body }, context) => await requestRun(context, path.run_id, body.action),
};
