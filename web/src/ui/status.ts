/** One word and one colour for each state, the same everywhere. */
import type { ProcessingStatusName } from '@docket/model/processing-status';

/** A state as it is shown. `color` is a colour of the theme; `live` states pulse. */
export interface StatusLook {
  label: string;
  color: string;
  live: boolean;
}

export const STATUS_LOOKS: Record<ProcessingStatusName, StatusLook> = {
  idle: { label: 'Not processed', color: 'ink', live: false },
  queued: { label: 'Queued', color: 'blue', live: true },
  processing: { label: 'Processing', color: 'blue', live: true },
  completed: { label: 'Completed', color: 'green', live: false },
  failed: { label: 'Failed', color: 'red', live: false },
  cancelled: { label: 'Cancelled', color: 'ink', live: false },
  paused: { label: 'Paused', color: 'yellow', live: false },
  review_required: { label: 'Needs review', color: 'violet', live: false },
};
