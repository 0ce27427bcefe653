/** What the engine needs from outside. Real ones are in functions/src/services; tests bring their own. */
import type { Job } from '@docket/model/job';
import type { Weight } from '@docket/model/pipelines';
import type { PhaseTask } from '@docket/model/task';

/** Hands tasks to Cloud Tasks. */
export interface TaskQueue {
  /**
   * Enqueues `task` for the task function of `weight`, not to start before `notBefore` (null: at once). Enqueuing the
   * same dispatch again has no effect.
   */
  enqueue(weight: Weight, task: PhaseTask, notBefore: Date | null): Promise<void>;
}

/** A run that has come to an end: completed, failed, or cancelled by a person. */
export interface EndedRun {
  workspaceId: string;
  jobId: string;
  /** As it was at that end; it may have been retried since. */
  job: Job;
  /** Distinguishes the ends of one job: a run can fail, be retried and fail again. */
  fence: number;
}

/** Tells people and programs of the ends of runs. */
export interface Announcer {
  /** Sees to it that everybody who waits for this end is told of it, once, however often it is called. */
  announce(run: EndedRun): Promise<void>;
}

/** Structured log lines: the object first, the sentence second. */
export interface Log {
  info(data: Record<string, unknown>, message: string): void;
  error(data: Record<string, unknown>, message: string): void;
}

/** Before a phase does anything, or after its work and before that is recorded: the two moments that matter. */
export type FaultMoment = 'before' | 'after';

/** Where a run is: in which phase, at which of its moments, and for what it runs. */
export interface FaultPlace {
  phase: string;
  moment: FaultMoment;
  /** The id of the run's subject. */
  subject: string;
}

/** Deliberate failures for tests. Resolves at once where nothing is to fail. */
export interface FaultPoint {
  reach(place: FaultPlace, signal: AbortSignal): Promise<void>;
}
