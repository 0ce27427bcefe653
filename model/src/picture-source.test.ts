import { type Derivative, type Image, imageSchema } from './image.ts';
import { describe, expect, it } from 'vitest';
import { pictureSource } from './picture-source.ts';

function makeImage(change: Partial<Image> = {}): Image {
  return imageSchema.parse({
    file_name: 'a.jpg',
    storage_path: 'o/a',
    token: 't',
    content_type: 'image/jpeg',
    size: 2_000_000,
    uploaded_by: 'u',
    uploaded_at: new Date(1000),
    ...change,
  });
}

const address = (path: string, token: string) => `${path}?${token}`;
const derivative = (name: Derivative['name'], width: number): Derivative => ({
  name,
  path: name,
  width,
  height: width / 2,
  bytes: 10,
  content_type: 'image/webp',
});
const thumbnails = [derivative('thumb_160', 160), derivative('thumb_320', 320), derivative('thumb_640', 640)];

describe('the address that shows an image best', () => {
  it('is the original, then the preview drawn here, then the thumbnails in all sizes', () => {
    const original = makeImage();
    expect(pictureSource(original, null, address)?.src).toBe('o/a?t');
    expect(pictureSource(original, 'blob:1', address)?.src).toBe('blob:1');
    const done = makeImage({ thumbnails, derived_token: 'd' });
    expect(pictureSource(done, 'blob:1', address)).toEqual({
      src: 'thumb_320?d',
      srcSet: 'thumb_160?d 160w, thumb_320?d 320w, thumb_640?d 640w',
      width: 320,
      height: 160,
    });
  });

  it('offers the large variants too, but neither squares nor formats that not everybody reads', () => {
    const variants = [
      derivative('web_1280_webp', 1280),
      derivative('web_1280_avif', 1280),
      derivative('square_1080_jpeg', 1080),
      derivative('web_2048_webp', 2048),
    ];
    const source = pictureSource(makeImage({ thumbnails, variants, derived_token: 'd' }), null, address);
    expect(source?.srcSet?.match(/\d+w/gu)).toEqual(['160w', '320w', '640w', '1280w', '2048w']);
    expect(source?.srcSet).not.toContain('avif');
  });

  it('names a width once where small images have several of it', () => {
    const small = [derivative('thumb_160', 120), derivative('thumb_320', 120), derivative('thumb_640', 120)];
    const source = pictureSource(makeImage({ thumbnails: small, derived_token: 'd' }), null, address);
    expect(source).toEqual({ src: 'thumb_160?d', width: 120, height: 60 });
  });

  it('is none for originals that browsers do not show, or that are too large to be looked at', () => {
    const source = (change: Partial<Image>) => pictureSource(makeImage(change), null, address);
    expect(source({ content_type: 'image/tiff' })).toBeNull();
    expect(source({ size: 30_000_000 })).toBeNull();
    expect(source({ storage_path: null, token: null })).toBeNull();
  });
});
