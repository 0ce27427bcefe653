/** The queue of a workspace that an administrator has paused: no phase of any run begins. */
import type { Job } from '@docket/model/job';
import type { Circumstances, Decision } from '../events.ts';
import { apply, dispatched, ignore } from './decision.ts';

/** Whether `job` waits for the queue of its workspace to be resumed. */
export function isHeld(job: Pick<Job, 'execution' | 'activity'>): boolean {
  return job.execution.state === 'dispatched' && job.activity.kind === 'held';
}

/**
 * Keeps the phase from beginning. Its task is used up, so there is a new dispatch, which is enqueued when the queue is
 * resumed. No try is counted, and no time: nobody waits for a service meanwhile.
 */
export function hold(job: Job, at: Circumstances): Decision {
  const changes = {
    execution: dispatched(job, at),
    activity: { kind: 'held' },
    waiting_since: null,
  } as const;
  return apply(job, changes, at);
}

/** Lets a held run go on, unless the queue is still paused. */
export function letGo(job: Job, at: Circumstances): Decision {
  if (at.queuePaused) return ignore('held by an administrator');
  const changes = { execution: dispatched(job, at), activity: { kind: 'working' } } as const;
  return apply(job, changes, at, { effects: [{ type: 'dispatch' }] });
}
