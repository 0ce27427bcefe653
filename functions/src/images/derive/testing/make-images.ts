/** Images for tests: with known colours, turned as cameras do, and with headers that lie. */
import { crc32 } from 'node:zlib';
import sharp from '../../../collections/reading/pictures/sharp.ts';

export type Rgb = readonly [number, number, number];

/** The colours of the quarters of `quarters`: top left, top right, bottom left, bottom right. */
export const QUARTERS: readonly [Rgb, Rgb, Rgb, Rgb] = [
  [200, 40, 40],
  [40, 160, 60],
  [50, 70, 200],
  [230, 200, 60],
];

/** Pixels of a picture with four coloured quarters. */
export function quarters(width: number, height: number): Uint8Array {
  return pixelsOf(
    width,
    height,
    (x, y) => QUARTERS[(y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)] ?? [0, 0, 0],
  );
}

/** RGB pixels, each of the colour that `colourAt` gives. */
export function pixelsOf(
  width: number,
  height: number,
  colourAt: (x: number, y: number) => readonly number[],
): Uint8Array {
  const pixels: number[] = [];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) pixels.push(...colourAt(x, y));
  }
  return Uint8Array.from(pixels);
}

/** A sharp pipeline that begins with RGB or RGBA pixels. */
export function fromPixels(pixels: Uint8Array, width: number, height: number) {
  return sharp(pixels, { raw: { width, height, channels: pixels.length === width * height * 4 ? 4 : 3 } });
}

/** A sharp pipeline of a picture of one colour. */
export function plain(width: number, height: number, [r, g, b]: Rgb = [200, 40, 40]) {
  return sharp({ create: { width, height, channels: 3, background: { r, g, b } } });
}

/**
 * The pixels that a camera stores with an EXIF orientation so that `upright` is what was seen: by the table of the EXIF
 * standard (CIPA DC-008, tag 274), which says at which edges of the scene the first row and the first column lie.
 */
export function storedPixels(
  upright: Uint8Array,
  { width, height }: { width: number; height: number },
  orientation: number,
): { pixels: Uint8Array; width: number; height: number } {
  const [right, bottom] = [width - 1, height - 1];
  const sources: Record<number, (x: number, y: number) => [number, number]> = {
    1: (x, y) => [x, y],
    2: (x, y) => [right - x, y],
    3: (x, y) => [right - x, bottom - y],
    4: (x, y) => [x, bottom - y],
    5: (x, y) => [y, x],
    6: (x, y) => [right - y, x],
    7: (x, y) => [right - y, bottom - x],
    8: (x, y) => [y, bottom - x],
  };
  const source = sources[orientation] ?? ((x, y) => [x, y]);
  const stored = orientation >= 5 ? { width: height, height: width } : { width, height };
  const pixels = pixelsOf(stored.width, stored.height, (x, y) => {
    const [fromX, fromY] = source(x, y);
    const at = (fromY * width + fromX) * 3;
    return [...upright.subarray(at, at + 3)];
  });
  return { pixels, ...stored };
}

/** `jpeg` with other dimensions in its frame header (SOF), which is all that then says so. */
export function jpegOfSize(jpeg: Uint8Array, width: number, height: number): Buffer {
  const lying = Buffer.from(jpeg);
  const at = [0xc0, 0xc2]
    .map((marker) => lying.indexOf(Buffer.from([0xff, marker])))
    .find((found) => found > 0);
  if (at === undefined) throw new Error('no frame header');
  lying.writeUInt16BE(height, at + 5);
  lying.writeUInt16BE(width, at + 7);
  return lying;
}

/** `png` with other dimensions in its header, and a checksum that agrees. */
export function pngOfSize(png: Uint8Array, width: number, height: number): Buffer {
  const lying = Buffer.from(png);
  lying.writeUInt32BE(width, 16);
  lying.writeUInt32BE(height, 20);
  lying.writeUInt32BE(crc32(lying.subarray(12, 29)), 29);
  return lying;
}

/** A JPEG segment put behind the first marker: a comment, or one for applications. */
export function withSegment(jpeg: Uint8Array, marker: number, content: string): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from(content, 'latin1'), jpeg.subarray(2)]);
}

/** The first bytes of an ISO media file with these brands, the major one first. */
export function isoHead(...brands: readonly string[]): Buffer {
  const [major = '', ...compatible] = brands;
  const box = Buffer.from(`\0\0\0\0ftyp${major}\0\0\0\0${compatible.join('')}`, 'latin1');
  box.writeUInt32BE(box.length, 0);
  return Buffer.concat([box, Buffer.alloc(200)]);
}

/** Puts a comment extension behind the global colour table of a GIF. */
export function withGifComment(gif: Uint8Array, comment: string): Buffer {
  const at = 13 + 3 * 2 ** (((gif[10] ?? 0) & 7) + 1);
  const extension = Buffer.from(`!\xfe${String.fromCodePoint(comment.length)}${comment}\0`, 'latin1');
  return Buffer.concat([gif.subarray(0, at), extension, gif.subarray(at)]);
}
