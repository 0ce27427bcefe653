/** How runs are shown, and how the latest one of a pipeline goes. */
import { API_BASE } from '@docket/model/api/address';
import { IDLE, type RunStatusView, type RunView } from '@docket/model/api/shared';
import { type Job, jobSchema } from '@docket/model/job';
import { summarise } from '@docket/model/job-summary';
import { jobId, paths } from '@docket/model/paths';
import type { Pipeline } from '@docket/model/pipelines';
import { isRunning, type ProcessingStatus } from '@docket/model/processing-status';
import type { RequestContext } from './context.ts';

/** A summary as the API shows it. */
export function statusView(summary: ProcessingStatus): RunStatusView {
  const { progress, activity, error } = summary;
  return {
    status: summary.status,
    run_id: summary.task_id,
    started_at: summary.started_at,
    completed_at: summary.completed_at,
    last_updated: summary.last_updated,
    current_phase: summary.current_phase,
    progress: {
      phase: progress.phase,
      total_phases: progress.total_phases,
      percentage: progress.percentage,
    },
    activity: activity.kind,
    error:
      error === null
        ? null
        : { message: error.message, code: error.code, phase: error.phase, details: error.details ?? null },
  };
}

/** A run by itself. */
export function runView(id: string, job: Job, now: Date): RunView {
  return {
    ...statusView(summarise(id, job, job.updated_at ?? now)),
    run_id: id,
    pipeline: job.pipeline,
    subject: job.subject,
    run: job.run,
    created_by: job.created_by,
    created_at: job.created_at,
    attempts: job.attempts.map(({ phase, attempt, outcome, started_at, ended_at }) => ({
      phase,
      attempt,
      outcome,
      started_at,
      ended_at,
    })),
  };
}

/**
 * How the latest run of `pipeline` goes on a subject whose summary is `summary`. One that was just started stands in no summary
 * yet: whoever has started it and asks must not be told of the one before.
 */
export async function latestStatus(
  { db, workspaceId, clock }: RequestContext,
  subjectId: string,
  pipeline: Pipeline,
  summary: ProcessingStatus | undefined,
): Promise<RunStatusView> {
  if (summary !== undefined && isRunning(summary)) return statusView(summary);
  const next = jobId(subjectId, pipeline, (summary?.run ?? 0) + 1);
  const started = await db.doc(paths.job(workspaceId, next)).get();
  const job = jobSchema.safeParse(started.data()).data;
  if (job !== undefined) return statusView(summarise(next, job, clock()));
  return summary === undefined ? IDLE : statusView(summary);
}

/** Where a run is asked for. */
export function runUrl(workspaceId: string, runId: string): string {
  return `${API_BASE}/workspaces/${workspaceId}/runs/${runId}`;
}
