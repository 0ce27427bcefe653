/**
 * The engine's mind: from a job and an event to what happens next. Pure; the caller writes and acts.
 *
 * Whoever speaks for a dispatch (deliver, report, succeed, fail, release) carries its fencing number and is ignored when
 * it is not the current one. That makes late, repeated and reordered messages harmless.
 */
import { errorMessage, type ErrorCode, type JobError } from '@docket/model/errors';
import {
  isActive,
  type Job,
  JOB_TRANSITIONS,
  type JobStatus,
  MAX_ATTEMPTS,
  ATTEMPTS_KEPT,
  mayRequest,
  type RequestAction,
} from '@docket/model/job';
import { progressOf } from '@docket/model/job-summary';
import { phaseAt, phaseCount } from '@docket/model/pipelines';
import { isRunning } from '@docket/model/processing-status';
import { backoffDelay } from './backoff.ts';
import type { Circumstances, Decision, Effect, JobEvent, SubjectPatch } from './events.ts';
import type { EngineSettings } from './settings.ts';

/** By how much the clocks of the queue and of two workers may differ. */
const CLOCK_SKEW_MS = 500;

/** Decides what `event` means for `job`. Throws only if the engine itself tries a forbidden transition. */
export function decide(job: Job, event: JobEvent, at: Circumstances, settings: EngineSettings): Decision {
  if (at.subject === null && event.type !== 'cleaned' && event.type !== 'claim') {
    return abandon(job, at);
  }
  switch (event.type) {
    case 'claim':
      return claim(job, at);
    case 'deliver':
      return deliver(job, event, at, settings);
    case 'report':
      return report(job, event, at, settings);
    case 'succeed':
      return succeed(job, event, at);
    case 'fail':
      return fail(job, event, at, settings);
    case 'release':
      return holds(job, event.fence) && job.status === 'cancelling'
        ? stop(job, at, null)
        : ignore('not the holder of a cancelled job');
    case 'force_stop':
      return job.execution.state === 'leased' && holds(job, event.fence) && job.status === 'cancelling'
        ? stop(job, at, job.execution.expires_at)
        : ignore('the worker has let go');
    case 'request':
      return request(job, event.action, at);
    case 'cleaned':
      return cleaned(job, at);
    case 'sweep':
      return sweep(job, at, settings);
  }
}

/**
 * Whether a sweep could find anything to do for `job`: false for what is being worked on or waits for its time. Lets the
 * sweeper pass such jobs over without a transaction each.
 */
export function isWorthSweeping(job: Job, now: Date): boolean {
  const { execution } = job;
  switch (execution.state) {
    case 'leased':
      return execution.expires_at <= now;
    case 'dispatched':
      return execution.not_before === null || execution.not_before <= now;
    case 'unclaimed':
      return true;
    case 'ended':
      return job.cleanup === null || job.cleanup.not_before <= now;
  }
}

const ignore = (reason: string): Decision => ({ type: 'ignore', reason });

/** Whether `fence` is the number of the lease that is held now. */
function holds(job: Job, fence: number): boolean {
  return job.execution.state === 'leased' && job.execution.fence === fence;
}

function apply(
  before: Job,
  changes: Partial<Job>,
  at: Circumstances,
  effects: Effect[] = [],
  patch: SubjectPatch = {},
  removed: readonly string[] = [],
): Decision {
  const job: Job = { ...before, ...changes, updated_at: at.now };
  assertTransition(before.status, job.status);
  return { type: 'apply', job, patch, removed, effects };
}

function assertTransition(from: JobStatus, to: JobStatus): void {
  const allowed: readonly JobStatus[] = JOB_TRANSITIONS[from];
  if (from !== to && !allowed.includes(to)) throw new Error(`A job cannot go from ${from} to ${to}`);
}

/** The next fencing number: greater than every one that was given out. */
function nextFence(job: Job): number {
  return job.execution.state === 'unclaimed' ? 1 : job.execution.fence + 1;
}

function dispatched(job: Job, at: Circumstances, notBefore: Date | null = null): Job['execution'] {
  return { state: 'dispatched', fence: nextFence(job), dispatched_at: at.now, not_before: notBefore };
}

function ended(job: Job, zombieUntil: Date | null = null): Job['execution'] {
  return { state: 'ended', fence: nextFence(job), zombie_until: zombieUntil };
}

/** The attempts with the last one closed, if it is still open. */
function closeAttempt(
  job: Job,
  outcome: 'succeeded' | 'failed' | 'lost' | 'cancelled',
  at: Circumstances,
  error: JobError | null = null,
): Job['attempts'] {
  const last = job.attempts.at(-1);
  if (last === undefined || last.outcome !== 'running') return job.attempts;
  return [...job.attempts.slice(0, -1), { ...last, outcome, ended_at: at.now, error }];
}

function errorOf(job: Job, code: ErrorCode, details: string): JobError {
  return { code, message: errorMessage(code), phase: phaseAt(job.pipeline, job.phase).label, details };
}

