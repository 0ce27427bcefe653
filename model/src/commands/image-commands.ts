/** Adding, processing and deleting images of the library, as the writes that do it. */
import { paths } from '../paths.ts';
import {
  type BatchStart,
  type ImportedImage,
  importedImage,
  startedBatch,
  type UploadedImage,
  uploadedImage,
} from '../upload/new-image.ts';
import type { Actor, Write } from './write.ts';

export function addUploadedImage(actor: Actor, image: UploadedImage): Write[] {
  return [{ kind: 'create', ...uploadedImage(actor, image) }];
}

/** An image that is to be fetched from its address, by a batch of `image_import`. */
export function addImportedImage(actor: Actor, image: ImportedImage): Write[] {
  return [{ kind: 'create', ...importedImage(actor, image) }];
}

/** Creates a batch together with the job that works on it. */
export function startImageBatch(actor: Actor, start: BatchStart): Write[] {
  const { batch, job } = startedBatch(actor, start);
  return [
    { kind: 'create', ...batch },
    { kind: 'create', ...job },
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
