/** What a try of a batch has to do with each of its images. Pure. */
import { type Image, isUpToDate } from '@docket/model/image';
import type { Job } from '@docket/model/job';

/** Images in groups; each group in the order in which it is worked on. */
export interface BatchPlan<T> {
  /** Nothing is to be done for them. */
  upToDate: T[];
  /**
   * This run has already found that they cannot be processed, or they could not be fetched. Those keep what is said about
   * them: a try that makes files can neither fetch them nor know why they were not.
   */
  failed: T[];
  toDo: T[];
  /**
   * They were being worked on when a worker died, or another run is at them now. One of them may be what kills workers, so
   * they come last and one at a time. The one that was taken up last comes last: if it was alone and the worker died
   * again, the others are done before it gets another chance.
   */
  suspects: T[];
}

/** Sorts the images of a batch for one try of `job` to make their files. */
export function planBatch<T extends { image: Image }>(
  images: readonly T[],
  job: Pick<Job, 'started_at' | 'pipeline'>,
): BatchPlan<T> {
  const groups = Map.groupBy(images, ({ image }) => groupOf(image, job));
  const of = (group: keyof BatchPlan<T>) => groups.get(group) ?? [];
  return {
    upToDate: of('upToDate'),
    failed: of('failed'),
    toDo: of('toDo'),
    suspects: of('suspects').toSorted((a, b) => takenUpAt(a.image) - takenUpAt(b.image)),
  };
}

function groupOf(image: Image, job: Pick<Job, 'started_at' | 'pipeline'>): keyof BatchPlan<unknown> {
  if (isUpToDate(image)) return 'upToDate';
  if (hasFailedIn(job, image) || isUnfetched(job, image)) return 'failed';
  return image.processing_status === 'processing' ? 'suspects' : 'toDo';
}

/**
 * Whether fetching `image` is for others, or has come to nothing. An import has had its turn, and what waits after that waits
 * for another one. In a batch that fetches nothing, what waits would do so for ever: it is tried, and fails for want of an
 * original.
 */
function isUnfetched({ pipeline }: Pick<Job, 'pipeline'>, image: Image): boolean {
  if (image.storage_path !== null || image.source.kind !== 'url') return false;
  return pipeline === 'image_import' || image.processing_status === 'failed';
}

/** Whether `image` has failed since `job` began, and not in an earlier run that it is to be retried after. */
export function hasFailedIn(job: Pick<Job, 'started_at'>, image: Image): boolean {
  const { processing_status: status, processing_completed_at: at } = image;
  return status === 'failed' && at !== null && job.started_at !== null && at >= job.started_at;
}

const takenUpAt = (image: Image) => image.processing_started_at?.getTime() ?? 0;
