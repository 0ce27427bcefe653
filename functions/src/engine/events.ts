/** What can happen to a job, and what the engine has to do about it. Both are closed unions. */
import type { JobError } from '@docket/model/errors';
import type { Job, RequestAction } from '@docket/model/job';
import type { ProcessingStatus, Progress } from '@docket/model/processing-status';

/** Fields of the subject that a phase publishes, by their top-level names. */
export type SubjectPatch = Readonly<Record<string, unknown>>;

export type JobEvent =
  /** The job document exists and nobody has taken it on. */
  | { type: 'claim' }
  /** A task has arrived at a worker. */
  | { type: 'deliver'; fence: number; holder: string }
  /** The worker is alive and this far: `fraction` (0–1) of the phase, `within` as a person is told. */
  | { type: 'report'; fence: number; within: Progress['within']; fraction: number }
  /** The phase has done its work. */
  | { type: 'succeed'; fence: number; patch: SubjectPatch }
  /** The phase has failed; `permanent` means that trying again is pointless. */
  | { type: 'fail'; fence: number; error: JobError; permanent: boolean }
  /** The phase has stopped because `service` does not answer: to be run again at `until`. */
  | { type: 'wait'; fence: number; service: string; until: Date }
  /** The phase has done what it may for now: to be run again at `until`, or at once where that is null. */
  | { type: 'put_off'; fence: number; until: Date | null }
  /** The worker has stopped because the job was cancelled. */
  | { type: 'release'; fence: number }
  /** The worker did not stop in time; go on without it. */
  | { type: 'force_stop'; fence: number }
  /** A person has asked for something. */
  | { type: 'request'; action: RequestAction }
  /** The data that `job.cleanup` speaks of has been removed. */
  | { type: 'cleaned' }
  /** Everybody who waits for news of the end with number `fence` has been told. */
  | { type: 'announced'; fence: number }
  /** The sweeper looks at the job. */
  | { type: 'sweep' };

export type Effect =
  /** Hand the job's current dispatch to the queue. */
  | { type: 'dispatch' }
  /** Remove the data that `job.cleanup` speaks of, then report `cleaned`. */
  | { type: 'clean' }
  /** Tell people and programs of the end that `job` shows, whose number is `fence`, then report `announced`. */
  | { type: 'announce'; job: Job; fence: number }
  /** Wait for the worker to let go; if it does not, report `force_stop`. */
  | { type: 'await_release' };

/** What the engine knows besides the job when it decides. */
export interface Circumstances {
  jobId: string;
  now: Date;
  /** In [0, 1): for jitter. */
  random: number;
  /** A fresh unguessable token, used if the job needs one. */
  token: string;
  /** The subject as it is, or null when it has been deleted. */
  subject: { fields: SubjectPatch; status: ProcessingStatus | undefined } | null;
  /** Whether an administrator has paused the queue of the workspace. Known for `deliver` and `sweep` only. */
  queuePaused: boolean;
}

export type Decision =
  /** Nothing to do; `reason` is for the log. */
  | { type: 'ignore'; reason: string }
  /** No write, only effects. */
  | { type: 'repeat'; effects: Effect[] }
  /** The job must not exist: a start that lost the race, or one without a subject. */
  | { type: 'discard'; reason: string }
  /**
   * Write the job, its summary and `patch` on the subject in one transaction, without the subject's fields named in
   * `removed`; in it, let the failure of the earlier job `settles` need no attention any more; then perform the effects.
   */
  | {
      type: 'apply';
      job: Job;
      patch: SubjectPatch;
      removed: readonly string[];
      settles: string | null;
      effects: Effect[];
    };
