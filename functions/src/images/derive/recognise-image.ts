/** What kind of image some bytes are: by content alone, since names and declared types are hints at best. */
import { DocketError } from '@docket/model/errors';
import { HEIC_ADVICE, READABLE_IMAGES } from '@docket/model/image-derivatives';
import { LIMITS, formatBytes } from '@docket/model/limits';
import { fileTypeFromBuffer } from 'file-type';

/** The formats that are read, as they stand in `original.format`. */
export const IMAGE_FORMATS = ['jpeg', 'png', 'webp', 'avif', 'gif', 'tiff'] as const;
export type ImageFormat = (typeof IMAGE_FORMATS)[number];

/** What something else is, as it stands in a sentence: “… is a PDF”. By the MIME type that its content shows. */
const OTHERS: Readonly<Record<string, string>> = {
  'application/pdf': 'a PDF',
  'application/vnd.ms-excel.sheet.macroenabled.12': 'a workbook',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'a workbook',
  'application/x-cfb': 'an Office document',
  'application/postscript': 'a PostScript file',
  'application/zip': 'a ZIP archive',
  'image/bmp': 'a BMP image',
  'image/icns': 'an icon',
  'image/jls': 'a JPEG-LS image',
  'image/jp2': 'a JPEG 2000 image',
  'image/jpx': 'a JPEG 2000 image',
  'image/jxl': 'a JPEG XL image',
  'image/jxr': 'a JPEG XR image',
  'image/vnd.adobe.photoshop': 'a Photoshop document',
  'image/x-icon': 'an icon',
};

/** Brands of ISO media files whose pictures are coded as HEVC, or as VVC or AVC, for which there is no decoder. */
const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'vvic', 'avci', 'avcs'];
const AVIF_BRANDS = ['avif', 'avis'];

/**
 * The format of an image. Throws `file_empty`, `image_too_large`, and `file_unsupported` saying what was found.
 * `fileName` is for the messages.
 */
export async function recogniseImage(bytes: Uint8Array, fileName: string): Promise<ImageFormat> {
  if (bytes.length === 0) throw new DocketError('file_empty', { file: fileName });
  if (bytes.length > LIMITS.libraryImageBytes) {
    throw new DocketError('image_too_large', { file: fileName, found: formatBytes(bytes.length) });
  }
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES));
  const format = formatOf(head);
  if (format === 'heic') throw heicUnsupported(fileName);
  if (format === 'tiff') return await tiffOrRaw(bytes, fileName);
  if (format !== null) return format;
  throw unsupported(fileName, textLike(head) ?? (await otherKind(bytes)));
}

/** A HEIC photo cannot be decoded; says what to do about it. */
export function heicUnsupported(fileName: string): DocketError {
  return new DocketError('file_unsupported', { file: fileName, found: 'a HEIC photo', wanted: HEIC_ADVICE });
}

function unsupported(fileName: string, found: string | undefined): DocketError {
  return new DocketError('file_unsupported', {
    file: fileName,
    wanted: READABLE_IMAGES,
    ...(found !== undefined && { found }),
  });
}

/** What is looked at to recognise a format. Enough for the brands of any ISO media file, and for the head of a text. */
const HEAD_BYTES = 1024;

function formatOf(head: Buffer): ImageFormat | 'heic' | null {
  if (head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg';
  const start = head.toString('latin1', 0, 12);
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (start.startsWith('GIF87a') || start.startsWith('GIF89a')) return 'gif';
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return 'webp';
  if (/^(?:II[*+]\0|MM\0[*+])/u.test(start)) return 'tiff';
  return start.slice(4, 8) === 'ftyp' ? isoImage(head) : null;
}

/** ISO 14496-12 file type box: size, `ftyp`, major brand, minor version, compatible brands. */
function isoImage(head: Buffer): 'avif' | 'heic' | null {
  const brands = [head.toString('latin1', 8, 12)];
  const end = Math.min(head.readUInt32BE(0), head.length);
  for (let at = 16; at + 4 <= end; at += 4) brands.push(head.toString('latin1', at, at + 4));
  if (brands.some((brand) => AVIF_BRANDS.includes(brand))) return 'avif';
  return brands.some((brand) => HEIC_BRANDS.includes(brand) || brand === 'mif1' || brand === 'msf1')
    ? 'heic'
    : null;
}

/** Raw photos of many cameras are TIFF files whose first picture is a tiny preview: not what somebody wants to see. */
async function tiffOrRaw(bytes: Uint8Array, fileName: string): Promise<ImageFormat> {
  const type = await fileTypeFromBuffer(bytes);
  if (type === undefined || type.mime === 'image/tiff') return 'tiff';
  throw unsupported(fileName, `a raw photo of a camera (${type.ext.toUpperCase()})`);
}

/** What a text is; undefined for what is none. */
function textLike(head: Buffer): string | undefined {
  const text = head.toString('latin1');
  if (/<svg[\s>]/iu.test(text)) return 'an SVG drawing';
  if (/<(?:!doctype html|html|head|body)[\s>]/iu.test(text)) return 'a web page';
  const isUnicode = UTF16_MARKS.some((mark) => text.startsWith(mark));
  return isUnicode || (!text.startsWith('%PDF') && head.every(isOfText)) ? 'a text file' : undefined;
}

const UTF16_MARKS = ['\xff\xfe', '\xfe\xff'];

/** Whether a byte stands in texts, in any encoding of single bytes: tab and line ends are all that is below the space. */
const isOfText = (byte: number) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;

async function otherKind(bytes: Uint8Array): Promise<string | undefined> {
  const type = await fileTypeFromBuffer(bytes);
  if (type === undefined) return undefined;
  if (type.mime.startsWith('video/')) return 'a video';
  if (type.mime.startsWith('audio/')) return 'a sound file';
  return OTHERS[type.mime] ?? `of the kind ${type.ext.toUpperCase()}`;
}
