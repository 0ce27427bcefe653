import { beforeAll, describe, expect, it } from 'vitest';
import sharp from '../pictures/sharp.ts';
import { makePdf, write } from '../testing/make-pdf.ts';
import { photoJpeg, photoPixels, photoPng } from '../testing/make-pictures.ts';
import { readImages, sourceOf } from '../testing/read-all.ts';

let red: Buffer;
let blue: Buffer;
let drawn: Buffer;

beforeAll(async () => {
  red = await photoJpeg(240, 160, 1);
  blue = await photoJpeg(240, 160, 5);
  drawn = await photoPng(200, 100, 2);
});

async function imagesOf(...pages: ((document: PDFKit.PDFDocument) => void)[]) {
  return readImages(sourceOf(await makePdf(pages), 'pdf'));
}

describe('the pictures of a PDF', () => {
  it('are found with the boxes where they are shown', async () => {
    const { images } = await imagesOf((page) => {
      page.image(red, 50, 60, { width: 120, height: 80 });
      page.image(drawn, 300, 400, { width: 100, height: 50 });
    });
    expect(images.map(({ width, height }) => [width, height])).toEqual([
      [240, 160],
      [200, 100],
    ]);
    expect(images.map((image) => image.places)).toEqual([
      [{ kind: 'page', number: 1, box: { x: 50, y: 60, width: 120, height: 80 } }],
      [{ kind: 'page', number: 1, box: { x: 300, y: 400, width: 100, height: 50 } }],
    ]);
  });

  it('are one image with several places when they are used again', async () => {
    const { images, files } = await imagesOf(
      (page) => {
        page.image(red, 50, 60, { width: 120 });
        page.image(red, 250, 60, { width: 120 });
      },
      (page) => page.image(red, 50, 60, { width: 60 }),
    );
    expect(images).toHaveLength(1);
    expect(files).toHaveLength(1);
    expect(images[0]?.places.map((place) => place.kind === 'page' && place.number)).toEqual([1, 1, 2]);
  });

  it('get the same ids in the same order each time', async () => {
    const bytes = await makePdf([
      (page) => page.image(blue, 10, 10).image(red, 300, 10).image(drawn, 10, 300),
    ]);
    const [first, second] = [
      await readImages(sourceOf(bytes, 'pdf')),
      await readImages(sourceOf(bytes, 'pdf')),
    ];
    expect(first.images).toEqual(second.images);
    expect(new Set(first.images.map((image) => image.image_id)).size).toBe(3);
  });

  it('are cut to the frame that they are seen through', async () => {
    const { images } = await imagesOf((page) => {
      page.save().rect(50, 60, 60, 80).clip();
      page.image(red, 50, 60, { width: 120, height: 80 });
      page.restore();
    });
    expect(images[0]?.places).toEqual([
      { kind: 'page', number: 1, box: { x: 50, y: 60, width: 60, height: 80 } },
    ]);
    expect([images[0]?.width, images[0]?.height]).toEqual([120, 160]);
  });

  it('are turned as they are shown', async () => {
    const { images } = await imagesOf((page) => {
      page.rotate(90, { origin: [200, 200] }).image(red, 200, 200, { width: 120, height: 80 });
    });
    expect([images[0]?.width, images[0]?.height]).toEqual([160, 240]);
    const [place] = images[0]?.places ?? [];
    expect(place).toMatchObject({ box: { x: 120, y: 200, width: 80, height: 120 } });
  });

  it('keep their transparency and lose empty margins', async () => {
    const photo = await sharp(photoPixels(60, 60, 3), { raw: { width: 60, height: 60, channels: 3 } })
      .png()
      .toBuffer();
    const cutOut = await sharp({
      create: { width: 100, height: 100, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .composite([{ input: photo, left: 20, top: 20 }])
      .png()
      .toBuffer();
    const { images, files } = await imagesOf((page) => page.image(cutOut, 0, 0, { width: 200 }));
    expect(images[0]?.places).toMatchObject([{ box: { x: 40, y: 40, width: 120, height: 120 } }]);
    expect((await sharp(files[0]?.full).metadata()).format).toBe('webp');
  });

  it('are not found when a later area hides them', async () => {
    const { images } = await imagesOf((page) => {
      page.image(red, 50, 60, { width: 120, height: 80 });
      page.rect(45, 55, 130, 90).fill('#ffffff');
      page.image(blue, 60, 65, { width: 90, height: 60 });
    });
    expect(images).toHaveLength(1);
  });

  it('are made small for lists and never enlarged', async () => {
    const large = await photoJpeg(2400, 1200, 4);
    const { files } = await imagesOf((page) => {
      page.image(large, 0, 0, { width: 500 });
      page.image(red, 0, 400, { width: 500 });
    });
    const sizes = await Promise.all(
      files.flatMap(({ full, thumbnail }) =>
        [full, thumbnail].map(async (file) => {
          const { width, height } = await sharp(file).metadata();
          return [width, height];
        }),
      ),
    );
    expect(sizes).toEqual([
      [1600, 800],
      [320, 160],
      [240, 160],
      [240, 160],
    ]);
  });

  it('are left out one by one when they are broken', async () => {
    const bytes = Buffer.from(await makePdf([(page) => page.image(red, 10, 10).image(blue, 300, 10)]));
    const data = bytes.indexOf(red.subarray(0, 200));
    bytes.fill(0, data + 20, data + red.length - 20);
    const { images } = await readImages(sourceOf(bytes, 'pdf'));
    expect(images).toHaveLength(1);
  });

  it('end the reading when they cannot be stored', async () => {
    const bytes = await makePdf([(page) => page.image(red, 10, 10)]);
    const { extractPdfImages } = await import('./extract-pdf-images.ts');
    const options = { signal: new AbortController().signal, onProgress: () => undefined };
    const reading = extractPdfImages(sourceOf(bytes, 'pdf'), options, () =>
      Promise.reject(new Error('disk full')),
    );
    await expect(reading).rejects.toThrow('disk full');
  });
});

describe('a scanned page', () => {
  it('gives the page and the photos on it', async () => {
    const page = await sharp({ create: { width: 850, height: 1100, channels: 3, background: '#fdfdfb' } })
      .composite([
        { input: await photoPng(300, 250, 1), left: 80, top: 100 },
        { input: await photoPng(300, 250, 6), left: 470, top: 100 },
      ])
      .jpeg()
      .toBuffer();
    const { images } = await imagesOf((document) => {
      document.image(page, 0, 0, { width: 600, height: 800 });
      write(document, '3', 580, 790);
    });
    const boxes = images.flatMap((image) =>
      image.places.map((place) => (place.kind === 'page' ? place.box : null)),
    );
    expect(boxes).toHaveLength(3);
    expect(boxes[1]?.x).toBeCloseTo((80 / 850) * 600, -1);
    expect(boxes[1]?.width).toBeCloseTo((300 / 850) * 600, -1);
    expect(boxes[2]?.x).toBeCloseTo((470 / 850) * 600, -1);
  });
});
