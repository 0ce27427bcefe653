/** What all decisions are made of. */
import { type ErrorCode, type ErrorFacts, errorMessage, type JobError } from '@docket/model/errors';
import { type Attempt, historyEnd, type Job, JOB_TRANSITIONS, type JobStatus } from '@docket/model/job';
import { phaseAt } from '@docket/model/pipelines';
import type { Circumstances, Decision, Effect, SubjectPatch } from '../events.ts';

export const ignore = (reason: string): Decision => ({ type: 'ignore', reason });

/** Whether `fence` is the number of the lease that is held now. */
export function holds(job: Job, fence: number): boolean {
  return job.execution.state === 'leased' && job.execution.fence === fence;
}

/** What `apply` writes besides the job. */
interface Consequences {
  effects?: Effect[];
  patch?: SubjectPatch;
  removed?: readonly string[];
  settles?: string | null;
}

/** The decision to change `before` by `changes`. Throws for a transition that the model does not allow. */
export function apply(
  before: Job,
  changes: Partial<Job>,
  at: Circumstances,
  { effects = [], patch = {}, removed = [], settles = null }: Consequences = {},
): Decision {
  const changed: Job = { ...before, ...changes, updated_at: at.now };
  const job: Job = { ...changed, expires_at: historyEnd(changed) };
  assertTransition(before.status, job.status);
  return { type: 'apply', job, patch, removed, settles, effects };
}

function assertTransition(from: JobStatus, to: JobStatus): void {
  const allowed: readonly JobStatus[] = JOB_TRANSITIONS[from];
  if (from !== to && !allowed.includes(to)) throw new Error(`A job cannot go from ${from} to ${to}`);
}

/** The next fencing number: greater than every one that was given out. */
function nextFence(job: Job): number {
  return job.execution.state === 'unclaimed' ? 1 : job.execution.fence + 1;
}

/** A new dispatch, not to start before `notBefore`. */
export function dispatched(job: Job, at: Circumstances, notBefore: Date | null = null): Job['execution'] {
  return { state: 'dispatched', fence: nextFence(job), dispatched_at: at.now, not_before: notBefore };
}

/** Nothing runs any more; whoever still works, may write until `zombieUntil`. */
export function ended(job: Job, zombieUntil: Date | null = null): Job['execution'] {
  return { state: 'ended', fence: nextFence(job), zombie_until: zombieUntil };
}

/** The attempts with the last one closed, if it is still open. */
export function closeAttempt(
  job: Job,
  outcome: Exclude<Attempt['outcome'], 'running'>,
  at: Circumstances,
  error: JobError | null = null,
): Job['attempts'] {
  const last = job.attempts.at(-1);
  if (last === undefined || last.outcome !== 'running') return job.attempts;
  return [...job.attempts.slice(0, -1), { ...last, outcome, ended_at: at.now, error }];
}

/** The error `code` in the phase where `job` stands. */
export function errorOf(job: Job, code: ErrorCode, details: string, facts: ErrorFacts = {}): JobError {
  return { code, message: errorMessage(code, facts), phase: phaseAt(job.pipeline, job.phase).label, details };
}
