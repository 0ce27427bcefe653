/** What fitment jobs are called. Pure. */
import type { FitmentJobType } from '@docket/model/fitment/fitment-job';

export const JOB_TYPE_LABELS: Record<FitmentJobType, string> = {
  selection: 'Selected parts',
  upload: 'Uploaded file',
};

/** A count for people; a dash while it is not known. */
export function figure(count: number | null): string {
  return count === null ? '–' : count.toLocaleString('en');
}
