import { describe, expect, it } from 'vitest';
import { makePdf } from '../testing/make-pdf.ts';
import { photoJpeg, photoPng } from '../testing/make-pictures.ts';
import { setPhotosAside } from './set-photos-aside.ts';

describe('setting photos aside', () => {
  it('takes the JPEG files out and keeps every length', async () => {
    const [one, other] = [await photoJpeg(300, 200, 1), await photoJpeg(200, 300, 2)];
    const bytes = await makePdf([(page) => page.image(one, 0, 0).image(other, 300, 0)]);
    const aside = setPhotosAside(bytes);
    expect([...aside.photos.values()].map((photo) => Buffer.from(photo))).toEqual([one, other]);
    expect(aside.bytes).toHaveLength(bytes.length);
    expect(Buffer.from(aside.bytes).includes(one)).toBe(false);
  });

  it('leaves other pictures, and the original, as they are', async () => {
    const drawn = await photoPng(300, 200, 1);
    const bytes = await makePdf([(page) => page.image(drawn, 0, 0)]);
    const aside = setPhotosAside(bytes);
    expect(aside.photos.size).toBe(0);
    expect(Buffer.from(aside.bytes).equals(Buffer.from(bytes))).toBe(true);
  });

  it('leaves photos with a mask to those who know about masks', async () => {
    const bytes = Buffer.from(await makePdf([async (page) => page]));
    const photo = await photoJpeg(300, 200, 1);
    const head = `9 0 obj\n<</Type/XObject/Subtype/Image/Width 300/Height 200/SMask 8 0 R/Filter/DCTDecode/Length ${photo.length}>>\nstream\n`;
    const masked = Buffer.concat([bytes, Buffer.from(head), photo, Buffer.from('\nendstream endobj')]);
    expect(setPhotosAside(masked).photos.size).toBe(0);
    const plain = Buffer.from(masked.toString('latin1').replace('/SMask 8 0 R', '             '), 'latin1');
    expect(setPhotosAside(plain).photos.size).toBe(1);
  });

  it('leaves a file alone in which an object is written twice', async () => {
    const photo = await photoJpeg(300, 200, 1);
    const bytes = Buffer.from(await makePdf([(page) => page.image(photo, 0, 0)]));
    const aside = setPhotosAside(Buffer.concat([bytes, bytes]));
    expect(aside.photos.size).toBe(0);
  });
});
