/**
 * The items' own pictures: copies of the products' pictures, named by what they show, which stay when the linesheet is
 * replaced. Made once and shared by all items and runs of a collection.
 */
import type { ItemImage } from '@docket/model/item';
import { storagePaths } from '@docket/model/paths';
import type { RunInfo } from '../../engine/pipeline-module.ts';
import { isNotFound } from '../bucket-objects.ts';
import type { Bucket } from '../remove.ts';
import type { BuiltItem } from './build-items.ts';

type Picture = NonNullable<BuiltItem['picture']>;

/** Copies under way at a time. */
const CONCURRENCY = 8;

/**
 * Copies every picture that is not there yet. Returns the items' pictures by their ids; those whose original has gone
 * meanwhile are missing.
 */
export async function copyPictures(
  bucket: Bucket,
  run: RunInfo,
  pictures: readonly Picture[],
  options: { signal: AbortSignal; onProgress: (done: number, of: number) => void },
): Promise<Map<string, ItemImage>> {
  const distinct = [...new Map(pictures.map((picture) => [picture.image_id, picture])).values()];
  const tokens = await tokensOf(bucket, run);
  const images = new Map<string, ItemImage>();
  const queue = distinct.values();
  let done = 0;
  const work = async () => {
    for (const picture of queue) {
      options.signal.throwIfAborted();
      const image = await copyPicture(bucket, run, picture, tokens);
      if (image !== null) images.set(picture.image_id, image);
      done += 1;
      options.onProgress(done, distinct.length);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return images;
}

/** The download token of every picture that is there, by path. */
async function tokensOf(bucket: Bucket, { workspaceId, job }: RunInfo): Promise<Map<string, string>> {
  const [files] = await bucket.getFiles({ prefix: storagePaths.itemImages(workspaceId, job.subject.id) });
  return new Map(
    files.map(({ name, metadata }) => {
      const tokens = metadata.metadata?.['firebaseStorageDownloadTokens'];
      return [name, typeof tokens === 'string' ? (tokens.split(',')[0] ?? '') : ''];
    }),
  );
}

/** A copy keeps what is said about its original, the download token too. Both files must open with the same. */
async function copyPicture(
  bucket: Bucket,
  { workspaceId, job }: RunInfo,
  { image_id, path, thumbnail_path, token, width, height }: Picture,
  tokens: ReadonlyMap<string, string>,
): Promise<ItemImage | null> {
  const own = {
    path: storagePaths.itemImage(workspaceId, job.subject.id, image_id),
    thumbnail_path: storagePaths.itemThumbnail(workspaceId, job.subject.id, image_id),
  };
  const known = tokens.get(own.path);
  if (known !== undefined && known !== '' && known === tokens.get(own.thumbnail_path)) {
    return { image_id, ...own, token: known, width, height };
  }
  try {
    await bucket.file(path).copy(bucket.file(own.path));
    await bucket.file(thumbnail_path).copy(bucket.file(own.thumbnail_path));
    return { image_id, ...own, token, width, height };
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}
