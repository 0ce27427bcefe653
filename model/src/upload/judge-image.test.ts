import fc from 'fast-check';
import { LIMITS } from '../limits.ts';
import { describe, expect, it } from 'vitest';
import { judgeImage } from './judge-image.ts';
import { sniffImage } from './sniff-image.ts';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const judge = (text: string, size = 10) => judgeImage('x', size, sniffImage(bytes(text)));

/** The first box of an ISO media file with these brands. */
const box = (...brands: [string, ...string[]]) => {
  const [major, ...compatible] = brands;
  const rest = `ftyp${major}\0\0\0\0${compatible.join('')}`;
  return `\0\0\0${String.fromCharCode(rest.length + 4)}${rest}`;
};

describe('a file that is to be an image', () => {
  it.each([
    ['\xFF\xD8\xFF\xE1', 'image/jpeg'],
    ['\x89PNG\r\n\x1A\n', 'image/png'],
    ['GIF89a', 'image/gif'],
    ['RIFF\0\0\0\0WEBPVP8X', 'image/webp'],
    ['II*\0', 'image/tiff'],
    ['MM\0*', 'image/tiff'],
    [box('avif', 'mif1', 'miaf'), 'image/avif'],
    [box('mif1', 'avif', 'miaf'), 'image/avif'],
  ])('%j is taken as %s', (text, contentType) => {
    expect(judge(text)).toEqual({ ok: true, contentType });
  });

  it.each([
    [box('heic', 'mif1', 'heic'), 'a HEIC picture'],
    [box('mif1', 'heic'), 'a HEIC picture'],
    [box('isom', 'mp41'), 'a video'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'an SVG drawing'],
    ['\xEF\xBB\xBF<?xml version="1.0"?>\n<!-- by hand -->\n<!DOCTYPE svg>\n<svg>', 'an SVG drawing'],
    ['<?xml version="1.0"?><order/>', 'an XML file'],
    ['%PDF-1.7', 'a PDF file'],
    ['PK\x03\x04 xl/workbook.xml', 'an XLSX file'],
    ['a,b,c', 'a text file'],
    ['<!doctype html>', 'a web page'],
  ])('%j is refused: it is %s', (text, found) => {
    expect(judge(text)).toEqual({ ok: false, reason: expect.stringContaining(`is ${found}.`) });
  });

  it('says how to get a JPEG where the file is HEIC', () => {
    expect(judge(box('heic'))).toMatchObject({ reason: expect.stringContaining('Most Compatible') });
  });

  it('is refused when it is empty or too large, whatever is in it', () => {
    expect(judge('\xFF\xD8\xFF', 0)).toMatchObject({ reason: expect.stringContaining('empty') });
    expect(judge('\xFF\xD8\xFF', LIMITS.libraryImageBytes + 1)).toMatchObject({
      reason: expect.stringContaining('up to 50 MB'),
    });
  });

  it('has an answer for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (head) => {
        expect(judgeImage('x', 1, sniffImage(head))).toHaveProperty('ok');
      }),
    );
  });
});
