import { describe, expect, it } from 'vitest';
import { extractImages } from '../extract-images.ts';
import { extractText } from '../extract-text.ts';
import { withPdf } from '../pdf/open-pdf.ts';
import { renderPage } from '../pdf/render-page.ts';
import { fromRaw } from '../pictures/raw-picture.ts';
import sharp from '../pictures/sharp.ts';
import { makePdf, write } from '../testing/make-pdf.ts';
import { photoJpeg } from '../testing/make-pictures.ts';
import { quietly, readImages, sourceOf } from '../testing/read-all.ts';

/** A page as a scanner would see it. */
async function scanned(): Promise<Buffer> {
  const photo = await photoJpeg(300, 200, 1);
  const pdf = await makePdf([
    (page) => {
      page.image(photo, 60, 80, { width: 200 });
      page.fontSize(12);
      write(page, 'REMY RELAXED DRESS', 60, 240);
      write(page, 'Style MF-2601', 60, 260);
      write(page, '$48.00', 400, 260);
    },
  ]);
  return withPdf(sourceOf(pdf, 'pdf'), 'all', async ({ document }) => {
    const scan = await renderPage({ page: await document.getPage(1) });
    if (scan === null) throw new Error('The page was not painted.');
    return fromRaw(scan.picture).jpeg({ quality: 90 }).withMetadata({ density: 200 }).toBuffer();
  });
}

describe('a page that is only a picture', () => {
  it('is read where its words stand, in points', async () => {
    const content = await extractText(sourceOf(await scanned(), 'jpeg'), quietly);
    const page = content.kind === 'pages' ? content.pages[0] : undefined;
    expect(page).toMatchObject({
      recognised: true,
      width: expect.closeTo(600, 0),
      height: expect.closeTo(800, 0),
    });
    const name = page?.runs.find((run) => run.text === 'REMY RELAXED DRESS');
    expect(name?.box.x).toBeCloseTo(60, -1);
    expect(name?.box.y).toBeCloseTo(240, -1);
    expect(page?.runs.map((run) => run.text)).toEqual(expect.arrayContaining(['Style MF-2601', '$48.00']));
    expect(page?.runs.every((run) => run.confidence > 0.5 && run.confidence <= 1)).toBe(true);
  });

  it('is read inside a PDF as well', async () => {
    const scan = await scanned();
    const pdf = await makePdf([(page) => page.image(scan, 0, 0, { width: 600, height: 800 })]);
    const content = await extractText(sourceOf(pdf, 'pdf'), quietly);
    expect(content.kind === 'pages' && content.pages[0]?.runs.map((run) => run.text)).toContain(
      'REMY RELAXED DRESS',
    );
  });

  it('gives its photos beside itself', async () => {
    const { images } = await readImages(sourceOf(await scanned(), 'jpeg'));
    expect(images).toHaveLength(2);
    const [place] = images[1]?.places ?? [];
    expect(place?.kind === 'page' && place.box.x).toBeCloseTo(60, -1);
    expect(place?.kind === 'page' && place.box.width).toBeCloseTo(200, -1);
  });

  it('is refused when it cannot be decoded or has too many pixels', async () => {
    const broken = (await scanned()).subarray(0, 400);
    await expect(extractText(sourceOf(broken, 'jpeg'), quietly)).rejects.toMatchObject({
      code: 'file_corrupt',
    });
    const huge = await sharp({ create: { width: 8000, height: 7600, channels: 3, background: '#ffffff' } })
      .png({ compressionLevel: 1 })
      .toBuffer();
    const reading = extractImages(sourceOf(huge, 'png'), quietly, () => Promise.resolve());
    await expect(reading).rejects.toMatchObject({
      code: 'file_too_large',
      facts: { found: '61 megapixels large' },
    });
  });
});
