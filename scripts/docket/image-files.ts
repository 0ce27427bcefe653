/** Looks at the files of a folder before any is uploaded: which are images, and which of them are the same. */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { uploadedImageId } from '@docket/model/image';
import { judgeImage, judgeSize } from '@docket/model/upload/judge-image';
import { sniffImage } from '@docket/model/upload/sniff-image';
import { HEAD_BYTES } from '@docket/model/upload/sniff';
import { CommandError } from './command-error.ts';
import { inParallel } from './in-parallel.ts';
import type { ImageToSend } from './send-images.ts';

/** Each is held in memory while it is looked at. */
const LOOKED_AT_ONCE = 4;

/** What a file has turned out to be. `file` is its path below the folder, with slashes. */
export type ImageFile =
  | { kind: 'image'; file: string; image: ImageToSend }
  /** The same bytes as an earlier file has. */
  | { kind: 'duplicate'; file: string; of: string; imageId: string }
  | { kind: 'refused'; file: string; reason: string };

/**
 * All files below `folder` in the order of their names, apart from hidden ones and those below `except`, if given. Throws a
 * CommandError when the folder cannot be read or has no files.
 */
export async function lookAtFolder(folder: string, except: string | null): Promise<ImageFile[]> {
  const files = await filesBelow(folder, except);
  if (files.length === 0) throw new CommandError(`There are no files in ${folder}.`);
  const looks: ImageFile[] = [];
  await inParallel([...files.entries()], LOOKED_AT_ONCE, async ([index, file]) => {
    looks[index] = await lookAt(file, path.join(folder, file));
  });
  const found: ImageFile[] = [];
  const firstOf = new Map<string, string>();
  for (const looked of looks) {
    const { file } = looked;
    const { imageId } = looked.kind === 'image' ? looked.image : { imageId: null };
    const of = imageId === null ? undefined : firstOf.get(imageId);
    if (imageId !== null && of === undefined) firstOf.set(imageId, file);
    found.push(imageId === null || of === undefined ? looked : { kind: 'duplicate', file, of, imageId });
  }
  return found;
}

async function filesBelow(folder: string, except: string | null): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true }).catch(() => {
    throw new CommandError(`${folder} cannot be read. It must be a folder with images.`);
  });
  const output = except === null ? null : path.resolve(except) + path.sep;
  const files: string[] = [];
  for (const entry of entries.toSorted()) {
    const full = path.resolve(folder, entry);
    const hidden = entry.split(path.sep).some((part) => part.startsWith('.'));
    const isOutput = output !== null && full.startsWith(output);
    if (hidden || isOutput) continue;
    // A link that leads nowhere is named as a file that cannot be read.
    const facts = await stat(full).catch(() => null);
    if (facts !== null && !facts.isFile()) continue;
    files.push(entry.split(path.sep).join('/'));
  }
  return files;
}

async function lookAt(file: string, full: string): Promise<ImageFile> {
  const name = path.basename(file);
  const unreadable = { kind: 'refused', file, reason: `“${name}” cannot be read.` } as const;
  const facts = await stat(full).catch(() => null);
  if (facts === null) return unreadable;
  const { size } = facts;
  const wrong = judgeSize(name, size);
  if (wrong !== null) return { kind: 'refused', file, reason: wrong };
  const read = async () => await readFile(full);
  const bytes = await read().catch(() => null);
  if (bytes === null) return unreadable;
  const verdict = judgeImage(name, size, sniffImage(bytes.subarray(0, HEAD_BYTES)));
  if (!verdict.ok) return { kind: 'refused', file, reason: verdict.reason };
  // On another thread.
  const hash = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
  const imageId = uploadedImageId(hash);
  return { kind: 'image', file, image: { imageId, name, size, contentType: verdict.contentType, read } };
}
