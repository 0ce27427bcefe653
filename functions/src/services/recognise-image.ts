/** Which image it is that begins with some bytes. What a server or a name says of it is a hint at best. */
import { recogniseText } from '../collections/reading/csv/recognise-text.ts';
import { describeFile } from '../collections/reading/describe-file.ts';

/** How many bytes are enough to tell. */
export const IMAGE_HEAD_BYTES = 4_096;

/** The formats that are read, with the extensions that are right for them, the usual one first. */
export const IMAGE_TYPES = {
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png', 'apng'],
  'image/webp': ['webp'],
  'image/avif': ['avif', 'avifs'],
  'image/gif': ['gif'],
  'image/tiff': ['tif', 'tiff'],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type ImageType = keyof typeof IMAGE_TYPES;

/** The format of the image that begins with `head`; null when it is none of those that are read. */
export function recogniseImage(head: Uint8Array): ImageType | null {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const text = (start: number, end: number) => bytes.toString('latin1', start, end);
  if (text(0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (text(0, 6) === 'GIF87a' || text(0, 6) === 'GIF89a') return 'image/gif';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp';
  if (text(4, 8) === 'ftyp')
    return brandsOf(bytes).some((brand) => AVIF_BRANDS.has(brand)) ? 'image/avif' : null;
  // Canon's raw photos begin like a TIFF file, and go on with their own mark.
  if (TIFF_SIGNATURES.has(text(0, 4)) && text(8, 10) !== 'CR') return 'image/tiff';
  return null;
}

const TIFF_SIGNATURES: ReadonlySet<string> = new Set(['II*\0', 'MM\0*']);
const AVIF_BRANDS: ReadonlySet<string> = new Set(['avif', 'avis']);

/** The brands of an ISO media file (ISO/IEC 14496-12, 4.3): the major one, and after its version the compatible ones. */
function brandsOf(bytes: Buffer): string[] {
  if (bytes.length < 16) return [];
  const end = Math.min(bytes.readUInt32BE(0), bytes.length);
  const brands = [bytes.toString('latin1', 8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(bytes.toString('latin1', at, at + 4));
  return brands;
}

/**
 * What it is that begins with `head` and is no image, as it stands in a sentence: “a web page”. `declared` is the type
 * that it was sent as. Undefined: nobody knows.
 */
export async function describeNoImage(head: Uint8Array, declared: string): Promise<string | undefined> {
  if (head.length === 0) return 'an empty file';
  const text = recogniseText(head, '');
  if (text === null) return await describeFile(head);
  if ('other' in text) return text.other;
  if (/^text\/html\b/iu.test(declared)) return 'a web page';
  return (await describeFile(head)) ?? 'a text';
}
