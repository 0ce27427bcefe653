/** What people ask of a run. */
import { type Job, mayRequest, type RequestAction } from '@docket/model/job';
import { progressOf } from '@docket/model/job-summary';
import type { Circumstances, Decision } from '../events.ts';
import { claim } from './claim.ts';
import { apply, dispatched, ignore } from './decision.ts';
import { newsOf, stop } from './end.ts';
import { requestPause, resume } from './pause.ts';

/** Asks of a run that a person will go on with, or stop. Only the latest run of a subject can be asked. */
export function request(job: Job, action: Exclude<RequestAction, 'dismiss'>, at: Circumstances): Decision {
  if (job.execution.state === 'unclaimed') return requestUnclaimed(job, action, at);
  if (at.subject?.status?.task_id !== at.jobId) return ignore('a newer run has taken its place');
  return perform(job, action, at);
}

/** The wish was quicker than the claim: both happen in one. */
function requestUnclaimed(job: Job, action: Exclude<RequestAction, 'dismiss'>, at: Circumstances): Decision {
  const claimed = claim(job, at);
  if (claimed.type !== 'apply') return claimed;
  const asked = perform(claimed.job, action, at);
  return asked.type === 'apply' ? { ...asked, settles: claimed.settles } : claimed;
}

function perform(job: Job, action: Exclude<RequestAction, 'dismiss'>, at: Circumstances): Decision {
  if (action === 'cancel' && job.status === 'cancelling' && job.execution.state === 'leased') {
    // The worker has obeyed before the function for requests was told: somebody must still see that it lets go.
    return { type: 'repeat', effects: [{ type: 'await_release' }] };
  }
  if (!mayRequest(job.status, action))
    return ignore(`${action} means nothing to a job that is ${job.status}`);
  switch (action) {
    case 'cancel':
      return cancel(job, at);
    case 'retry':
      return retry(job, at);
    case 'pause':
      return requestPause(job, at);
    case 'resume':
      return resume(job, at);
  }
}

function cancel(job: Job, at: Circumstances): Decision {
  if (job.execution.state !== 'leased') return stop(job, at, null);
  const changes = { status: 'cancelling', activity: { kind: 'cancelling' }, pause_requested: false } as const;
  return apply(job, changes, at, { effects: [{ type: 'await_release' }] });
}

/**
 * Goes on at the phase that failed. The failure is still announced if that is due; what it has left unfinished is not told
 * so any more, since it may be finished now.
 */
function retry(job: Job, at: Circumstances): Decision {
  const changes = {
    status: 'queued',
    execution: dispatched(job, at),
    attempt: 0,
    progress: progressOf(job, null, 0),
    activity: { kind: 'working' },
    error: null,
    needs_attention: false,
    announcement_due: false,
    cleanup: null,
    counted_phases: job.phase - 1,
    paused_ms: 0,
    started_at: at.now,
    completed_at: null,
    open: true,
  } as const;
  return apply(job, changes, at, { effects: [{ type: 'dispatch' }, ...newsOf(job)] });
}

/** Takes note of a failure, also of one whose subject is gone. */
export function dismiss(job: Job, at: Circumstances): Decision {
  return mayRequest(job.status, 'dismiss') && job.needs_attention
    ? apply(job, { needs_attention: false }, at)
    : ignore('nothing needs attention');
}
