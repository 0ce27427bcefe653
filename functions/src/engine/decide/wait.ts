/** Going on later: for a service that does not answer, or for what a phase has begun. As often as it takes, and no try is counted. */
import type { Attempt, Job } from '@docket/model/job';
import type { Circumstances, Decision, JobEvent } from '../events.ts';
import type { EngineSettings } from '../settings.ts';
import { apply, closeAttempt, dispatched, errorOf, holds, ignore } from './decision.ts';
import { failed, stop } from './end.ts';
import { pause } from './pause.ts';

/**
 * The phase has stopped because a service does not answer. It is run again when the service is asked again, unless a pause
 * was asked for; after too long a time its run fails.
 */
export function wait(
  job: Job,
  event: Extract<JobEvent, { type: 'wait' }>,
  at: Circumstances,
  settings: EngineSettings,
): Decision {
  if (!holds(job, event.fence)) return ignore('lease lost');
  if (job.status === 'cancelling') return stop(job, at, null);
  const since = job.waiting_since ?? at.now;
  if (at.now.getTime() - since.getTime() >= settings.serviceWaitMs) {
    const details = `${event.service} has not answered since ${since.toISOString()}.`;
    const error = errorOf(job, 'service_unavailable', details, { service: event.service });
    return failed(job, closeAttempt(job, 'failed', at, error), error, at);
  }
  const until = notAtOnce(event.until, at, settings);
  const activity = { kind: 'waiting', service: event.service, until } as const;
  return goOnLater(job, at, until, { activity, waiting_since: since });
}

/**
 * The phase has done what it may for now. It is run again later, or at once, unless a pause was asked for; it may be put off for
 * days, for it does get on.
 */
export function putOff(
  job: Job,
  event: Extract<JobEvent, { type: 'put_off' }>,
  at: Circumstances,
  settings: EngineSettings,
): Decision {
  if (!holds(job, event.fence)) return ignore('lease lost');
  if (job.status === 'cancelling') return stop(job, at, null);
  const until = event.until === null ? null : notAtOnce(event.until, at, settings);
  return goOnLater(job, at, until, { activity: { kind: 'working' }, waiting_since: null });
}

function notAtOnce(until: Date, at: Circumstances, settings: EngineSettings): Date {
  return new Date(Math.max(until.getTime(), at.now.getTime() + settings.retryBaseMs));
}

/** The phase has stopped without having failed. */
function goOnLater(
  job: Job,
  at: Circumstances,
  until: Date | null,
  changes: Pick<Job, 'activity' | 'waiting_since'>,
): Decision {
  const uncounted = { attempt: job.attempt - 1, attempts: joined(closeAttempt(job, 'waited', at)) };
  if (job.pause_requested) return pause(job, uncounted, at);
  const execution = dispatched(job, at, until);
  return apply(job, { ...uncounted, ...changes, execution }, at, { effects: [{ type: 'dispatch' }] });
}

/** The attempts with waits in a row made one, or a long wait would push out what the run has done before it. */
function joined(attempts: readonly Attempt[]): Attempt[] {
  const [before, last] = attempts.slice(-2);
  const isOneWait =
    before?.outcome === 'waited' &&
    last?.outcome === 'waited' &&
    before.phase === last.phase &&
    before.attempt === last.attempt;
  return isOneWait ? [...attempts.slice(0, -2), { ...before, ended_at: last.ended_at }] : [...attempts];
}