function claim(job: Job, at: Circumstances): Decision {
  if (job.execution.state !== 'unclaimed') return ignore('already claimed');
  if (at.subject === null) return { type: 'discard', reason: 'the subject does not exist' };
  const { status } = at.subject;
  if (isRunning(status)) return { type: 'discard', reason: 'another run is under way' };
  if (status !== undefined && status.run >= job.run) return { type: 'discard', reason: 'this run has been' };
  const changes = {
    execution: dispatched(job, at),
    progress: progressOf(job, null, 0),
    started_at: at.now,
    run_token: at.token,
  };
  return apply(job, changes, at, [{ type: 'dispatch' }]);
}

function deliver(
  job: Job,
  event: Extract<JobEvent, { type: 'deliver' }>,
  at: Circumstances,
  settings: EngineSettings,
): Decision {
  const { execution } = job;
  if (execution.state !== 'dispatched' || execution.fence !== event.fence)
    return ignore('not the current dispatch');
  if (execution.not_before !== null && execution.not_before.getTime() > at.now.getTime() + CLOCK_SKEW_MS)
    return ignore('too early');
  const attempt = job.attempt + 1;
  return apply(
    job,
    {
      status: 'processing',
      attempt,
      attempts: [
        ...job.attempts.slice(1 - ATTEMPTS_KEPT),
        { phase: job.phase, attempt, outcome: 'running', started_at: at.now, ended_at: null, error: null },
      ],
      execution: {
        state: 'leased',
        fence: execution.fence,
        holder: event.holder,
        expires_at: new Date(at.now.getTime() + settings.leaseMs),
      },
      progress: progressOf(job, null, 0),
      activity: job.activity.kind === 'restarting' ? job.activity : { kind: 'working' },
    },
    at,
  );
}

function report(
  job: Job,
  event: Extract<JobEvent, { type: 'report' }>,
  at: Circumstances,
  settings: EngineSettings,
): Decision {
  if (job.execution.state !== 'leased' || !holds(job, event.fence)) return ignore('lease lost');
  if (job.status === 'cancelling') return ignore('cancelled');
  return apply(
    job,
    {
      execution: { ...job.execution, expires_at: new Date(at.now.getTime() + settings.leaseMs) },
      progress: progressOf(job, event.within, event.fraction),
      activity: event.within === null ? job.activity : { kind: 'working' },
    },
    at,
  );
}

function succeed(job: Job, event: Extract<JobEvent, { type: 'succeed' }>, at: Circumstances): Decision {
  if (!holds(job, event.fence)) return ignore('lease lost');
  if (job.status === 'cancelling') return stop(job, at, null);
  const attempts = closeAttempt(job, 'succeeded', at);
  const fields = at.subject?.fields ?? {};
  const remembered = Object.fromEntries(
    Object.keys(event.patch).map((key) => [key, key in fields ? { value: fields[key] } : null]),
  );
  const common = {
    attempts,
    activity: { kind: 'working' } as const,
    error: null,
    subject_before: { ...remembered, ...job.subject_before },
  };
  if (job.phase === phaseCount(job.pipeline)) {
    const changes = {
      ...common,
      status: 'completed',
      execution: ended(job),
      completed_at: at.now,
      subject_before: {},
      cleanup: { scope: 'superseded', not_before: at.now },
    } as const;
    return apply(job, changes, at, [{ type: 'clean' }], event.patch);
  }
  const next = { ...job, phase: job.phase + 1 };
  const changes = {
    ...common,
    phase: next.phase,
    attempt: 0,
    execution: dispatched(job, at),
    progress: progressOf(next, null, 0),
  };
  return apply(job, changes, at, [{ type: 'dispatch' }], event.patch);
}

function fail(
  job: Job,
  event: Extract<JobEvent, { type: 'fail' }>,
  at: Circumstances,
  settings: EngineSettings,
): Decision {
  if (!holds(job, event.fence)) return ignore('lease lost');
  if (job.status === 'cancelling') return stop(job, at, null);
  const attempts = closeAttempt(job, 'failed', at, event.error);
  if (event.permanent || job.attempt >= MAX_ATTEMPTS) return failed({ ...job, attempts }, event.error, at);
  const notBefore = new Date(at.now.getTime() + backoffDelay(job.attempt, settings.retryBaseMs, at.random));
  const changes = {
    attempts,
    execution: dispatched(job, at, notBefore),
    activity: { kind: 'retrying', attempt: job.attempt + 1, of: MAX_ATTEMPTS, at: notBefore },
  } as const;
  return apply(job, changes, at, [{ type: 'dispatch' }]);
}

function failed(job: Job, error: JobError, at: Circumstances): Decision {
  const changes = {
    status: 'failed',
    execution: ended(job),
    activity: { kind: 'working' },
    error,
    open: false,
    completed_at: at.now,
  } as const;
  return apply(job, changes, at);
}

/** Ends a cancelled run: from here on nobody may write for it, and what it has made is removed. */
function stop(job: Job, at: Circumstances, zombieUntil: Date | null): Decision {
  const changes = {
    status: 'cancelling',
    execution: ended(job, zombieUntil),
    attempts: closeAttempt(job, 'cancelled', at),
    activity: { kind: 'cancelling' },
    cleanup: { scope: 'partial', not_before: at.now },
  } as const;
  return apply(job, changes, at, [{ type: 'clean' }]);
}

