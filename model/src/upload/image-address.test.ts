import { describe, expect, it } from 'vitest';
import { readImageAddress } from './image-address.ts';

describe('the address of an image', () => {
  it.each([
    ['HTTP://Example.COM/A b.jpg#top', 'http://example.com/A%20b.jpg'],
    ['https://example.com?size=1', 'https://example.com/?size=1'],
  ])('%s is %s', (text, url) => expect(readImageAddress(text)).toEqual({ ok: true, url }));

  it.each([
    ['ftp://example.com/a.jpg', 'no_scheme'],
    ['http://', 'not_an_address'],
    ['https://me:secret@example.com/a.jpg', 'password'],
    [`https://example.com/${' '.repeat(700)}a`, 'too_long'],
  ])('%s is none: %s', (text, fault) => expect(readImageAddress(text)).toEqual({ ok: false, fault }));
});
