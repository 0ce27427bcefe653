/** What a toast says when a run ends: pure. */
import type { Job, JobStatus } from '@docket/model/job';

export interface Announcement {
  color: 'green' | 'red' | 'ink';
  title: string;
  message: string;
}

/** The announcement of a run that was in `before` and now is as `job` says; null when there is nothing to announce. */
export function announcement(before: JobStatus | null, job: Job, name: string): Announcement | null {
  if (before === null || before === job.status) return null;
  switch (job.status) {
    case 'completed':
      return { color: 'green', title: `${name} is ready`, message: 'Its documents have been processed.' };
    case 'failed':
      return {
        color: 'red',
        title: `${name} could not be processed`,
        message: job.error?.message ?? 'Open it to retry.',
      };
    case 'cancelled':
      return {
        color: 'ink',
        title: `${name}: processing cancelled`,
        message: 'The uploaded files are kept.',
      };
    case 'queued':
    case 'processing':
    case 'paused':
    case 'cancelling':
      return null;
  }
}
