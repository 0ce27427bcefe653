import { describe, expect, it } from 'vitest';
import { counted, derivativeLabel, downloadName, factsLine, formatOf } from './image-words.ts';
import { makeImage } from './testing/make-images.ts';

describe('the words for images', () => {
  it('count them', () => {
    expect([counted(1, 'image', 'images'), counted(1200, 'image', 'images')]).toEqual([
      '1 image',
      '1,200 images',
    ]);
  });

  it('name the format by the content, before it is known by the type', () => {
    const original = { width: 40, height: 30, format: 'webp', frames: 1, has_alpha: false };
    expect(formatOf(makeImage('a').data)).toBe('JPEG');
    expect(formatOf(makeImage('a', { original }).data)).toBe('WebP');
    expect(formatOf(makeImage('a', { content_type: '' }).data)).toBeNull();
  });

  it('tell size and dimensions as far as they are known', () => {
    const original = { width: 40, height: 30, format: 'webp', frames: 1, has_alpha: false };
    expect(factsLine({ original, size: 1_200_000 })).toBe('40 × 30 · 1.2 MB');
    expect(factsLine({ original: null, size: 0 })).toBe('');
  });

  it.each([
    ['thumb_320', 'Thumbnail 320'],
    ['web_1280_avif', 'Web 1280 AVIF'],
    ['square_1080_jpeg', 'Square 1080 JPEG'],
  ])('%s is %s', (name, label) => {
    expect(derivativeLabel(name)).toBe(label);
  });

  it('give downloads a name of their own', () => {
    expect(downloadName('My coat.v2.png', 'web_1280_jpeg', 'image/jpeg')).toBe(
      'My coat.v2-web_1280_jpeg.jpg',
    );
  });
});
