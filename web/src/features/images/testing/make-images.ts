/** Images, uploads and runs for tests: valid, with what the test is about changed. */
import { type Image, imageSchema } from '@docket/model/image';
import { type Job, jobSchema } from '@docket/model/job';
import type { StoredImage } from '../../../data/image-records.ts';
import type { StoredJob } from '../../../data/records.ts';
import type { ImageUpload } from '../../../data/uploads/images/image-uploads.ts';

export function makeImage(id: string, change: Partial<Image> = {}): StoredImage {
  const data = imageSchema.parse({
    file_name: `${id}.jpg`,
    storage_path: `o/${id}`,
    token: 't',
    content_type: 'image/jpeg',
    size: 2_000_000,
    uploaded_by: 'u',
    uploaded_at: new Date(1000),
    ...change,
  });
  return { id, path: `workspaces/w/images/${id}`, data };
}

export function makeUpload(id: string, change: Partial<ImageUpload> = {}): ImageUpload {
  return {
    id,
    fileName: `${id}.jpg`,
    size: 100,
    warning: null,
    state: { phase: 'waiting' },
    workspaceId: 'w',
    uid: 'u',
    flatten: null,
    at: 5000,
    index: 0,
    file: new File(['x'], `${id}.jpg`),
    imageId: null,
    ...change,
  };
}

/** A run on images with these ids. */
export function makeImageJob(id: string, imageIds: readonly string[], change: Partial<Job> = {}): StoredJob {
  const data = jobSchema.parse({
    pipeline: 'image_processing',
    subject: { type: 'image_batch', id },
    input: { document_ids: [], image_ids: imageIds },
    run: 1,
    created_by: 'u',
    created_at: new Date(2000),
    status: 'processing',
    open: true,
    ...change,
  });
  return { id: `${id}-${data.pipeline}-1`, path: `workspaces/w/jobs/${id}`, data };
}
