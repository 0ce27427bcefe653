import { describe, expect, it } from 'vitest';
import sharp from '../../collections/reading/pictures/sharp.ts';
import { deriveAll, named } from './testing/derive-all.ts';
import { fromPixels, quarters, withGifComment, withSegment } from './testing/make-images.ts';

describe('what a photo tells about its maker', () => {
  const SECRET = 'Harbourside 12';
  const marks = [
    SECRET,
    'GPSLatitude',
    'Exif\0',
    'http://ns.adobe.com',
    'Photoshop 3.0',
    '<x:xmpmeta',
    'ICC_PROFILE',
    '<rdf:',
  ];
  const exif = {
    IFD0: { Artist: SECRET, Copyright: SECRET },
    IFD3: { GPSLatitude: '53/1 32/1 7/1', GPSLatitudeRef: 'N' },
  };
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:title="${SECRET}"/></rdf:RDF></x:xmpmeta>`;
  const told = () =>
    fromPixels(quarters(700, 500), 700, 500).withExif(exif).withXmp(xmp).withIccProfile('p3');
  const iptc = `Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x13\x1c\x02\x78\0\x0e${SECRET}\0`;

  it.each([
    ['jpeg', async () => withSegment(withSegment(await told().jpeg().toBuffer(), 0xfe, SECRET), 0xed, iptc)],
    ['png', async () => await told().png().toBuffer()],
    ['webp', async () => await told().webp().toBuffer()],
    ['avif', async () => await told().avif().toBuffer()],
    ['tiff', async () => await told().tiff().toBuffer()],
    ['gif', async () => withGifComment(await told().gif().toBuffer(), SECRET)],
  ])('is in none of the files: %s', async (_format, make) => {
    const bytes = await make();
    expect(Buffer.from(bytes).includes(SECRET)).toBe(true);
    for (const { name, bytes: made } of await deriveAll(bytes)) {
      const {
        exif: foundExif,
        xmp: foundXmp,
        iptc: foundIptc,
        icc,
        comments,
        tifftagPhotoshop,
      } = await sharp(made).metadata();
      expect([foundExif, foundXmp, foundIptc, icc, comments, tifftagPhotoshop]).toEqual(
        Array.from({ length: 6 }),
      );
      expect({ name, marks: marks.filter((mark) => Buffer.from(made).includes(mark)) }).toEqual({
        name,
        marks: [],
      });
    }
  });

  it('does not come back with pictures that move', async () => {
    const frames = Buffer.concat([quarters(60, 40), quarters(60, 40).map((value) => 255 - value)]);
    const raw = { width: 60, height: 80, channels: 3, pageHeight: 40 } as const;
    const webp = await sharp(frames, { raw }).withExif(exif).withXmp(xmp).webp({ lossless: true }).toBuffer();
    expect(webp.includes(SECRET)).toBe(true);
    const moving = named(await deriveAll(webp), 'web_1280_webp');
    expect((await sharp(moving.bytes).metadata()).pages).toBe(2);
    expect(marks.filter((mark) => Buffer.from(moving.bytes).includes(mark))).toEqual([]);
  });
});
