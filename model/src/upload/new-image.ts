/**
 * What a client writes to add images and to have them processed, whichever client it is. The rules accept nothing else.
 * `Time` is what stands for the server's time until it is written. Pure.
 */
import { cutText } from '../cut-text.ts';
import type { NewImage } from '../image.ts';
import type { ImageBatch, ImageBatchSource } from '../image-batch.ts';
import type { NewJob } from '../job.ts';
import { jobId, paths } from '../paths.ts';
import type { PipelineOn } from '../pipelines.ts';

/** Characters of a name that are kept: firestore.rules accept no more. */
export const NAME_CHARACTERS = 300;

/** A document and where it is to be. */
export interface NewDocument<Fields> {
  path: string;
  fields: Fields;
}

/** Who adds something, where, and when. */
export interface Author<Time> {
  workspaceId: string;
  uid: string;
  serverTime: Time;
}

/** What both kinds of new images have in common. */
interface AddedImage {
  imageId: string;
  fileName: string;
  /** `#rrggbb` behind transparent parts; null keeps them transparent. */
  flatten: string | null;
  /** The batch that will process it. */
  batchId: string;
}

/** An image whose bytes have arrived in Storage. */
export interface UploadedImage extends AddedImage {
  storagePath: string;
  token: string;
  contentType: string;
  /** Bytes. */
  size: number;
}

/** An image that is to be fetched. */
export interface ImportedImage extends AddedImage {
  url: string;
}

type ImageFields<Time> = Omit<NewImage, 'uploaded_at'> & { uploaded_at: Time };

function added<Time>(
  { workspaceId, uid, serverTime }: Author<Time>,
  { imageId, fileName, flatten, batchId }: AddedImage,
  fields: Pick<NewImage, 'storage_path' | 'token' | 'content_type' | 'size' | 'source'>,
): NewDocument<ImageFields<Time>> {
  return {
    path: paths.image(workspaceId, imageId),
    fields: {
      file_name: cutText(fileName, NAME_CHARACTERS) || 'image',
      ...fields,
      flatten,
      batch_id: batchId,
      uploaded_by: uid,
      uploaded_at: serverTime,
      processing_status: 'queued',
      thumbnail_status: 'pending',
      variant_status: 'pending',
    },
  };
}

/** The document of an image whose file is there. */
export function uploadedImage<Time>(author: Author<Time>, image: UploadedImage) {
  const { storagePath, token, contentType, size } = image;
  return added(author, image, {
    storage_path: storagePath,
    token,
    content_type: contentType,
    size,
    source: { kind: 'upload' },
  });
}

/** The document of an image that is to be fetched from its address, by a batch of `image_import`. */
export function importedImage<Time>(author: Author<Time>, image: ImportedImage) {
  return added(author, image, {
    storage_path: null,
    token: null,
    content_type: '',
    size: 0,
    source: { kind: 'url', url: image.url },
  });
}

/** Images that are to be processed together. */
export interface BatchStart {
  batchId: string;
  pipeline: PipelineOn<'image_batch'>;
  source: Extract<ImageBatchSource, 'upload' | 'import' | 'retry'>;
  /** At most `LIMITS.imagesPerBatch`. */
  imageIds: readonly string[];
}

/** The documents that start a batch, to be created in one write: the rules refuse one without the other. */
export function startedBatch<Time>(
  { workspaceId, uid, serverTime }: Author<Time>,
  { batchId, pipeline, source, imageIds }: BatchStart,
) {
  const signed = { created_by: uid, created_at: serverTime };
  const batch: NewDocument<Pick<ImageBatch, 'source' | 'image_count'> & typeof signed> = {
    path: paths.imageBatch(workspaceId, batchId),
    fields: { source, image_count: imageIds.length, ...signed },
  };
  const job: NewDocument<Omit<NewJob, keyof typeof signed> & typeof signed> = {
    path: paths.job(workspaceId, jobId(batchId, pipeline, 1)),
    fields: {
      pipeline,
      subject: { type: 'image_batch', id: batchId },
      input: { document_ids: [], image_ids: [...imageIds] },
      run: 1,
      ...signed,
      status: 'queued',
      open: true,
    },
  };
  return { batch, job };
}
