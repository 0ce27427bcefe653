import { readFile } from 'node:fs/promises';
import { DocketError, type ErrorCode } from '@docket/model/errors';
import { LIMITS } from '@docket/model/limits';
import { describe, expect, it } from 'vitest';
import { costOf, deriveThumbnails } from './derive-image.ts';
import { openImage } from './open-image.ts';
import { fromPixels, isoHead, jpegOfSize, plain, pngOfSize, quarters } from './testing/make-images.ts';

const { signal } = new AbortController();
const open = (bytes: Uint8Array | string, name = 'photo') =>
  openImage(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, name, signal);

async function refusal(work: Promise<unknown>): Promise<{ code: ErrorCode; message: string }> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof DocketError)) throw new Error(`Not refused but: ${String(error)}`);
  return { code: error.code, message: error.userMessage };
}

describe('an image that can be read', () => {
  const picture = () => fromPixels(quarters(60, 40), 60, 40);
  it.each([
    ['jpeg', () => picture().jpeg()],
    ['png', () => picture().png()],
    ['webp', () => picture().webp()],
    ['avif', () => picture().avif()],
    ['gif', () => picture().gif()],
    ['tiff', () => picture().tiff()],
  ])('is recognised by its content: %s', async (format, encode) => {
    const { facts } = await open(await encode().toBuffer());
    expect(facts).toMatchObject({ width: 60, height: 40, format, frames: 1 });
  });

  it('may have any name', async () => {
    expect((await open(await picture().png().toBuffer(), 'order.pdf')).facts.format).toBe('png');
  });

  it('tells whether it can be seen through, and how many frames it has', async () => {
    const frames = Buffer.concat([quarters(40, 30), quarters(40, 30).reverse()]);
    const moving = await fromPixels(frames, 40, 60).gif({ delay: 50 }).toBuffer();
    expect((await open(moving)).facts.frames).toBe(1);
    const through = await plain(20, 20).ensureAlpha(0.5).png().toBuffer();
    expect((await open(through)).facts.has_alpha).toBe(true);
  });

  it('says its size as a person sees it', async () => {
    const turned = await picture().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect((await open(turned)).facts).toMatchObject({ width: 40, height: 60 });
  });

  it('says what memory it takes: more for what must be unpacked whole', async () => {
    const jpeg = jpegOfSize(await plain(64, 64).jpeg().toBuffer(), 6000, 4000);
    const progressive = jpegOfSize(await plain(64, 64).jpeg({ progressive: true }).toBuffer(), 6000, 4000);
    const [rows, whole] = [costOf(await open(jpeg)), costOf(await open(progressive))];
    expect(whole).toBeGreaterThan(6000 * 4000 * 6);
    expect(rows).toBeLessThan(whole);
    expect(costOf(await open(await plain(64, 64).jpeg().toBuffer()))).toBeLessThan(1_000_000);
  });
});

describe('a HEIC photo', () => {
  it.each([
    ['HEVC', ['heic', 'mif1', 'heic']],
    ['a generic brand', ['mif1', 'mif1', 'heic']],
    ['a burst', ['msf1', 'hevc']],
    ['no brand but the generic one', ['mif1']],
  ])('is refused with what to do on the telephone: %s', async (_kind, brands) => {
    const { code, message } = await refusal(open(isoHead(...brands), 'IMG_5195.HEIC'));
    expect(code).toBe('file_unsupported');
    expect(message).toMatch(/^“IMG_5195\.HEIC” is a HEIC photo\. Use JPEG: on an iPhone choose Settings/);
  });
});

