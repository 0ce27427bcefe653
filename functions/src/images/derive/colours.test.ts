import { DERIVATIVES } from '@docket/model/image-derivatives';
import { describe, expect, it } from 'vitest';
import sharp from '../../collections/reading/pictures/sharp.ts';
import { colourDistance, deriveAll, pixelAt } from './testing/derive-all.ts';
import { type Rgb, fromPixels, pixelsOf, plain } from './testing/make-images.ts';

describe('colours', () => {
  const RED: Rgb = [214, 40, 52];
  const red = () => plain(400, 300, RED);
  const grey = () => plain(400, 300, [120, 120, 120]);

  it.each([
    ['a profile of Display P3', () => red().withIccProfile('p3').png()],
    [
      'a profile of Display P3, in a JPEG',
      () => red().withIccProfile('p3').jpeg({ quality: 100, chromaSubsampling: '4:4:4' }),
    ],
    ['a profile of Display P3 and 16 bits', () => red().toColourspace('rgb16').withIccProfile('p3').png()],
    ['16 bits', () => red().toColourspace('rgb16').png()],
    ['16 bits in a TIFF', () => red().toColourspace('rgb16').tiff()],
    ['a palette', () => red().png({ palette: true })],
    ['the Lab colours of print shops', () => red().toColourspace('lab').tiff()],
  ])('are kept with %s', async (_kind, make) => {
    for (const { name, bytes } of await deriveAll(await make().toBuffer())) {
      expect(colourDistance(await pixelAt(bytes, 0.5, 0.5), RED)).toBeLessThanOrEqual(
        name.endsWith('avif') ? 10 : 6,
      );
    }
  });

  it('are not those that a file with a profile stores', async () => {
    const stored = await sharp(await red().withIccProfile('p3').png().toBuffer(), { ignoreIcc: true })
      .raw()
      .toBuffer();
    expect(Math.abs((stored[0] ?? 0) - RED[0])).toBeGreaterThan(10);
  });

  it('of print, CMYK, become those of screens, with a profile and without', async () => {
    const printed = await red().withIccProfile('cmyk').jpeg({ quality: 100 }).toBuffer();
    expect((await sharp(printed).metadata()).space).toBe('cmyk');
    for (const { bytes } of await deriveAll(printed))
      expect(colourDistance(await pixelAt(bytes, 0.5, 0.5), RED)).toBeLessThanOrEqual(24);
    const without = await red().toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer();
    expect(await sharp(without).metadata()).toMatchObject({ space: 'cmyk', hasProfile: false });
    for (const { bytes } of await deriveAll(without)) {
      const [r = 0, g = 0, b = 0] = await pixelAt(bytes, 0.5, 0.5);
      expect(r - Math.max(g, b)).toBeGreaterThan(80);
    }
  });

  it.each([
    ['grey', () => grey().toColourspace('b-w').jpeg({ quality: 95 })],
    ['grey with 16 bits', () => grey().toColourspace('grey16').png()],
    ['grey and transparent', () => grey().toColourspace('b-w').ensureAlpha(0.5).png()],
  ])('that are %s stay so', async (_kind, make) => {
    for (const { name, bytes } of await deriveAll(await make().toBuffer(), null)) {
      const flat = DERIVATIVES[name].format === 'jpeg' && _kind.includes('transparent');
      const wanted = flat ? 187 : 120;
      expect(colourDistance(await pixelAt(bytes, 0.5, 0.5), [wanted, wanted, wanted])).toBeLessThanOrEqual(4);
    }
  });

  it('of a scan in black and white are just these', async () => {
    const pixels = pixelsOf(200, 100, (x) => (x < 100 ? [0, 0, 0] : [255, 255, 255]));
    const scan = await fromPixels(pixels, 200, 100)
      .toColourspace('b-w')
      .png({ palette: true, colours: 2 })
      .toBuffer();
    expect((await sharp(scan).metadata()).bitsPerSample).toBe(1);
    for (const { name, bytes } of await deriveAll(scan)) {
      if (name.startsWith('square')) continue;
      expect(colourDistance(await pixelAt(bytes, 0.2, 0.5), [0, 0, 0])).toBeLessThanOrEqual(8);
      expect(colourDistance(await pixelAt(bytes, 0.8, 0.5), [255, 255, 255])).toBeLessThanOrEqual(8);
    }
  });
});
