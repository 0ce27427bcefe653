/**
 * The engine's mind: from a job and an event to what happens next. Pure; the caller writes and acts.
 *
 * Whoever speaks for a dispatch (deliver, report, succeed, fail, wait, put_off, release) carries its fencing number and is ignored when
 * it is not the current one. That makes late, repeated and reordered messages harmless.
 */
import type { Job } from '@docket/model/job';
import type { Circumstances, Decision, JobEvent } from '../events.ts';
import type { EngineSettings } from '../settings.ts';
import { claim } from './claim.ts';
import { holds, ignore } from './decision.ts';
import { announced, cleaned, stop } from './end.ts';
import { dismiss, request } from './request.ts';
import { abandon, sweep } from './sweep.ts';
import { putOff, wait } from './wait.ts';
import { deliver, fail, report, succeed } from './work.ts';

/** Decides what `event` means for `job`. Throws only if the engine itself tries a forbidden transition. */
export function decide(job: Job, event: JobEvent, at: Circumstances, settings: EngineSettings): Decision {
  if (at.subject === null && needsSubject(event)) return abandon(job, at);
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
    case 'wait':
      return wait(job, event, at, settings);
    case 'put_off':
      return putOff(job, event, at, settings);
    case 'release':
      return holds(job, event.fence) && job.status === 'cancelling'
        ? stop(job, at, null)
        : ignore('not the holder of a cancelled job');
    case 'force_stop':
      return job.execution.state === 'leased' && holds(job, event.fence) && job.status === 'cancelling'
        ? stop(job, at, job.execution.expires_at)
        : ignore('the worker has let go');
    case 'request':
      return event.action === 'dismiss' ? dismiss(job, at) : request(job, event.action, at);
    case 'cleaned':
      return cleaned(job, at);
    case 'announced':
      return announced(job, event.fence, at);
    case 'sweep':
      return sweep(job, at, settings);
  }
}

/** Whether `event` makes no sense for a run whose subject was deleted. */
function needsSubject(event: JobEvent): boolean {
  switch (event.type) {
    case 'claim':
    case 'cleaned':
    case 'announced':
      return false;
    case 'request':
      return event.action !== 'dismiss';
    case 'deliver':
    case 'report':
    case 'succeed':
    case 'fail':
    case 'wait':
    case 'put_off':
    case 'release':
    case 'force_stop':
    case 'sweep':
      return true;
  }
}
