/** Which batches process images again. Pure. */
import { LIMITS } from '@docket/model/limits';
import type { BatchStart } from '@docket/model/upload/new-image';
import type { StoredImage } from '../../data/image-records.ts';

/** `list` in pieces of at most `size`. */
export function inPieces<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) =>
    list.slice(i * size, (i + 1) * size),
  );
}

/** Whether an image has come to an end, so that it can be processed again. */
export function isAtEnd({ data: { processing_status: status } }: StoredImage): boolean {
  return status === 'failed' || status === 'cancelled' || status === 'completed';
}

/** Batches for `images`: those that were never fetched are fetched first, the others only processed. */
export function retryBatches(images: readonly StoredImage[]): Pick<BatchStart, 'pipeline' | 'imageIds'>[] {
  const ids = (fetched: boolean) =>
    images.filter(({ data }) => (data.storage_path !== null) === fetched).map(({ id }) => id);
  const batches = (pipeline: BatchStart['pipeline'], list: readonly string[]) =>
    inPieces(list, LIMITS.imagesPerBatch).map((imageIds) => ({ pipeline, imageIds }));
  return [...batches('image_processing', ids(true)), ...batches('image_import', ids(false))];
}
