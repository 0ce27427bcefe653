import { DocketError } from '@docket/model/errors';
import { describe, expect, it } from 'vitest';
import sharp from '../../collections/reading/pictures/sharp.ts';
import { deriveAll } from './testing/derive-all.ts';
import { fromPixels, jpegOfSize, pixelsOf } from './testing/make-images.ts';

describe('a file that is damaged', () => {
  const refused = async (bytes: Uint8Array) => {
    const error = await deriveAll(bytes).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    return error instanceof DocketError ? error.code : error;
  };
  const busy = pixelsOf(200, 200, (x, y) => [(x * y) % 256, (x * 7) % 256, (y * 13) % 256]);
  const photo = () => fromPixels(busy, 200, 200);

  it.each([
    ['jpeg', () => photo().jpeg()],
    ['png', () => photo().png()],
    ['webp', () => photo().webp()],
    ['avif', () => photo().avif()],
    ['gif', () => photo().gif()],
    ['tiff', () => photo().tiff()],
  ])('is refused when it is cut short, rather than shown in part: %s', async (_format, encode) => {
    const bytes = await encode().toBuffer();
    expect(await refused(bytes)).toBeNull();
    expect(await refused(bytes.subarray(0, Math.floor(bytes.length * 0.6)))).toBe('file_corrupt');
  });

  it('is refused when a JPEG ends early although an end is marked, with and without restart markers', async () => {
    const bytes = await photo().jpeg().toBuffer();
    const ended = Buffer.concat([bytes.subarray(0, bytes.length * 0.6), Buffer.from([0xff, 0xd9])]);
    expect(await refused(ended)).toBe('file_corrupt');
    expect(await refused(jpegOfSize(bytes, 200, 400))).toBe('file_corrupt');
  });

  it('is shown when a JPEG has but a flaw that loses nothing', async () => {
    const bytes = await photo().jpeg().toBuffer();
    const scan = bytes.indexOf(Buffer.from([0xff, 0xda]));
    const flawed = Buffer.concat([bytes.subarray(0, scan), Buffer.from([1, 2, 3]), bytes.subarray(scan)]);
    await expect(sharp(flawed, { failOn: 'warning' }).raw().toBuffer()).rejects.toThrow('extraneous bytes');
    expect(await refused(flawed)).toBeNull();
  });

  it('of several frames shows those that are whole', async () => {
    const frames = Buffer.concat(
      [0, 1, 2, 3].map((seed) => pixelsOf(60, 60, (x, y) => [(x * y + seed * 40) % 256, x, y])),
    );
    const raw = { width: 60, height: 240, channels: 3, pageHeight: 60 } as const;
    const gif = await sharp(frames, { raw }).gif().toBuffer();
    expect(await refused(gif.subarray(0, gif.length * 0.7))).toBeNull();
  });
});
