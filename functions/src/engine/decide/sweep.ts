/** What the sweeper finds: lost workers, lost dispatches, retries that are due, ends that still owe something. */
import { isActive, type Job } from '@docket/model/job';
import type { Circumstances, Decision, Effect } from '../events.ts';
import type { EngineSettings } from '../settings.ts';
import { claim } from './claim.ts';
import { apply, closeAttempt, dispatched, ended, errorOf, ignore } from './decision.ts';
import { atRest, newsOf, stop } from './end.ts';
import { hold, isHeld, letGo } from './hold.ts';
import { lost } from './work.ts';

/**
 * Whether a sweep could find anything to do for `job`: false for what is being worked on or waits for its time. Lets the
 * sweeper pass such jobs over without a transaction each. A paused one waits for a person, but its subject may be gone.
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
      return job.announcement_due || job.cleanup === null || job.cleanup.not_before <= now;
  }
}

/** Whatever is due for a job that was left lying. */
export function sweep(job: Job, at: Circumstances, settings: EngineSettings): Decision {
  const { execution } = job;
  switch (execution.state) {
    case 'unclaimed':
      return claim(job, at);
    case 'ended':
      return job.status === 'paused' ? ignore('paused by a person') : sweepEnded(job, at);
    case 'dispatched':
      return isHeld(job) ? letGo(job, at) : sweepDispatched(job, execution, at, settings);
    case 'leased':
      if (execution.expires_at > at.now) return ignore('a worker is on it');
      if (job.status === 'cancelling') return stop(job, at, null);
      return lost(job, at);
  }
}

/** A dispatch whose time has come, or that nobody has started: what keeps it from starting may be that the queue is paused. */
function sweepDispatched(
  job: Job,
  { not_before, dispatched_at }: Extract<Job['execution'], { state: 'dispatched' }>,
  at: Circumstances,
  settings: EngineSettings,
): Decision {
  if (not_before !== null && not_before > at.now) return ignore('waits for its time');
  const age = at.now.getTime() - dispatched_at.getTime();
  if (not_before === null && age < settings.redispatchMs) return ignore('waits for a worker');
  if (at.queuePaused) return hold(job, at);
  return not_before !== null || age >= settings.abandonDispatchMs
    ? redispatch(job, at)
    : { type: 'repeat', effects: [{ type: 'dispatch' }] };
}

function redispatch(job: Job, at: Circumstances): Decision {
  return apply(job, { execution: dispatched(job, at) }, at, { effects: [{ type: 'dispatch' }] });
}

/** An end that still owes its cleaning, its news, or only the note that it owes nothing. */
function sweepEnded(job: Job, at: Circumstances): Decision {
  const cleans: Effect[] =
    job.cleanup !== null && job.cleanup.not_before <= at.now ? [{ type: 'clean' }] : [];
  const effects = [...newsOf(job), ...cleans];
  if (effects.length > 0) return { type: 'repeat', effects };
  if (job.cleanup !== null) return ignore('cleans later');
  return job.open && !isActive(job.status) ? apply(job, { open: false }, at) : ignore('done');
}

/**
 * The subject was deleted under a run: end it and remove what it has made. Nobody is told, and nothing needs attention:
 * whoever deleted it knows.
 */
export function abandon(job: Job, at: Circumstances): Decision {
  if (job.execution.state === 'unclaimed') return { type: 'discard', reason: 'the subject does not exist' };
  if (!isActive(job.status)) return forget(job, at);
  if (job.execution.state === 'ended' && job.status === 'cancelling') return sweepEnded(job, at);
  const zombieUntil = job.execution.state === 'leased' ? job.execution.expires_at : null;
  const changes = {
    status: 'failed',
    execution: ended(job, zombieUntil),
    attempts: closeAttempt(job, 'cancelled', at),
    error: errorOf(job, 'subject_missing', 'The subject document does not exist.'),
    ...atRest,
    cleanup: { scope: 'partial', not_before: at.now },
    completed_at: at.now,
  } as const;
  return apply(job, changes, at, { effects: [{ type: 'clean' }] });
}

/** A run that had ended before its subject was deleted: what it still owed as news is owed to nobody. */
function forget(job: Job, at: Circumstances): Decision {
  if (!job.needs_attention && !job.announcement_due) return sweepEnded(job, at);
  const effects: Effect[] = job.cleanup === null ? [] : [{ type: 'clean' }];
  const changes = { needs_attention: false, announcement_due: false, open: job.cleanup !== null };
  return apply(job, changes, at, { effects });
}
