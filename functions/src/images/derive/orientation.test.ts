import { describe, expect, it } from 'vitest';
import sharp from '../../collections/reading/pictures/sharp.ts';
import { type DerivedFile } from './derive-image.ts';
import { colourDistance, deriveAll, named, pixelAt } from './testing/derive-all.ts';
import { QUARTERS, fromPixels, quarters, storedPixels } from './testing/make-images.ts';

/** How far the middles of the quarters of a file are from those of the upright picture. */
async function distanceFromUpright(file: DerivedFile): Promise<number> {
  const places = [0.25, 0.75].flatMap((y) => [0.25, 0.75].map((x) => ({ x, y })));
  const distances = places.map(async ({ x, y }, index) =>
    colourDistance(await pixelAt(file.bytes, x, y), QUARTERS[index] ?? []),
  );
  return Math.max(...(await Promise.all(distances)));
}

describe('a photo that was taken with the camera turned', () => {
  const size = { width: 96, height: 64 };
  const stored = (orientation: number) => {
    const { pixels, width, height } = storedPixels(quarters(size.width, size.height), size, orientation);
    return fromPixels(pixels, width, height).withMetadata({ orientation });
  };

  describe.each([1, 2, 3, 4, 5, 6, 7, 8])('with EXIF orientation %i', (orientation) => {
    it.each([
      ['jpeg', () => stored(orientation).jpeg({ quality: 95 })],
      ['png', () => stored(orientation).png()],
      ['webp', () => stored(orientation).webp({ lossless: true })],
      ['tiff', () => stored(orientation).tiff({ compression: 'lzw' })],
    ])('stands upright, and stays so: %s', async (_format, encode) => {
      const files = await deriveAll(await encode().toBuffer());
      for (const file of files) {
        expect((await sharp(file.bytes).metadata()).orientation).toBeUndefined();
        if (file.name.startsWith('square')) continue;
        expect(file).toMatchObject(size);
        expect(await distanceFromUpright(file)).toBeLessThanOrEqual(12);
      }
    });
  });

  it.each([0, 9, 255])('is left as it is when the orientation is the invalid %i', async (invalid) => {
    const jpeg = await fromPixels(quarters(96, 64), 96, 64)
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    // Tag 274, type 3 (short), one value: in either byte order.
    const tags = ['011200030000000100', '120103000100000006'].map((tag) => Buffer.from(tag, 'hex'));
    const [at = -1] = tags.map((tag) => jpeg.indexOf(tag)).filter((found) => found > 0);
    expect(at).toBeGreaterThan(0);
    jpeg[jpeg[at] === 0x01 ? at + 9 : at + 8] = invalid;
    const files = await deriveAll(jpeg);
    expect(named(files, 'thumb_160')).toMatchObject(size);
    expect(await distanceFromUpright(named(files, 'web_1280_jpeg'))).toBeLessThanOrEqual(12);
  });
});
