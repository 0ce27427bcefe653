import { DERIVATIVES, DERIVATIVE_NAMES } from '@docket/model/image-derivatives';
import { describe, expect, it } from 'vitest';
import sharp from '../../collections/reading/pictures/sharp.ts';
import { deriveThumbnails, deriveVariants } from './derive-image.ts';
import { openImage } from './open-image.ts';
import { colourDistance, deriveAll, named, pixelAt } from './testing/derive-all.ts';
import { fromPixels, pixelsOf, plain, quarters } from './testing/make-images.ts';

const { signal } = new AbortController();

describe('the files made from a photo', () => {
  it('have the sizes and formats of the recipe, and say what they are', async () => {
    const files = await deriveAll(await fromPixels(quarters(2400, 1800), 2400, 1800).jpeg().toBuffer());
    expect(files.map(({ name, width, height }) => `${name} ${width}x${height}`)).toEqual([
      'thumb_160 160x120',
      'thumb_320 320x240',
      'thumb_640 640x480',
      'web_1280_webp 1280x960',
      'web_1280_avif 1280x960',
      'web_1280_jpeg 1280x960',
      'web_2048_webp 2048x1536',
      'square_1080_jpeg 1080x1080',
    ]);
    for (const file of files) {
      const { format, width, height } = await sharp(file.bytes).metadata();
      expect({ format, width, height }).toEqual({
        format: DERIVATIVES[file.name].format.replace('avif', 'heif'),
        width: file.width,
        height: file.height,
      });
      expect(file.content_type).toBe(`image/${DERIVATIVES[file.name].format}`);
    }
  });

  it('are never larger than the photo, and none only repeats a smaller one', async () => {
    const files = await deriveAll(await plain(300, 200).png().toBuffer());
    expect(files.map(({ name, width, height }) => `${name} ${width}x${height}`)).toEqual([
      'thumb_160 160x107',
      'thumb_320 300x200',
      'web_1280_webp 300x200',
      'web_1280_avif 300x200',
      'web_1280_jpeg 300x200',
      'square_1080_jpeg 200x200',
    ]);
  });

  it('exist of the smallest and of the thinnest picture', async () => {
    const dot = await deriveAll(await plain(1, 1).png().toBuffer());
    expect(new Set(dot.map(({ width, height }) => `${width}x${height}`))).toEqual(new Set(['1x1']));
    const line = await deriveAll(await plain(9000, 3).png().toBuffer());
    expect(named(line, 'thumb_160')).toMatchObject({ width: 160, height: 1 });
    expect(named(line, 'web_2048_webp')).toMatchObject({ width: 2048, height: 1 });
    expect(named(line, 'square_1080_jpeg')).toMatchObject({ width: 3, height: 3 });
  });

  it('have a square as large as a panorama is high', async () => {
    const files = await deriveAll(await plain(4000, 1200).jpeg().toBuffer());
    expect(named(files, 'square_1080_jpeg')).toMatchObject({ width: 1080, height: 1080 });
    expect(named(files, 'web_2048_webp')).toMatchObject({ width: 2048, height: 614 });
  });

  it('have a square of the part that draws attention', async () => {
    const pixels = pixelsOf(900, 300, (x, y) =>
      (x - 780) ** 2 + (y - 150) ** 2 < 90 ** 2 ? [210, (x * 7) % 90, (y * 11) % 60] : [236, 236, 234],
    );
    const files = await deriveAll(await fromPixels(pixels, 900, 300).png().toBuffer());
    const [r = 0, g = 255] = await pixelAt(named(files, 'square_1080_jpeg').bytes, 0.6, 0.5);
    expect(r - g).toBeGreaterThan(80);
  });
});

describe('a picture that can be seen through', () => {
  const cutOut = () =>
    fromPixels(
      pixelsOf(300, 300, (x, y) =>
        (x - 150) ** 2 + (y - 150) ** 2 < 100 ** 2 ? [20, 90, 200, 255] : [0, 0, 0, 0],
      ),
      300,
      300,
    )
      .png()
      .toBuffer();

  it('stays so where the format can, and lies on white where it cannot', async () => {
    for (const { name, bytes } of await deriveAll(await cutOut())) {
      expect(colourDistance(await pixelAt(bytes, 0.5, 0.5), [20, 90, 200])).toBeLessThanOrEqual(8);
      const corner = await pixelAt(bytes, 0.02, 0.02);
      const wanted = DERIVATIVES[name].format === 'jpeg' ? [255, 255, 255] : [0, 0, 0, 0];
      // The colour of what cannot be seen is of no interest.
      expect(
        colourDistance(wanted.length === 4 ? [0, 0, 0, corner[3] ?? 255] : corner, wanted),
      ).toBeLessThanOrEqual(3);
    }
  });

  it('lies on the background that was chosen, in every format', async () => {
    for (const { bytes } of await deriveAll(await cutOut(), '#f0c020')) {
      expect(colourDistance(await pixelAt(bytes, 0.02, 0.02), [0xf0, 0xc0, 0x20])).toBeLessThanOrEqual(8);
      expect((await sharp(bytes).metadata()).hasAlpha).toBe(false);
    }
  });

  it('is taken for solid when nothing shines through', async () => {
    const solid = await plain(200, 200).ensureAlpha(1).png().toBuffer();
    for (const { bytes } of await deriveAll(solid))
      expect((await sharp(bytes).metadata()).hasAlpha).toBe(false);
  });
});

describe('the work on an image', () => {
  it('stops between two files when somebody gives up', async () => {
    const image = await openImage(await plain(600, 400).jpeg().toBuffer(), 'photo', signal);
    const controller = new AbortController();
    await deriveThumbnails(image, { flatten: null, signal: controller.signal });
    controller.abort(new Error('cancelled'));
    await expect(deriveVariants(image, { flatten: null, signal: controller.signal })).rejects.toThrow(
      'cancelled',
    );
  });

  it('makes each file once, whichever part is asked for first', async () => {
    const image = await openImage(await plain(3000, 2000).jpeg().toBuffer(), 'photo', signal);
    const options = { flatten: null, signal };
    const names = [
      ...(await deriveVariants(image, options)),
      ...(await deriveThumbnails(image, options)),
    ].map(({ name }) => name);
    expect(names.toSorted()).toEqual([...DERIVATIVE_NAMES].toSorted());
  });
});
