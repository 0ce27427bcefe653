/** Files that are to be pictures: judged and named by their content before anything is sent. */
import { uploadedImageId } from '@docket/model/image';
import { judgeImage, judgeSize } from '@docket/model/upload/judge-image';
import { HEAD_BYTES } from '@docket/model/upload/sniff';
import { sniffImage } from '@docket/model/upload/sniff-image';
import { sha256 } from '../../../data/hash.ts';

const imageIds = new WeakMap<File, string>();

/** The image that a file becomes, where it was read here; null for other files. */
export function imageIdOfFile(file: File): string | null {
  return imageIds.get(file) ?? null;
}

export type ReadPicture = { ok: true; imageId: string } | { ok: false; reason: string };

/** What image a file becomes, or why it cannot be one. */
export async function readPicture(file: File): Promise<ReadPicture> {
  const wrong = judgeSize(file.name, file.size);
  if (wrong !== null) return { ok: false, reason: wrong };
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return { ok: false, reason: `“${file.name}” cannot be read. Choose it again.` };
  const verdict = judgeImage(file.name, file.size, sniffImage(new Uint8Array(bytes.slice(0, HEAD_BYTES))));
  if (!verdict.ok) return { ok: false, reason: verdict.reason };
  const imageId = uploadedImageId(await sha256(bytes));
  imageIds.set(file, imageId);
  return { ok: true, imageId };
}
