/** How the history puts durations, times and causes. Pure. */
import type { ErrorCode } from '@docket/model/errors';
import type { Attempt, JobStatus } from '@docket/model/job';
import type { ProcessingStatusName } from '@docket/model/processing-status';
import { formatDuration } from '@docket/model/progress-label';

const TENTHS_BELOW = 10_000;

/** A duration in milliseconds with tenths while it is short: `0.4s`, `12s`, `2m 30s`; a dash where there is none. */
export function span(milliseconds: number | null): string {
  if (milliseconds === null) return '–';
  return milliseconds < TENTHS_BELOW ? `${(milliseconds / 1000).toFixed(1)}s` : formatDuration(milliseconds);
}

const WHEN = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** "26 Nov 2026, 09:12" */
export function when(date: Date): string {
  return WHEN.format(date);
}

/** A share (0–1) as a percentage; a dash where there is none. */
export function percent(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)}%`;
}

/** The code of an error as a word for a heading: `file_encrypted` is "File encrypted". */
export function causeLabel(code: ErrorCode): string {
  if (code === 'internal') return 'Fault on our side';
  const words = code.replaceAll('_', ' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** How a try went, as the verb of a sentence: "Attempt 2 failed". */
export const TRY_WORDS: Record<Attempt['outcome'], string> = {
  running: 'is under way',
  succeeded: 'succeeded',
  failed: 'failed',
  lost: 'lost its worker',
  cancelled: 'was cancelled',
  waited: 'waited for a service',
};

/** The badge that a job's state is shown by. */
export const OUTCOME_STATUS: Record<JobStatus, ProcessingStatusName> = {
  queued: 'queued',
  processing: 'processing',
  paused: 'paused',
  cancelling: 'processing',
  cancelled: 'cancelled',
  failed: 'failed',
  completed: 'completed',
};
