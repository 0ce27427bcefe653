/** Whether a file may be added to the images, from its name, size and first bytes. Pure. */
import { errorMessage } from '../errors.ts';
import { HEIC_ADVICE, READABLE_IMAGES } from '../image-derivatives.ts';
import { formatBytes, LIMITS } from '../limits.ts';
import { IMAGE_TYPES, type SniffedImage } from './sniff-image.ts';

/** `contentType` is by the bytes, whatever the browser says. */
export type ImageVerdict = { ok: true; contentType: string } | { ok: false; reason: string };

const refused = (reason: string): ImageVerdict => ({ ok: false, reason });

/** What is wrong with a file of `size` bytes, whatever is in it; null when nothing is. */
export function judgeSize(file: string, size: number): string | null {
  if (size === 0) return errorMessage('file_empty', { file });
  return size > LIMITS.libraryImageBytes
    ? errorMessage('image_too_large', { file, found: formatBytes(size) })
    : null;
}

export function judgeImage(file: string, size: number, sniffed: SniffedImage): ImageVerdict {
  const wrong = judgeSize(file, size);
  if (wrong !== null) return refused(wrong);
  if (sniffed.known) return { ok: true, contentType: IMAGE_TYPES[sniffed.format] };
  const wanted = sniffed.heic ? HEIC_ADVICE : READABLE_IMAGES;
  return refused(errorMessage('file_unsupported', { file, found: sniffed.found, wanted }));
}
