import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Sniffed, sniff } from './sniff.ts';

/** A file whose bytes are the characters of `text`. */
function bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
const look = (text: string): Sniffed => sniff(bytes(text), bytes(text));
const wide = (text: string) => text.replace(/./g, '$&\0');

describe('recognising a file by its bytes', () => {
  it.each([
    ['%PDF-1.7\n', 'pdf'],
    ['junk from a mail program\r\n%PDF-1.4', 'pdf'],
    ['PK\x03\x04 xl/workbook.xml', 'xlsx'],
    ['\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 Workbook', 'xls'],
    ['\x09\x08\x10\0', 'xls'],
    ['\xFF\xD8\xFF\xE0', 'jpeg'],
    ['\x89PNG\r\n\x1A\n\0', 'png'],
    ['sku;name;price\nA1;Coat;129,00', 'csv'],
    ['\xEF\xBB\xBFsku,name', 'csv'],
    ['\xFF\xFEs\0k\0u\0', 'csv'],
  ] as const)('%j is %s', (text, kind) => {
    expect(look(text)).toEqual({ known: true, kind });
  });

  it.each([
    ['GIF89a', 'a GIF picture'],
    ['PK\x03\x04 word/document.xml', 'a Word document'],
    ['PK\x03\x04 ppt/slides', 'a PowerPoint presentation'],
    ['PK\x03\x04 photos/1.jpg', 'a ZIP archive'],
    ['<!DOCTYPE html><title>Sign in</title>', 'a web page'],
    ['  <HTML>', 'a web page'],
    ['<?xml version="1.0"?>', 'an XML file'],
    ['RIFF\0\0\0\0WEBPVP8 ', 'a WebP picture'],
    ['\0\0\0\x18ftypheic', 'a HEIC picture'],
    ['\0\0\0\x18ftypavif', 'an AVIF picture'],
    ['\x01\x02\0\x03', 'a file of an unknown kind'],
  ])('%j is %s, which is not read', (text, found) => {
    expect(look(text)).toEqual({ known: false, found, encrypted: false });
  });

  it('knows a workbook and a PDF that are locked', () => {
    expect(look(`\xD0\xCF\x11\xE0${wide('EncryptedPackage')}`)).toMatchObject({
      known: false,
      encrypted: true,
    });
    expect(look('%PDF-1.7 trailer << /Encrypt 5 0 R >>')).toMatchObject({ known: false, encrypted: true });
  });

  it('finds the parts of a workbook in the tail, where a zip keeps its list', () => {
    expect(sniff(bytes('PK\x03\x04'), bytes('xl/worksheets/sheet1.xml'))).toEqual({
      known: true,
      kind: 'xlsx',
    });
  });

  it('has an answer for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (head, tail) => {
        expect(sniff(head, tail)).toHaveProperty('known');
      }),
    );
  });
});
