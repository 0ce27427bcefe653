/** Which kind of image some bytes are, so that what cannot be read is named before anything is uploaded. Pure. */
import { FILE_KIND_LABELS } from '../file-kind.ts';
import { sniff } from './sniff.ts';

export type ImageFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'tiff';

export const IMAGE_TYPES: Record<ImageFormat, string> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  tiff: 'image/tiff',
};

/** A format that can be read, or what was found instead, as words that follow "is": "a HEIC picture". */
export type SniffedImage =
  | { known: true; format: ImageFormat }
  | { known: false; found: string; heic: boolean };

/** Signatures at the start of a file; `\x` escapes are bytes. */
const SIGNATURES: readonly (readonly [signature: string, format: ImageFormat])[] = [
  ['\xFF\xD8\xFF', 'jpeg'],
  ['\x89PNG\r\n\x1A\n', 'png'],
  ['GIF87a', 'gif'],
  ['GIF89a', 'gif'],
  ['II*\0', 'tiff'],
  ['MM\0*', 'tiff'],
  ['II+\0', 'tiff'],
  ['MM\0+', 'tiff'],
];

const known = (format: ImageFormat): SniffedImage => ({ known: true, format });
const other = (found: string, heic = false): SniffedImage => ({ known: false, found, heic });

/** Brands of ISO media files, four characters each, that say HEIC. `mif1` and `msf1` alone say no more than "pictures". */
const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1']);

/** An ISO media file by the brands of its first box (ISO/IEC 14496-12, `ftyp`): the major one and those it is compatible with. */
function sniffBrands(head: Uint8Array, text: string): SniffedImage | null {
  if (text.slice(4, 8) !== 'ftyp') return null;
  const end = Math.min(new DataView(head.buffer, head.byteOffset).getUint32(0), text.length);
  const brands = [text.slice(8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(text.slice(at, at + 4));
  if (brands.includes('avif') || brands.includes('avis')) return known('avif');
  return brands.some((brand) => HEIC_BRANDS.has(brand)) ? other('a HEIC picture', true) : null;
}

/** Whether some text is a drawing: `<svg` may follow a declaration, comments and a document type. */
const isDrawing = (text: string) => /^(?:\xEF\xBB\xBF)?\s*(?:<[?!][^]*?>\s*)*<(?:\w+:)?svg[\s/>]/i.test(text);

const article = (word: string) => (/^[AEFHILMNORSX]/.test(word) ? 'an' : 'a');

/** Recognises a file by `head`, its first bytes. */
export function sniffImage(head: Uint8Array): SniffedImage {
  const text = Array.from(head, (byte) => String.fromCharCode(byte)).join('');
  const signature = SIGNATURES.find(([bytes]) => text.startsWith(bytes));
  if (signature !== undefined) return known(signature[1]);
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return known('webp');
  const branded = head.length < 12 ? null : sniffBrands(head, text);
  if (branded !== null) return branded;
  if (isDrawing(text)) return other('an SVG drawing');
  const document = sniff(head, head);
  if (!document.known) return other(document.found);
  // Whatever is plain text counts as CSV there.
  if (document.kind === 'csv') return other('a text file');
  const label = FILE_KIND_LABELS[document.kind];
  return other(`${article(label)} ${label} file`);
}
