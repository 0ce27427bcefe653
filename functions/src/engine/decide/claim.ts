/** The start of a run. */
import { type Job, LATER_STARTS } from '@docket/model/job';
import { progressOf } from '@docket/model/job-summary';
import { isRunning } from '@docket/model/processing-status';
import type { Circumstances, Decision } from '../events.ts';
import { apply, dispatched, ignore } from './decision.ts';

/** Takes a job on, unless it is a start that lost the race. A failed run before it needs no attention any more. */
export function claim(job: Job, at: Circumstances): Decision {
  if (job.execution.state !== 'unclaimed') return ignore('already claimed');
  if (at.subject === null) return { type: 'discard', reason: 'the subject does not exist' };
  const { status } = at.subject;
  if (isRunning(status)) return { type: 'discard', reason: 'another run is under way' };
  if (status !== undefined && status.run >= job.run) return { type: 'discard', reason: 'this run has been' };
  const phase = job.from_phase ?? 1;
  if (phase !== 1 && !LATER_STARTS[job.pipeline].includes(phase))
    return { type: 'discard', reason: 'a run cannot begin there' };
  const changes = {
    execution: dispatched(job, at),
    phase,
    progress: progressOf({ ...job, phase }, null, 0),
    started_at: at.now,
    run_token: at.token,
  };
  return apply(job, changes, at, { effects: [{ type: 'dispatch' }], settles: status?.task_id ?? null });
}
