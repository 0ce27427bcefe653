/** The title that a camera, a phone or a person wrote into a photo: EXIF ImageDescription. Pure. */

const IMAGE_DESCRIPTION = 0x010e;
const ASCII = 2;
const ENTRY_BYTES = 12;
/** Longer ones are no titles. */
const MOST_CHARACTERS = 500;

/**
 * The ImageDescription of an EXIF block ("Exif\0\0" and a TIFF header with its first directory; EXIF 2.32, 4.6). Empty
 * when there is none, or when the block is not as it should be.
 */
export function exifDescription(exif: Uint8Array): string {
  const start = Buffer.from(exif.subarray(0, 6)).toString('latin1') === 'Exif\0\0' ? 6 : 0;
  const tiff = Buffer.from(exif.buffer, exif.byteOffset + start, exif.byteLength - start);
  const order = tiff.toString('latin1', 0, 2);
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return '';
  const small = order === 'II';
  const short = (at: number) => (small ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (small ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const directory = long(4);
  if (directory + 2 > tiff.length) return '';
  for (let index = 0; index < short(directory); index += 1) {
    const at = directory + 2 + index * ENTRY_BYTES;
    if (at + ENTRY_BYTES > tiff.length) return '';
    if (short(at) !== IMAGE_DESCRIPTION || short(at + 2) !== ASCII) continue;
    const length = Math.min(long(at + 4), MOST_CHARACTERS);
    const from = length <= 4 ? at + 8 : long(at + 8);
    return cleaned(tiff.toString('utf8', from, from + length));
  }
  return '';
}

/** What cameras write into every photo. The name of a maker with more behind it is about a thing that is for sale. */
const OF_CAMERAS =
  /digital (?:still )?camera|^(?:dcim|dscn?|img|image|default)(?!\p{L})|^(?:minolta|sony|samsung|canon|nikon|kodak)(?: dsc)?$/iu;

function cleaned(text: string): string {
  const printable = text
    .replace(/[\p{C}\uFFFD]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return OF_CAMERAS.test(printable) ? '' : printable;
}
