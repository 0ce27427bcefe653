import { LIMITS } from '@docket/model/limits';
import { describe, expect, it } from 'vitest';
import { judgeLogo } from './judge-logo.ts';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const judge = (text: string, size = text.length) => judgeLogo('logo', size, bytes(text));

describe('a logo', () => {
  it.each([
    ['\x89PNG\r\n\x1A\n', 'image/png', 'png'],
    ['\xFF\xD8\xFF\xE0', 'image/jpeg', 'jpg'],
    ['RIFF\x10\0\0\0WEBPVP8L', 'image/webp', 'webp'],
  ])('may be %j, by its content', (text, contentType, ending) => {
    expect(judge(text)).toEqual({ ok: true, contentType, ending });
  });

  it.each([
    ['%PDF-1.7', '“logo” is a PDF file. Use a PNG, JPEG or WebP picture.'],
    ['<svg xmlns="http://www.w3.org/2000/svg">', '“logo” is an XML file. Use a PNG, JPEG or WebP picture.'],
    ['GIF89a', '“logo” is a GIF picture. Use a PNG, JPEG or WebP picture.'],
    ['RIFF\x10\0\0\0WAVEfmt ', '“logo” is a file of an unknown kind. Use a PNG, JPEG or WebP picture.'],
    ['', '“logo” is empty. Save it again and choose it once more.'],
  ])('cannot be %j', (text, reason) => {
    expect(judge(text)).toEqual({ ok: false, reason });
  });

  it('may have five megabytes and no more', () => {
    expect(judge('\x89PNG\r\n\x1A\n', LIMITS.logoBytes).ok).toBe(true);
    expect(judge('\x89PNG\r\n\x1A\n', LIMITS.logoBytes + 1)).toEqual({
      ok: false,
      reason: '“logo” is 5.0 MB. A logo may have up to 5.0 MB: make the picture smaller.',
    });
  });
});
