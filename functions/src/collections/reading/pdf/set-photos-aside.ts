/**
 * Takes the photos out of a PDF before pdf.js sees it. Photos are JPEG files stored as they are; pdf.js decodes them in
 * JavaScript, all of a page at once, which takes ten times as long as libjpeg and holds every pixel in memory. So each
 * is replaced, in place, by a tiny stand-in that pdf.js can place on the page, and the file itself is decoded when it is
 * its turn. Only pictures of plain RGB are taken; all others stay with pdf.js, which knows about masks, inks and colour
 * tables.
 */

/** A PDF whose photos are stand-ins, and the photos by the number of their object. */
export interface SetAside {
  bytes: Uint8Array;
  photos: ReadonlyMap<number, Uint8Array>;
}

/** Smaller files are decoded as fast as they are taken out. In bytes. */
const SMALLEST = 2048;
/** How far before its data the dictionary of a picture begins at most. */
const DICTIONARY = 2048;
/** A JPEG of 8 × 8 pixels in three components. */
const STAND_IN = Buffer.from(
  '/9j/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////////////////2wBDAVVaWnhpeOuC' +
    'guv/////////////////////////////////////////////////////////////////////////wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAA' +
    'AAAAAAAAAAAAAAAAAAH/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAM' +
    'AwEAAhEDEQA/AKAD/9k=',
  'base64',
);

/** Works on a copy. Encrypted files keep their pictures: their data does not look like JPEG. */
export function setPhotosAside(original: Uint8Array): SetAside {
  const bytes = Buffer.from(original);
  const photos = new Map<number, Uint8Array>();
  const twice = new Set<number>();
  for (const photo of findPhotos(bytes)) {
    if (photos.has(photo.object)) twice.add(photo.object);
    photos.set(photo.object, original.slice(photo.start, photo.end));
    putStandIn(bytes, photo);
  }
  // Which version of an object counts is for pdf.js to say: a file changed that way is read as it is.
  return twice.size > 0 ? { bytes: original.slice(), photos: new Map() } : { bytes, photos };
}

interface Photo {
  object: number;
  dictionary: { start: number; text: string };
  start: number;
  end: number;
}

function* findPhotos(bytes: Buffer): Generator<Photo> {
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    const start = dataStart(bytes, at);
    if (start === null || !isJpeg(bytes, start)) continue;
    const dictionary = dictionaryBefore(bytes, at);
    const object = dictionary === null ? null : plainPhotoObject(dictionary.text);
    const end = dictionary === null ? null : dataEnd(bytes, start, dictionary.text);
    if (dictionary === null || object === null || end === null || end - start < SMALLEST) continue;
    // A space that is only referred to may be anything of three components: RGB with a profile as a rule.
    if (jpegComponents(bytes.subarray(start, end)) !== 3) continue;
    yield { object, dictionary, start, end };
    at = end;
  }
}

/** Data begins on the line after the keyword. */
function dataStart(bytes: Buffer, keyword: number): number | null {
  const after = keyword + 6;
  if (bytes[after] === 0x0a) return after + 1;
  return bytes[after] === 0x0d ? after + (bytes[after + 1] === 0x0a ? 2 : 1) : null;
}

const isJpeg = (bytes: Buffer, at: number) =>
  bytes[at] === 0xff && bytes[at + 1] === 0xd8 && bytes[at + 2] === 0xff;

function dictionaryBefore(bytes: Buffer, end: number): Photo['dictionary'] | null {
  const from = Math.max(0, end - DICTIONARY);
  const text = bytes.toString('latin1', from, end);
  const header = [...text.matchAll(/(?<!\d)\d+\s+\d+\s+obj\b/g)].at(-1);
  return header === undefined ? null : { start: from + header.index, text: text.slice(header.index) };
}

/** The number of the object if its dictionary describes a picture without anything special. */
function plainPhotoObject(dictionary: string): number | null {
  const isPhoto =
    /\/Subtype\s*\/Image\b/.test(dictionary) &&
    /\/Filter\s*\[?\s*\/DCTDecode\s*\]?\s*(?=[/>])/.test(dictionary);
  const isSpecial =
    /\/(?:SMask|Mask|Decode|DecodeParms|ImageMask|Indexed|Separation|DeviceN|DeviceCMYK|Lab|SMaskInData)\b/;
  const sizes = dictionary.match(/\/(?:Width|Height)\s+\d+(?!\s+\d+\s+R)/g)?.length;
  return isPhoto && !isSpecial.test(dictionary) && sizes === 2 ? Number.parseInt(dictionary, 10) : null;
}

function dataEnd(bytes: Buffer, start: number, dictionary: string): number | null {
  const length = /\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1];
  if (length !== undefined) {
    const end = start + Number(length);
    return /^\s*endstream/.test(bytes.toString('latin1', end, end + 20)) ? end : null;
  }
  const end = bytes.indexOf('endstream', start);
  return end < 0 ? null : end;
}

/** Number of components in the frame header (ITU-T T.81, B.2.2); null when there is none. */
function jpegComponents(jpeg: Buffer): number | null {
  let at = 2;
  while (at + 9 < jpeg.length && jpeg[at] === 0xff) {
    const marker = jpeg[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return jpeg[at + 9] ?? null;
    at += 2 + jpeg.readUInt16BE(at + 2);
  }
  return null;
}

/** Keeps every length, so that nothing in the file moves. */
function putStandIn(bytes: Buffer, { dictionary, start, end }: Photo): void {
  const small = dictionary.text.replaceAll(
    /(\/(?:Width|Height)\s+)(\d+)/g,
    (_, name: string, digits: string) => name + '8'.padEnd(digits.length),
  );
  bytes.write(small, dictionary.start, 'latin1');
  bytes.fill(0x20, start, end);
  STAND_IN.copy(bytes, start);
}
