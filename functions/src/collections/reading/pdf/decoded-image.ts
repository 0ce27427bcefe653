/** Pixels as pdf.js hands them over, brought into one form. */
import { ImageKind, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { z } from 'zod';
import { decodePhoto } from '../pictures/decode-picture.ts';
import type { RawPicture } from '../pictures/raw-picture.ts';
import type { ImageReference } from './operations.ts';
import type { SetAside } from './set-photos-aside.ts';

const bytes = z.union([z.instanceof(Uint8Array), z.instanceof(Uint8ClampedArray)]);
const decodedSchema = z.object({
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  /** Absent for stencils: one bit a pixel, 0 where ink goes. */
  kind: z.number().optional(),
  data: bytes,
  /** The object it comes from, as `12R`. */
  ref: z.string().nullish(),
});

/** Names that begin so belong to the whole document. */
const SHARED = 'g_';

/** Waits for a picture of the page. Null for what could not be decoded: a document is not refused for one picture. */
export async function decodedImage(
  page: PDFPageProxy,
  image: ImageReference,
  photos: SetAside['photos'],
): Promise<RawPicture | null> {
  const given = 'name' in image.source ? await object(page, image.source.name) : image.source.data;
  const parsed = decodedSchema.safeParse(given);
  if (!parsed.success) return null;
  const { width, height, kind, data, ref } = parsed.data;
  const photo = photos.get(Number.parseInt(ref ?? '', 10));
  if (photo !== undefined) return decodePhoto(photo);
  const pixels = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  if (image.stencil || kind === ImageKind.GRAYSCALE_1BPP) {
    return { width, height, channels: 1, pixels: expandBits(pixels, width, height) };
  }
  const channels = kind === ImageKind.RGBA_32BPP ? 4 : 3;
  return pixels.length < width * height * channels ? null : { width, height, channels, pixels };
}

function object(page: PDFPageProxy, name: string): Promise<unknown> {
  const objects = name.startsWith(SHARED) ? page.commonObjs : page.objs;
  return new Promise((resolve) => {
    objects.get(name, resolve);
  });
}

/** One bit a pixel, rows padded to bytes, to black and white. */
function expandBits(bits: Uint8Array, width: number, height: number): Uint8Array {
  const stride = (width + 7) >> 3;
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const byte = bits[y * stride + (x >> 3)] ?? 255;
      pixels[y * width + x] = (byte >> (7 - (x & 7))) & 1 ? 255 : 0;
    }
  }
  return pixels;
}
