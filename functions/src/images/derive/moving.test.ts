import { DERIVATIVES } from '@docket/model/image-derivatives';
import { describe, expect, it } from 'vitest';
import sharp from '../../collections/reading/pictures/sharp.ts';
import { colourDistance, deriveAll, named, pixelAt } from './testing/derive-all.ts';
import { type Rgb, pixelsOf } from './testing/make-images.ts';

describe('a picture that moves', () => {
  const COLOURS: readonly Rgb[] = [
    [220, 30, 30],
    [30, 200, 40],
    [40, 50, 220],
  ];
  const moving = (colours: readonly Rgb[], width = 90, height = 60) => {
    const pixels = Buffer.concat(colours.map((colour) => pixelsOf(width, height, () => colour)));
    return sharp(pixels, {
      raw: { width, height: height * colours.length, channels: 3, pageHeight: height },
    });
  };

  it.each([
    ['gif', () => moving(COLOURS).gif({ delay: [100, 200, 300], loop: 2 })],
    ['webp', () => moving(COLOURS).webp({ lossless: true, delay: [100, 200, 300], loop: 2 })],
  ])('keeps moving on pages, and shows its first frame elsewhere: %s', async (_format, encode) => {
    const files = await deriveAll(await encode().toBuffer());
    for (const { name, bytes, width, height } of files) {
      const metadata = await sharp(bytes).metadata();
      const moves = DERIVATIVES[name].moves;
      expect(metadata.pages ?? 1).toBe(moves ? 3 : 1);
      expect(colourDistance(await pixelAt(bytes, 0.5, 0.1), COLOURS[0] ?? [])).toBeLessThanOrEqual(14);
      if (!moves) continue;
      expect({ width, height }).toEqual({ width: 90, height: 60 });
      expect(metadata).toMatchObject({ delay: [100, 200, 300], loop: 2 });
      expect(
        colourDistance(
          await pixelAt(await sharp(bytes, { page: 2 }).png().toBuffer(), 0.5, 0.5),
          COLOURS[2] ?? [],
        ),
      ).toBeLessThanOrEqual(14);
    }
  });

  it('is flattened in every frame', async () => {
    const frames = Buffer.concat(
      [
        [255, 0, 0, 255],
        [0, 0, 0, 0],
      ].map((colour) => pixelsOf(40, 40, () => colour)),
    );
    const raw = { width: 40, height: 80, channels: 4, pageHeight: 40 } as const;
    const files = await deriveAll(
      await sharp(frames, { raw }).webp({ lossless: true }).toBuffer(),
      '#00ff00',
    );
    const second = await sharp(named(files, 'web_1280_webp').bytes, { page: 1 }).png().toBuffer();
    expect(colourDistance(await pixelAt(second, 0.5, 0.5), [0, 255, 0])).toBeLessThanOrEqual(8);
  });

  it('shows its first frame everywhere when it has too many', async () => {
    const many = Array.from({ length: 301 }, (_, index): Rgb => COLOURS[index % 3] ?? [0, 0, 0]);
    const files = await deriveAll(await moving(many, 8, 8).gif().toBuffer());
    expect((await sharp(named(files, 'web_1280_webp').bytes).metadata()).pages ?? 1).toBe(1);
  });
});
