import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { IMAGE_HEAD_BYTES, describeNoImage, recogniseImage } from './recognise-image.ts';

const picture = sharp({ create: { width: 20, height: 20, channels: 3, background: '#336699' } });

/** The first box of an ISO media file: its length, the major brand with its version, the compatible brands. */
function ftyp(...brands: [string, ...string[]]): Buffer {
  const [major, ...compatible] = brands;
  const length = Buffer.alloc(4);
  length.writeUInt32BE(16 + 4 * compatible.length);
  return Buffer.concat([length, Buffer.from(`ftyp${major}\0\0\0\0${compatible.join('')}mdatavif`)]);
}

describe('an image', () => {
  it.each([
    ['image/jpeg', picture.clone().jpeg()],
    ['image/png', picture.clone().png()],
    ['image/webp', picture.clone().webp()],
    ['image/webp', picture.clone().webp({ lossless: true })],
    ['image/avif', picture.clone().avif()],
    ['image/gif', picture.clone().gif()],
    ['image/tiff', picture.clone().tiff()],
    ['image/tiff', picture.clone().tiff({ bigtiff: false, compression: 'lzw' })],
  ])('of type %s is recognised by its first bytes', async (type, made) => {
    const bytes = await made.toBuffer();
    expect(recogniseImage(bytes.subarray(0, IMAGE_HEAD_BYTES))).toBe(type);
    expect(recogniseImage(bytes.subarray(0, 64))).toBe(type);
  });

  it('is AVIF by any of its brands', () => {
    expect(recogniseImage(ftyp('avif'))).toBe('image/avif');
    expect(recogniseImage(ftyp('avis', 'msf1'))).toBe('image/avif');
    expect(recogniseImage(ftyp('mif1', 'miaf', 'avif'))).toBe('image/avif');
  });

  it.each([
    ['HEIC', ftyp('heic', 'mif1', 'heic')],
    ['a video', ftyp('isom', 'iso2', 'mp41')],
    ['a raw photo', Buffer.from('II*\0\x10\0\0\0CR\x02\0')],
    ['a RIFF sound', Buffer.from('RIFF\0\0\0\0WAVEfmt ')],
    ['the beginning of a signature', Buffer.from('\x89PNG\r\n', 'latin1')],
    ['nothing', Buffer.alloc(0)],
  ])('is not what %s is', (_, bytes) => expect(recogniseImage(bytes)).toBeNull());
});

describe('what is no image', () => {
  it.each([
    ['a web page', '<!DOCTYPE html><html><body>Not found</body></html>', 'image/jpeg'],
    ['a web page', '\ufeff\n  <html lang="en">', ''],
    ['a web page', '<!-- served by cache 7 --><html>', 'text/html; charset=utf-8'],
    ['an SVG picture', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
    ['an SVG picture', '<?xml version="1.0"?>\n<!-- drawn -->\n<svg/>', 'image/png'],
    ['an XML file', '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', 'image/png'],
    ['a JSON file', '{"error": "not found"}', 'image/png'],
    ['a PDF file', '%PDF-1.7\n%âãÏÓ\n1 0 obj', 'image/png'],
    ['a text', 'Not here', 'text/plain'],
    ['an empty file', '', 'image/png'],
  ])('is called %s', async (name, text, declared) => {
    expect(await describeNoImage(Buffer.from(text, 'utf8'), declared)).toBe(name);
  });

  it('is named by its bytes where they are not text', async () => {
    expect(await describeNoImage(ftyp('heic', 'mif1', 'heic'), 'image/jpeg')).toBe('a HEIC picture');
    expect(await describeNoImage(Buffer.from('8BPS\0\x01\0\0\0\0\0\0'), 'image/jpeg')).toBe('a PSD picture');
    expect(await describeNoImage(Buffer.from([0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0]), '')).toBe('a GZ file');
    expect(await describeNoImage(Buffer.from([1, 2, 3, 4, 5, 6, 7]), 'image/jpeg')).toBeUndefined();
  });

  it('is described whatever the bytes are, without throwing', async () => {
    const begins = fc.constantFrom(
      '',
      '\x89PNG',
      'PK\x03\x04',
      'II*\0',
      'RIFF',
      '%PDF',
      '\0\0\0\x1cftyp',
      'OggS',
    );
    await fc.assert(
      fc.asyncProperty(begins, fc.uint8Array({ maxLength: 600 }), async (start, rest) => {
        const bytes = Buffer.concat([Buffer.from(start, 'latin1'), rest]);
        expect(['string', 'undefined']).toContain(typeof (await describeNoImage(bytes, '')));
        recogniseImage(bytes);
      }),
      { numRuns: 500 },
    );
  });
});
