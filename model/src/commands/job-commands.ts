/** Starting runs and asking things of them, as the writes that do it. */
import type { RequestAction } from '../job.ts';
import { jobId, paths } from '../paths.ts';
import type { Pipeline } from '../pipelines.ts';
import type { Actor, Write } from './write.ts';

/** Which run is to be started, on what. */
export interface Start {
  pipeline: Pipeline;
  collectionId: string;
  /** One more than the last; see `nextRun`. */
  run: number;
  documentIds: readonly string[];
  /** What the person says about the categories they want; only for document processing. */
  hint?: string;
  /** A later phase to begin with; see `LATER_STARTS`. */
  fromPhase?: number;
}

/**
 * Starts a run. The job's id is made of collection, pipeline and run, so that of several simultaneous starts one wins and
 * the others are refused.
 */
export function startRun(actor: Actor, start: Start): Write[] {
  const { pipeline, collectionId, run, documentIds, hint = '', fromPhase } = start;
  return [
    {
      kind: 'create',
      path: paths.job(actor.workspaceId, jobId(collectionId, pipeline, run)),
      fields: {
        pipeline,
        subject: { type: 'collection', id: collectionId },
        input: { document_ids: documentIds, ...(hint.trim() === '' ? {} : { hint: hint.trim() }) },
        run,
        ...(fromPhase === undefined ? {} : { from_phase: fromPhase }),
        created_by: actor.uid,
        created_at: actor.serverTime,
        status: 'queued',
        open: true,
      },
    },
  ];
}

/** Asks something of a job. The engine deletes the request when it has dealt with it. */
export function requestJob(actor: Actor, requestId: string, job: string, action: RequestAction): Write[] {
  return [
    {
      kind: 'create',
      path: paths.jobRequest(actor.workspaceId, requestId),
      fields: { job_id: job, action, by: actor.uid, at: actor.serverTime },
    },
  ];
}
