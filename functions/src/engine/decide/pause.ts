/** Pauses: between phases, for as long as a person likes. */
import type { Job } from '@docket/model/job';
import type { Circumstances, Decision, SubjectPatch } from '../events.ts';
import { apply, dispatched, ended, ignore } from './decision.ts';

/** Pauses a run that nobody works on, or no longer, with `changes` to the job and `patch` to its subject. */
export function pause(
  job: Job,
  changes: Partial<Job>,
  at: Circumstances,
  patch: SubjectPatch = {},
): Decision {
  const paused = {
    status: 'paused',
    execution: ended(job),
    activity: { kind: 'working' },
    pause_requested: false,
    paused_at: at.now,
    waiting_since: null,
  } as const;
  return apply(job, { ...changes, ...paused }, at, { patch });
}

/** A person wishes a pause: at once if nobody is at work, otherwise when the phase under way has ended. */
export function requestPause(job: Job, at: Circumstances): Decision {
  if (job.execution.state !== 'leased') return pause(job, {}, at);
  if (job.pause_requested) return ignore('a pause has been asked for');
  return apply(job, { pause_requested: true, activity: { kind: 'pausing' } }, at);
}

/** A person wishes the run to go on: it does so at its phase, or a pause that has not come yet is taken back. */
export function resume(job: Job, at: Circumstances): Decision {
  if (job.status === 'processing') {
    if (!job.pause_requested) return ignore('no pause has been asked for');
    return apply(job, { pause_requested: false, activity: { kind: 'working' } }, at);
  }
  const pausedFor = job.paused_at === null ? 0 : Math.max(0, at.now.getTime() - job.paused_at.getTime());
  const changes = {
    status: 'queued',
    execution: dispatched(job, at),
    paused_at: null,
    paused_ms: job.paused_ms + pausedFor,
  } as const;
  return apply(job, changes, at, { effects: [{ type: 'dispatch' }] });
}
