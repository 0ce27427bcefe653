/** Adding, processing and deleting images of the library, as the writes that do it. */
import type { ImageBatchSource } from '@docket/model/image-batch';
import { jobId, paths } from '@docket/model/paths';
import type { PipelineOn } from '@docket/model/pipelines';
import type { Write } from '../ports.ts';
import type { Actor } from './collection-commands.ts';

/** Characters of a name that are kept: firestore.rules accept no more. */
const NAME_CHARACTERS = 300;

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

function added(actor: Actor, image: AddedImage, fields: Record<string, unknown>): Write {
  return {
    kind: 'create',
    path: paths.image(actor.workspaceId, image.imageId),
    fields: {
      file_name: image.fileName.slice(0, NAME_CHARACTERS) || 'image',
      ...fields,
      flatten: image.flatten,
      batch_id: image.batchId,
      uploaded_by: actor.uid,
      uploaded_at: actor.serverTime,
      processing_status: 'queued',
      thumbnail_status: 'pending',
      variant_status: 'pending',
    },
  };
}

export function addUploadedImage(actor: Actor, image: UploadedImage): Write[] {
  const { storagePath, token, contentType, size } = image;
  const source = { kind: 'upload' };
  return [added(actor, image, { storage_path: storagePath, token, content_type: contentType, size, source })];
}

/** An image that is to be fetched from its address, by a batch of `image_import`. */
export function addImportedImage(actor: Actor, image: ImportedImage): Write[] {
  const source = { kind: 'url', url: image.url };
  return [added(actor, image, { storage_path: null, token: null, content_type: '', size: 0, source })];
}

/** Images that are to be processed together. */
export interface BatchStart {
  batchId: string;
  pipeline: PipelineOn<'image_batch'>;
  source: Extract<ImageBatchSource, 'upload' | 'import' | 'retry'>;
  /** At most `LIMITS.imagesPerBatch`. */
  imageIds: readonly string[];
}

/** Creates a batch together with the job that works on it. */
export function startImageBatch(actor: Actor, { batchId, pipeline, source, imageIds }: BatchStart): Write[] {
  const signed = { created_by: actor.uid, created_at: actor.serverTime };
  return [
    {
      kind: 'create',
      path: paths.imageBatch(actor.workspaceId, batchId),
      fields: { source, image_count: imageIds.length, ...signed },
    },
    {
      kind: 'create',
      path: paths.job(actor.workspaceId, jobId(batchId, pipeline, 1)),
      fields: {
        pipeline,
        subject: { type: 'image_batch', id: batchId },
        input: { document_ids: [], image_ids: [...imageIds] },
        run: 1,
        ...signed,
        status: 'queued',
        open: true,
      },
    },
  ];
}

/** What is put behind the transparent parts of an image, the next time it is processed. */
export function setBackground(workspaceId: string, imageId: string, flatten: string | null): Write[] {
  return [{ kind: 'update', path: paths.image(workspaceId, imageId), fields: { flatten } }];
}

/** The functions remove the files of an image that is gone. */
export function deleteImages(workspaceId: string, imageIds: readonly string[]): Write[] {
  return imageIds.map((id) => ({ kind: 'delete', path: paths.image(workspaceId, id) }));
}
