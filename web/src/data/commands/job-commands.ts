/** Starting runs and asking things of them, as the writes that do it. */
import type { RequestAction } from '@docket/model/job';
import { jobId, paths } from '@docket/model/paths';
import type { Write } from '../ports.ts';
import type { Actor } from './collection-commands.ts';

/**
 * Starts the `run`-th processing of a collection's documents. The job's id is made of collection and run, so that of
 * several simultaneous starts one wins and the others are refused.
 */
export function startProcessing(
  actor: Actor,
  collectionId: string,
  run: number,
  documentIds: readonly string[],
): Write[] {
  return [
    {
      kind: 'create',
      path: paths.job(actor.workspaceId, jobId(collectionId, 'document_processing', run)),
      fields: {
        pipeline: 'document_processing',
        subject: { type: 'collection', id: collectionId },
        input: { document_ids: documentIds },
        run,
        created_by: actor.uid,
        created_at: actor.serverTime,
        status: 'queued',
        open: true,
      },
    },
  ];
}

/** Asks the engine to cancel or retry a job. It deletes the request when it has dealt with it. */
export function requestJob(actor: Actor, requestId: string, job: string, action: RequestAction): Write[] {
  return [
    {
      kind: 'create',
      path: paths.jobRequest(actor.workspaceId, requestId),
      fields: { job_id: job, action, by: actor.uid, at: actor.serverTime },
    },
  ];
}
