import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import sharp from '../../../collections/reading/pictures/sharp.ts';
import { exifDescription } from './exif-description.ts';
import { preparePhoto } from './prepare-photo.ts';

const { signal } = new AbortController();

/** A photo with this title, as image programs write it. */
async function photoCalled(title: string, format: 'jpeg' | 'webp' | 'png'): Promise<Buffer> {
  const plain = { create: { width: 60, height: 40, channels: 3, background: '#a8232a' } } as const;
  return await sharp(plain)
    .withExif({ IFD0: { Make: 'Docket', ImageDescription: title } })
    .toFormat(format)
    .toBuffer();
}

/** An EXIF block with one entry of its first directory, in the byte order of old cameras. */
function bigEndian(title: string, { prefix = true, type = 2 } = {}): Buffer {
  const text = Buffer.from(`${title}\0`, 'latin1');
  const block = Buffer.alloc(8 + 2 + 12 + 4 + text.length);
  block.write('MM', 0, 'latin1');
  block.writeUInt16BE(42, 2);
  block.writeUInt32BE(8, 4);
  block.writeUInt16BE(1, 8);
  block.writeUInt16BE(0x010e, 10);
  block.writeUInt16BE(type, 12);
  block.writeUInt32BE(text.length, 14);
  if (text.length <= 4) text.copy(block, 18);
  else {
    block.writeUInt32BE(26, 18);
    text.copy(block, 26);
  }
  return prefix ? Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), block]) : block;
}

describe('the caption of a photo', () => {
  it.each(['jpeg', 'webp', 'png'] as const)('is what was written into a %s file', async (format) => {
    const bytes = await photoCalled('Red leather bag', format);
    const { caption } = await preparePhoto({ id: 'p', name: `p.${format}`, bytes }, signal);
    expect(caption).toBe('Red leather bag');
  });

  it('is empty for photos without one', async () => {
    const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer();
    expect((await preparePhoto({ id: 'p', name: 'p.jpg', bytes }, signal)).caption).toBe('');
  });

  it('is read in both byte orders, with and without what stands before the block', () => {
    expect(exifDescription(bigEndian('Red leather bag'))).toBe('Red leather bag');
    expect(exifDescription(bigEndian('Red leather bag', { prefix: false }))).toBe('Red leather bag');
  });

  it('may be so short that it stands in the entry itself', () => {
    expect(exifDescription(bigEndian('Bag'))).toBe('Bag');
  });

  it.each([
    'OLYMPUS DIGITAL CAMERA',
    'SONY DSC',
    'SAMSUNG',
    'DCIM\\100MEDIA\\DJI_0001.JPG',
    'DSC_0042',
    'KODAK Digital Still Camera',
    'Image',
    '   ',
  ])('is not what cameras write into every photo: %j', (title) => {
    expect(exifDescription(bigEndian(title))).toBe('');
  });

  it('may be about a camera', () => {
    expect(exifDescription(bigEndian('Canon AE-1 with lens'))).toBe('Canon AE-1 with lens');
    expect(exifDescription(bigEndian('Imaginary bird'))).toBe('Imaginary bird');
  });

  it('is one line without anything that cannot be printed', () => {
    expect(exifDescription(bigEndian('Red\r\n\u0007 leather\t\tbag  '))).toBe('Red leather bag');
  });

  it('is cut where it is no title any more', () => {
    expect(exifDescription(bigEndian('word '.repeat(1_000))).length).toBeLessThanOrEqual(500);
  });

  it('is no number', () => {
    expect(exifDescription(bigEndian('Red leather bag', { type: 3 }))).toBe('');
  });

  it('is empty or a text, but no error, for whatever stands in a file', () => {
    const whole = bigEndian('Red leather bag');
    const damaged = fc
      .array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 })
      .map((changes) => {
        const copy = Buffer.from(whole);
        for (const [at, value] of changes) copy[at] = value;
        return copy;
      });
    const cut = fc.nat(whole.length).map((length) => whole.subarray(0, length));
    fc.assert(
      fc.property(fc.oneof(damaged, cut, fc.uint8Array({ maxLength: 64 })), (block) => {
        expect(exifDescription(block).length).toBeLessThanOrEqual(500);
      }),
      { numRuns: 1_000 },
    );
  });
});
