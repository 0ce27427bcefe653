/**
 * The items' own pictures: copies of the products' pictures, named by what they show, which stay when the linesheet is
 * replaced. Made once and shared by all items and runs of a collection.
 */
import path from 'node:path';
import type { ItemImage } from '@docket/model/item';
import { storagePaths } from '@docket/model/paths';
import type { RunInfo } from '../../engine/pipeline-module.ts';
import type { Bucket } from '../remove.ts';
import type { BuiltItem } from './build-items.ts';

type Picture = NonNullable<BuiltItem['picture']>;

/** What the items' pictures will be, by their ids, and what has yet to be copied for that. */
export interface PicturePlan {
  images: Map<string, ItemImage>;
  copies: { from: string; to: string }[];
}

/** Copies under way at a time. */
const CONCURRENCY = 16;

/**
 * Finds out which pictures are there already, and which have to be copied; those whose original has gone meanwhile are
 * left out. A copy keeps what is said about its original, the download token too, so that the items' pictures are known
 * before they are made: items and pictures can be written at the same time.
 */
export async function planPictures(
  bucket: Bucket,
  { workspaceId, job }: RunInfo,
  pictures: readonly Picture[],
): Promise<PicturePlan> {
  const distinct = [...new Map(pictures.map((picture) => [picture.image_id, picture])).values()];
  const folders = new Set(
    distinct.flatMap((picture) => [folderOf(picture.path), folderOf(picture.thumbnail_path)]),
  );
  const [own, ...originals] = await Promise.all(
    [storagePaths.itemImages(workspaceId, job.subject.id), ...folders].map(
      async (prefix) => await tokensUnder(bucket, prefix),
    ),
  );
  const there = new Set(originals.flatMap((tokens) => [...tokens.keys()]));
  const plan: PicturePlan = { images: new Map(), copies: [] };
  for (const { image_id, path: original, thumbnail_path, token, width, height } of distinct) {
    const at = {
      path: storagePaths.itemImage(workspaceId, job.subject.id, image_id),
      thumbnail_path: storagePaths.itemThumbnail(workspaceId, job.subject.id, image_id),
    };
    const known = own?.get(at.path) ?? '';
    // Both files must open with the same token.
    if (known !== '' && known === own?.get(at.thumbnail_path)) {
      plan.images.set(image_id, { image_id, ...at, token: known, width, height });
    } else if (there.has(original) && there.has(thumbnail_path)) {
      plan.images.set(image_id, { image_id, ...at, token, width, height });
      plan.copies.push({ from: original, to: at.path }, { from: thumbnail_path, to: at.thumbnail_path });
    }
  }
  return plan;
}

/** Makes the copies of a plan, several at a time. */
export async function copyPictures(
  bucket: Bucket,
  { copies }: PicturePlan,
  options: { signal: AbortSignal; onCopied: () => void },
): Promise<void> {
  const queue = copies.values();
  const work = async () => {
    for (const { from, to } of queue) {
      options.signal.throwIfAborted();
      await bucket.file(from).copy(bucket.file(to));
      options.onCopied();
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
}

function folderOf(file: string): string {
  return `${path.posix.dirname(file)}/`;
}

/** The download token of every file under `prefix`, by path; empty where there is none. */
async function tokensUnder(bucket: Bucket, prefix: string): Promise<Map<string, string>> {
  const [files] = await bucket.getFiles({ prefix });
  return new Map(
    files.map(({ name, metadata }) => {
      const tokens = metadata.metadata?.['firebaseStorageDownloadTokens'];
      return [name, typeof tokens === 'string' ? (tokens.split(',')[0] ?? '') : ''];
    }),
  );
}
