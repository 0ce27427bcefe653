/** Jobs and images for tests, at seconds of an invented clock. */
import { type Image, imageSchema } from '@docket/model/image';
import { type Job, type JobRequest, jobSchema } from '@docket/model/job';
import type { PipelineOn } from '@docket/model/pipelines';
import type { StoredImage } from '../../../data/image-records.ts';
import type { StoredJob } from '../../../data/records.ts';

/** The moment `seconds` after the beginning of the invented clock. */
export const at = (seconds: number) => new Date(seconds * 1000);

/** A run that was created in second 0, handed to the queue in second 1 and waits for a worker. */
export function job(id: string, change: Partial<Job> = {}): StoredJob {
  const data = jobSchema.parse({
    pipeline: 'document_processing',
    subject: { type: 'collection', id: 'c1' },
    input: { document_ids: ['d1'] },
    run: 1,
    created_by: 'u',
    created_at: at(0),
    status: 'queued',
    open: true,
    execution: { state: 'dispatched', fence: 1, dispatched_at: at(1), not_before: null },
    ...change,
  });
  return { id, path: `workspaces/w/jobs/${id}`, data };
}

/** A run that a worker has been on since second `since`. */
export function working(id: string, since: number, change: Partial<Job> = {}): StoredJob {
  return job(id, {
    status: 'processing',
    attempt: 1,
    attempts: [
      { phase: 1, attempt: 1, outcome: 'running', started_at: at(since), ended_at: null, error: null },
    ],
    execution: { state: 'leased', fence: 1, holder: 'w', expires_at: at(since + 60) },
    ...change,
  });
}

/** What makes a run one on `count` images. */
export function ofImages(
  count: number,
  pipeline: PipelineOn<'image_batch'> = 'image_processing',
): Pick<Job, 'pipeline' | 'subject' | 'input'> {
  const image_ids = Array.from({ length: count }, (_, index) => `i${index}`);
  return { pipeline, subject: { type: 'image_batch', id: 'b1' }, input: { document_ids: [], image_ids } };
}

/** An image that failed in second `seconds`. */
export function failedImage(
  id: string,
  code: 'file_corrupt' | 'host_unavailable',
  seconds: number,
  change: Partial<Image> = {},
): StoredImage {
  const data = imageSchema.parse({
    file_name: `${id}.jpg`,
    storage_path: 'o',
    token: 't',
    content_type: 'image/jpeg',
    size: 1,
    uploaded_by: 'u',
    uploaded_at: at(0),
    processing_status: 'failed',
    processing_attempts: 2,
    processing_error: { code, message: `${code} of ${id}`, details: 'd' },
    processing_completed_at: at(seconds),
    ...change,
  });
  return { id, path: `workspaces/w/images/${id}`, data };
}

export const wish = (id: string, action: JobRequest['action']): JobRequest => ({
  job_id: id,
  action,
  by: 'u',
  at: at(9),
});
