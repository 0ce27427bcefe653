import { DocketError } from '@docket/model/errors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IMAGE_FORMATS } from '../images/derive/recognise-image.ts';
import { HEAD_BYTES, sniffImage } from './sniff-image.ts';
import { PICTURES } from './testing/pictures.ts';

describe('the first bytes of a file', () => {
  it.each(Object.entries(PICTURES))('tell that it is %s', async (type, made) => {
    const bytes = await made.toBuffer();
    expect(`image/${await sniffImage(bytes.subarray(0, HEAD_BYTES))}`).toBe(type);
  });

  it.each([
    ['<!DOCTYPE html><html><body>Not found</body></html>', 'a web page'],
    ['<!-- served by cache 7 -->\n<html lang="en">', 'a web page'],
    ['<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', 'an SVG drawing'],
    ['{"error": "not found"}', 'a text file'],
    ['%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj', 'a PDF'],
    ['MZ\x90\0\x03\0\0\0', 'a file of the kind EXE'],
    ['\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'a HEIC photo'],
    ['\x89PNG\r\n', undefined],
    ['', 'an empty file'],
  ])('of %j say that it is none but %s', async (text, found) => {
    await expect(sniffImage(Buffer.from(text, 'latin1'))).rejects.toMatchObject({
      code: 'url_not_an_image',
      facts: found === undefined ? {} : { found },
    });
  });

  it('are recognised or refused, whatever they are', async () => {
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
        const end = await sniffImage(bytes).catch((error: unknown) =>
          error instanceof DocketError ? error.code : error,
        );
        expect([...IMAGE_FORMATS, 'url_not_an_image']).toContain(end);
      }),
      { numRuns: 500 },
    );
  });
});
