import { describe, expect, it } from 'vitest';
import { photoPixels } from '../testing/make-pictures.ts';
import { hammingDistance } from '../filter/duplicate-images.ts';
import { decodePicture } from './decode-picture.ts';
import { measurePicture } from './measure-picture.ts';
import { type RawPicture, cropped, fromRaw, oriented, pictureId, toRaw, visiblePart } from './raw-picture.ts';
import sharp from './sharp.ts';

const photo = (seed: number, width = 200, height = 150): RawPicture => ({
  width,
  height,
  channels: 3,
  pixels: photoPixels(width, height, seed),
});

function plain(color: [number, number, number], width = 40, height = 40): RawPicture {
  const pixels = Uint8Array.from({ length: width * height * 3 }, (_, index) => color[index % 3] ?? 0);
  return { width, height, channels: 3, pixels };
}

describe('the figures of a picture', () => {
  it('tell a patch of colour from a photo', async () => {
    expect(await measurePicture(plain([200, 30, 30]))).toMatchObject({ flatness: 1, contrast: 0, colors: 1 });
    const { flatness, contrast, colors } = await measurePicture(photo(1));
    expect(flatness).toBeLessThan(0.3);
    expect(contrast).toBeGreaterThan(20);
    expect(colors).toBeGreaterThan(20);
  });

  it('have fingerprints that survive resizing and compression, and tell photos apart', async () => {
    const original = await measurePicture(photo(1));
    const smaller = await toRaw(fromRaw(photo(1)).resize(120, 90));
    const saved = await decodePicture(await fromRaw(smaller).jpeg({ quality: 60 }).toBuffer());
    const copy = saved === null ? null : await measurePicture(saved);
    const other = await measurePicture(photo(7));
    expect(hammingDistance(original.fingerprint, copy?.fingerprint ?? '0')).toBeLessThanOrEqual(4);
    expect(hammingDistance(original.fingerprint, other.fingerprint)).toBeGreaterThan(10);
  });

  it('say whether something shines through', async () => {
    const solid = await toRaw(fromRaw(photo(1)).ensureAlpha(1));
    const thin = await toRaw(fromRaw(photo(1)).ensureAlpha(0.5));
    expect((await measurePicture(solid)).transparent).toBe(false);
    expect((await measurePicture(thin)).transparent).toBe(true);
  });
});

describe('the identity of a picture', () => {
  it('comes from its pixels and its size', () => {
    expect(pictureId(photo(1))).toMatch(/^[0-9a-f]{20}$/);
    expect(pictureId(photo(1))).toBe(pictureId(photo(1)));
    expect(pictureId(photo(1))).not.toBe(pictureId(photo(2)));
    expect(pictureId(plain([0, 0, 0], 10, 40))).not.toBe(pictureId(plain([0, 0, 0], 40, 10)));
  });
});

describe('pixels', () => {
  const corner = (picture: RawPicture) => [...picture.pixels.subarray(0, picture.channels)];

  it('are turned clockwise, then mirrored', async () => {
    const original = photo(3, 30, 20);
    const lowerLeft = [...original.pixels.subarray(19 * 30 * 3, 19 * 30 * 3 + 3)];
    const turned = await oriented(original, { quarterTurn: true, flip: false, flop: false });
    expect([turned.width, turned.height, ...corner(turned)]).toEqual([20, 30, ...lowerLeft]);
    const flipped = await oriented(original, { quarterTurn: false, flip: true, flop: false });
    expect(corner(flipped)).toEqual(lowerLeft);
  });

  it('are cropped by fractions', () => {
    const part = cropped(photo(3, 30, 20), { left: 0.5, top: 0.5, width: 0.5, height: 0.5 });
    const at = (10 * 30 + 15) * 3;
    expect([part.width, part.height]).toEqual([15, 10]);
    expect(corner(part)).toEqual([...photo(3, 30, 20).pixels.subarray(at, at + 3)]);
  });

  it('lose what is transparent around them', async () => {
    const padded = await toRaw(
      fromRaw(photo(1, 50, 50))
        .ensureAlpha(1)
        .extend({ left: 50, background: { r: 0, g: 0, b: 0, alpha: 0 } }),
    );
    expect(visiblePart(padded)).toEqual({ left: 0.5, top: 0, width: 0.5, height: 1 });
    expect(visiblePart(photo(1))).toBeNull();
  });
});

describe('a picture file', () => {
  it('is turned upright as the camera noted', async () => {
    const file = await fromRaw(photo(1, 60, 40))
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect(await decodePicture(file)).toMatchObject({ width: 40, height: 60 });
  });

  it.each(['16 bit', 'CMYK', 'grey with alpha'])('may be %s', async (kind) => {
    const pipeline = fromRaw(photo(1));
    const file =
      kind === '16 bit'
        ? await pipeline.toColourspace('rgb16').png().toBuffer()
        : kind === 'CMYK'
          ? await pipeline.toColourspace('cmyk').jpeg().toBuffer()
          : await pipeline.greyscale().ensureAlpha(0.5).png().toBuffer();
    expect(await decodePicture(file)).toMatchObject({ width: 200, height: 150 });
  });

  it('is nothing when it is broken, cut short or too large', async () => {
    const file = await fromRaw(photo(1)).jpeg().toBuffer();
    const huge = sharp({ create: { width: 8000, height: 8000, channels: 3, background: '#ffffff' } });
    expect(await decodePicture(Buffer.from('no picture'))).toBeNull();
    expect(await decodePicture(file.subarray(0, file.length / 2))).toBeNull();
    expect(await decodePicture(await huge.png({ compressionLevel: 1 }).toBuffer())).toBeNull();
  });
});
