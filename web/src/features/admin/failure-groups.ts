/** All that has failed and waits for somebody, by what it failed of: without what somebody has just asked to go on. Pure. */
import type { ErrorCode } from '@docket/model/errors';
import { type FailureGroup, groupFailures } from '@docket/model/failure-groups';
import type { JobRequest } from '@docket/model/job';
import type { AdminRequest } from '@docket/model/queue';
import type { StoredImage } from '../../data/image-records.ts';
import type { StoredJob } from '../../data/records.ts';
import { wishFor } from '../collections/run/run-view.ts';

/** See `groupFailures`. */
export function failureGroups(
  jobs: readonly StoredJob[],
  images: readonly StoredImage[],
  open: readonly StoredJob[],
  requests: readonly JobRequest[],
): FailureGroup[] {
  const left = jobs.filter(({ id }) => wishFor(id, requests) === null);
  return groupFailures(left, images, open);
}

/** Whether it was asked, and is not dealt with yet, that what failed of `cause` (null: of anything) is retried. */
export function isRetryAsked(requests: readonly AdminRequest[], cause: ErrorCode | null): boolean {
  return requests.some(
    (request) => request.action === 'retry_all_failed' && (request.cause === null || request.cause === cause),
  );
}