function request(job: Job, action: RequestAction, at: Circumstances): Decision {
  const current = at.subject?.status?.task_id === at.jobId || job.execution.state === 'unclaimed';
  if (!current) return ignore('a newer run has taken its place');
  if (action === 'cancel' && job.status === 'cancelling' && job.execution.state === 'leased') {
    // The worker has obeyed before the function for requests was told: somebody must still see that it lets go.
    return { type: 'repeat', effects: [{ type: 'await_release' }] };
  }
  if (!mayRequest(job.status, action))
    return ignore(`${action} means nothing to a job that is ${job.status}`);
  switch (action) {
    case 'cancel':
      if (job.execution.state !== 'leased') return stop(job, at, null);
      return apply(job, { status: 'cancelling', activity: { kind: 'cancelling' } }, at, [
        { type: 'await_release' },
      ]);
    case 'retry':
      return apply(
        job,
        {
          status: 'queued',
          execution: dispatched(job, at),
          attempt: 0,
          progress: progressOf(job, null, 0),
          activity: { kind: 'working' },
          error: null,
          started_at: at.now,
          completed_at: null,
          open: true,
        },
        at,
        [{ type: 'dispatch' }],
      );
  }
}

function cleaned(job: Job, at: Circumstances): Decision {
  if (job.cleanup === null) return ignore('nothing to clean');
  const zombieUntil = job.execution.state === 'ended' ? job.execution.zombie_until : null;
  const again = zombieUntil !== null && zombieUntil > at.now;
  const changes = {
    cleanup: again ? ({ scope: 'partial', not_before: zombieUntil } as const) : null,
    open: again,
  };
  if (job.status !== 'cancelling') return apply(job, changes, at);
  const cancelled = {
    ...changes,
    status: 'cancelled',
    activity: { kind: 'working' },
    subject_before: {},
    completed_at: at.now,
  } as const;
  const before = Object.entries(job.subject_before);
  const kept = before.flatMap(([field, old]) => (old === null ? [] : [[field, old.value] as const]));
  const removed = before.flatMap(([field, old]) => (old === null ? [field] : []));
  return apply(job, cancelled, at, [], Object.fromEntries(kept), removed);
}

/** The subject was deleted under a run: end it and remove what it has made. */
function abandon(job: Job, at: Circumstances): Decision {
  if (job.execution.state === 'unclaimed') return { type: 'discard', reason: 'the subject does not exist' };
  if (!isActive(job.status) || job.execution.state === 'ended') return sweepCleanup(job, at);
  const zombieUntil = job.execution.state === 'leased' ? job.execution.expires_at : null;
  const changes = {
    status: 'failed',
    execution: ended(job, zombieUntil),
    attempts: closeAttempt(job, 'cancelled', at),
    error: errorOf(job, 'subject_missing', 'The subject document does not exist.'),
    cleanup: { scope: 'partial', not_before: at.now },
    completed_at: at.now,
  } as const;
  return apply(job, changes, at, [{ type: 'clean' }]);
}

function sweep(job: Job, at: Circumstances, settings: EngineSettings): Decision {
  const { execution } = job;
  switch (execution.state) {
    case 'unclaimed':
      return claim(job, at);
    case 'ended':
      return sweepCleanup(job, at);
    case 'dispatched': {
      if (execution.not_before !== null) {
        return execution.not_before > at.now ? ignore('waits for its time') : redispatch(job, at);
      }
      const age = at.now.getTime() - execution.dispatched_at.getTime();
      if (age >= settings.abandonDispatchMs) return redispatch(job, at);
      return age >= settings.redispatchMs
        ? { type: 'repeat', effects: [{ type: 'dispatch' }] }
        : ignore('waits for a worker');
    }
    case 'leased':
      if (execution.expires_at > at.now) return ignore('a worker is on it');
      if (job.status === 'cancelling') return stop(job, at, null);
      return lost(job, at);
  }
}

function redispatch(job: Job, at: Circumstances): Decision {
  return apply(job, { execution: dispatched(job, at) }, at, [{ type: 'dispatch' }]);
}

/** A worker died: try again, unless this phase has killed so many that its material must be the reason. */
function lost(job: Job, at: Circumstances): Decision {
  const error = errorOf(job, 'worker_lost', `The worker was lost in attempt ${job.attempt}.`);
  const attempts = closeAttempt(job, 'lost', at, error);
  if (job.attempt >= MAX_ATTEMPTS) return failed({ ...job, attempts }, error, at);
  const changes = { attempts, execution: dispatched(job, at), activity: { kind: 'restarting' } } as const;
  return apply(job, changes, at, [{ type: 'dispatch' }]);
}

function sweepCleanup(job: Job, at: Circumstances): Decision {
  if (job.cleanup === null)
    return job.open && !isActive(job.status) ? apply(job, { open: false }, at) : ignore('done');
  return job.cleanup.not_before > at.now
    ? ignore('cleans later')
    : { type: 'repeat', effects: [{ type: 'clean' }] };
}
