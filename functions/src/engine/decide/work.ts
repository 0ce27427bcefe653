/** The work on a phase, from its delivery to its end. */
import type { JobError } from '@docket/model/errors';
import { ATTEMPTS_KEPT, type Job, MAX_ATTEMPTS } from '@docket/model/job';
import { progressOf } from '@docket/model/job-summary';
import { phaseCount } from '@docket/model/pipelines';
import type { Activity } from '@docket/model/processing-status';
import { backoffDelay } from '../backoff.ts';
import type { Circumstances, Decision, JobEvent } from '../events.ts';
import type { EngineSettings } from '../settings.ts';
import { apply, closeAttempt, dispatched, errorOf, holds, ignore } from './decision.ts';
import { completed, failed, stop } from './end.ts';
import { hold, isHeld } from './hold.ts';
import { pause } from './pause.ts';

/** By how much the clocks of the queue and of two workers may differ. */
const CLOCK_SKEW_MS = 500;

type EventOf<T extends JobEvent['type']> = Extract<JobEvent, { type: T }>;

/** A worker takes the phase on, unless the queue is paused. The attempt is counted before its work begins. */
export function deliver(
  job: Job,
  event: EventOf<'deliver'>,
  at: Circumstances,
  settings: EngineSettings,
): Decision {
  const { execution } = job;
  if (execution.state !== 'dispatched' || execution.fence !== event.fence)
    return ignore('not the current dispatch');
  if (execution.not_before !== null && execution.not_before.getTime() > at.now.getTime() + CLOCK_SKEW_MS)
    return ignore('too early');
  if (at.queuePaused) return isHeld(job) ? ignore('held by an administrator') : hold(job, at);
  const attempt = job.attempt + 1;
  const changes = {
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
  } satisfies Partial<Job>;
  return apply(job, changes, at);
}

/** The worker is alive: its lease is renewed, and its progress shown. */
export function report(
  job: Job,
  event: EventOf<'report'>,
  at: Circumstances,
  settings: EngineSettings,
): Decision {
  if (job.execution.state !== 'leased' || !holds(job, event.fence)) return ignore('lease lost');
  if (job.status === 'cancelling') return ignore('cancelled');
  const changes = {
    execution: { ...job.execution, expires_at: new Date(at.now.getTime() + settings.leaseMs) },
    progress: progressOf(job, event.within, event.fraction),
    activity: activityAt(job, event),
  };
  return apply(job, changes, at);
}

/** A worker that says how far it is has restarted; that the run is about to pause remains to be said. */
function activityAt(job: Job, event: EventOf<'report'>): Activity {
  return event.within === null || job.pause_requested ? job.activity : { kind: 'working' };
}

/** The phase is done: its fields are published, and the next one is dispatched, unless a pause was asked for. */
export function succeed(job: Job, event: EventOf<'succeed'>, at: Circumstances): Decision {
  if (!holds(job, event.fence)) return ignore('lease lost');
  if (job.status === 'cancelling') return stop(job, at, null);
  const fields = at.subject?.fields ?? {};
  const remembered = Object.fromEntries(
    Object.keys(event.patch).map((key) => [key, key in fields ? { value: fields[key] } : null]),
  );
  const after = {
    attempts: closeAttempt(job, 'succeeded', at),
    activity: { kind: 'working' },
    waiting_since: null,
    error: null,
    subject_before: { ...remembered, ...job.subject_before },
  } satisfies Partial<Job>;
  if (job.phase === phaseCount(job.pipeline)) return completed(job, after, event.patch, at);
  const phase = job.phase + 1;
  const next = { ...after, phase, attempt: 0, progress: progressOf({ ...job, phase }, null, 0) };
  if (job.pause_requested) return pause(job, next, at, event.patch);
  const { patch } = event;
  const changes = { ...next, execution: dispatched(job, at) };
  return apply(job, changes, at, { effects: [{ type: 'dispatch' }], patch });
}

/** The phase has failed: tried again after a while if that may help, unless a pause was asked for. */
export function fail(
  job: Job,
  event: EventOf<'fail'>,
  at: Circumstances,
  settings: EngineSettings,
): Decision {
  if (!holds(job, event.fence)) return ignore('lease lost');
  if (job.status === 'cancelling') return stop(job, at, null);
  const attempts = closeAttempt(job, 'failed', at, event.error);
  if (event.permanent) return failed(job, attempts, event.error, at);
  const notBefore = new Date(at.now.getTime() + backoffDelay(job.attempt, settings.retryBaseMs, at.random));
  const activity = { kind: 'retrying', attempt: job.attempt + 1, of: MAX_ATTEMPTS, at: notBefore } as const;
  return tryAgain(job, { attempts, execution: dispatched(job, at, notBefore), activity }, event.error, at);
}

/** A worker died: try again, unless this phase has killed so many that its material must be the reason. */
export function lost(job: Job, at: Circumstances): Decision {
  const error = errorOf(job, 'worker_lost', `The worker was lost in attempt ${job.attempt}.`);
  const attempts = closeAttempt(job, 'lost', at, error);
  const activity = { kind: 'restarting' } as const;
  return tryAgain(job, { attempts, execution: dispatched(job, at), activity }, error, at);
}

/** Another try as `next` says; the end with `error` after the last one; a pause instead if one was asked for. */
function tryAgain(
  job: Job,
  next: Pick<Job, 'attempts' | 'execution' | 'activity'>,
  error: JobError,
  at: Circumstances,
): Decision {
  const { attempts } = next;
  if (job.attempt >= MAX_ATTEMPTS) return failed(job, attempts, error, at);
  if (job.pause_requested) return pause(job, { attempts }, at);
  return apply(job, { ...next, waiting_since: null }, at, { effects: [{ type: 'dispatch' }] });
}
