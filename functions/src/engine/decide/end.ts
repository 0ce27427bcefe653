/** The ends of a run, and what the engine still owes after them. */
import type { JobError } from '@docket/model/errors';
import type { Cleanup, Job } from '@docket/model/job';
import { pipelineDefinition } from '@docket/model/pipelines';
import type { Circumstances, Decision, Effect, SubjectPatch } from '../events.ts';
import { apply, closeAttempt, ended, ignore } from './decision.ts';

/** What every end has in common. */
export const atRest = {
  activity: { kind: 'working' },
  pause_requested: false,
  paused_at: null,
  waiting_since: null,
} as const;

/** The news of how `job` ended, to be told. */
export function newsOf(job: Job): Effect[] {
  return job.announcement_due && job.execution.state === 'ended'
    ? [{ type: 'announce', job, fence: job.execution.fence }]
    : [];
}

/**
 * An end of which people and programs are told, if its pipeline is one of which they are. The news come before `effects`:
 * what cannot be cleaned must not keep them back. A run that owes nothing is closed at once.
 */
function end(
  job: Job,
  changes: Partial<Job> & Pick<Job, 'cleanup'>,
  at: Circumstances,
  {
    effects = [],
    patch = {},
    removed = [],
  }: { effects?: Effect[]; patch?: SubjectPatch; removed?: string[] } = {},
): Decision {
  const { announced: due } = pipelineDefinition(job.pipeline);
  const after = { ...changes, announcement_due: due, open: due || changes.cleanup !== null };
  return apply(job, after, at, { effects: [...newsOf({ ...job, ...after }), ...effects], patch, removed });
}

/** An end after which data of `scope` must be removed, if `isDue`. */
function cleanedEnd(
  job: Job,
  changes: Partial<Job>,
  at: Circumstances,
  { scope, isDue, patch = {} }: { scope: Cleanup['scope']; isDue: boolean; patch?: SubjectPatch },
): Decision {
  const cleanup = isDue ? { scope, not_before: at.now } : null;
  return end(job, { ...changes, cleanup }, at, { effects: isDue ? [{ type: 'clean' }] : [], patch });
}

/** The last phase is done: earlier results have become useless, in pipelines that replace them. */
export function completed(job: Job, changes: Partial<Job>, patch: SubjectPatch, at: Circumstances): Decision {
  const done = {
    ...changes,
    ...atRest,
    status: 'completed',
    execution: ended(job),
    completed_at: at.now,
    subject_before: {},
  } as const;
  const { supersedes } = pipelineDefinition(job.pipeline);
  return cleanedEnd(job, done, at, { scope: 'superseded', isDue: supersedes, patch });
}

/**
 * The run has failed with `error`. What it has made is kept, so that a retry can go on from there; what it leaves unfinished
 * is told so, in pipelines that have such records.
 */
export function failed(job: Job, attempts: Job['attempts'], error: JobError, at: Circumstances): Decision {
  const done = {
    ...atRest,
    status: 'failed',
    execution: ended(job),
    attempts,
    error,
    needs_attention: true,
    completed_at: at.now,
  } as const;
  const { abandons } = pipelineDefinition(job.pipeline);
  return cleanedEnd(job, done, at, { scope: 'abandoned', isDue: abandons });
}

/** Ends a cancelled run: from here on nobody may write for it, and what it has made is removed. */
export function stop(job: Job, at: Circumstances, zombieUntil: Date | null): Decision {
  const changes = {
    status: 'cancelling',
    execution: ended(job, zombieUntil),
    attempts: closeAttempt(job, 'cancelled', at),
    activity: { kind: 'cancelling' },
    pause_requested: false,
    paused_at: null,
    waiting_since: null,
    cleanup: { scope: 'partial', not_before: at.now },
  } as const;
  return apply(job, changes, at, { effects: [{ type: 'clean' }] });
}

/** Useless data has been removed; once more later if a worker may still be writing. A cancelled run ends with that. */
export function cleaned(job: Job, at: Circumstances): Decision {
  if (job.cleanup === null) return ignore('nothing to clean');
  const zombieUntil = job.execution.state === 'ended' ? job.execution.zombie_until : null;
  const again = zombieUntil !== null && zombieUntil > at.now;
  const cleanup = again ? ({ scope: 'partial', not_before: zombieUntil } as const) : null;
  if (job.status !== 'cancelling') return apply(job, { cleanup, open: again || job.announcement_due }, at);
  const done = { ...atRest, cleanup, status: 'cancelled', subject_before: {}, completed_at: at.now } as const;
  if (at.subject === null) return apply(job, { ...done, open: again }, at);
  const before = Object.entries(job.subject_before);
  const kept = before.flatMap(([field, old]) => (old === null ? [] : [[field, old.value] as const]));
  const removed = before.flatMap(([field, old]) => (old === null ? [field] : []));
  return end(job, done, at, { patch: Object.fromEntries(kept), removed });
}

/** Everybody has been told of the end with number `fence`. */
export function announced(job: Job, fence: number, at: Circumstances): Decision {
  if (!job.announcement_due || job.execution.state !== 'ended' || job.execution.fence !== fence)
    return ignore('that is no longer news');
  return apply(job, { announcement_due: false, open: job.cleanup !== null }, at);
}