describe('what is no image that can be read', () => {
  it.each([
    ['a PDF', '%PDF-1.7\n%âãÏÓ\n'],
    ['an SVG drawing', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a web page', '<!DOCTYPE html><html><body>Log in</body></html>'],
    ['a text file', 'style;colour;qty\nNH-1;red;5\n'],
    ['a text file', Buffer.from('\ufeffstyle\tqty', 'utf16le')],
    ['a BMP image', Buffer.concat([Buffer.from('BM'), Buffer.alloc(100)])],
    ['an icon', Buffer.concat([Buffer.from([0, 0, 1, 0, 1, 0]), Buffer.alloc(100)])],
    ['a Photoshop document', Buffer.concat([Buffer.from('8BPS\0\x01'), Buffer.alloc(100)])],
    ['a video', isoHead('isom', 'mp42')],
    ['of a kind that cannot be read', Buffer.from([1, 2, 3, 4, 0, 0, 9])],
  ])('is refused, saying that it is %s', async (found, bytes) => {
    const { code, message } = await refusal(open(bytes, 'upload'));
    expect(code).toBe('file_unsupported');
    expect(message).toBe(`“upload” is ${found}. Use a JPEG, PNG, WebP, AVIF, GIF or TIFF image.`);
  });

  it('is refused when there is nothing in it, or too much', async () => {
    expect((await refusal(open(Buffer.alloc(0)))).code).toBe('file_empty');
    const large = Buffer.alloc(LIMITS.libraryImageBytes + 1);
    expect(await refusal(open(large, 'scan.tif'))).toEqual({
      code: 'image_too_large',
      message: '“scan.tif” is 50 MB; images up to 50 MB can be read. Save a smaller copy.',
    });
  });

  it.each([
    ['jpeg', () => plain(60, 40).jpeg()],
    ['png', () => plain(60, 40).png()],
    ['webp', () => plain(60, 40).webp()],
    ['avif', () => plain(60, 40).avif()],
    ['gif', () => plain(60, 40).gif()],
    ['tiff', () => plain(60, 40).tiff()],
  ])('is refused as damaged when only the beginning of its header is left: %s', async (_format, encode) => {
    const bytes = await encode().toBuffer();
    expect((await refusal(open(bytes.subarray(0, 24)))).code).toBe('file_corrupt');
  });
});

describe('an image with too many pixels', () => {
  const baseline = () => plain(64, 64).jpeg().toBuffer();
  const progressive = () => plain(64, 64).jpeg({ progressive: true }).toBuffer();
  it('is refused by its header, with figures', async () => {
    const bomb = pngOfSize(await plain(64, 64).png().toBuffer(), 60_000, 60_000);
    expect(bomb.length).toBeLessThan(1000);
    expect(await refusal(open(bomb, 'bomb.png'))).toEqual({
      code: 'image_too_many_pixels',
      message: '“bomb.png” has 3600 megapixels; up to 100 megapixels can be read. Save a smaller copy.',
    });
    expect((await refusal(open(jpegOfSize(await baseline(), 65_000, 65_000)))).code).toBe(
      'image_too_many_pixels',
    );
  });

  it('is one with more than 40 megapixels if all of it must be unpacked first', async () => {
    expect((await open(jpegOfSize(await baseline(), 12_000, 8000))).facts.width).toBe(12_000);
    const { message } = await refusal(open(jpegOfSize(await progressive(), 8000, 6000), 'hero.jpg'));
    expect(message).toBe(
      '“hero.jpg” has 48 megapixels; up to 40 megapixels of a progressive JPEG can be read. Save a smaller copy.',
    );
    const interlaced = await plain(64, 64).png({ progressive: true }).toBuffer();
    expect((await refusal(open(pngOfSize(interlaced, 8000, 6000)))).message).toContain(
      'of an interlaced PNG',
    );
    const deep = await plain(64, 64)
      .ensureAlpha(0.5)
      .toColourspace('rgb16')
      .png({ progressive: true })
      .toBuffer();
    expect((await refusal(open(pngOfSize(deep, 7000, 5000)))).message).toContain('up to 32 megapixels');
  });

  it('is still refused when the header says less than the limit but the file cannot hold it', async () => {
    const lying = await open(jpegOfSize(await baseline(), 9000, 9000), 'lie.jpg');
    expect((await refusal(deriveThumbnails(lying, { flatten: null, signal }))).code).toBe('file_corrupt');
    const png = await open(pngOfSize(await plain(64, 64).png().toBuffer(), 9000, 9000), 'lie.png');
    expect((await refusal(deriveThumbnails(png, { flatten: null, signal }))).code).toBe('file_corrupt');
  });
});

describe('somebody who gives up', () => {
  it('is heard before anything is read', async () => {
    const gone = AbortSignal.abort(new Error('cancelled'));
    const bytes = await readFile(import.meta.filename);
    await expect(openImage(bytes, 'photo.jpg', gone)).rejects.toThrow('cancelled');
  });
});
