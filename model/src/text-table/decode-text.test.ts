import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('the encoding of a text table', () => {
  it.each([
    ['utf-8', utf8('Größe,Farbe')],
    ['utf-8', new Uint8Array([0xef, 0xbb, 0xbf, ...utf8('Größe')])],
    ['utf-16le', new Uint8Array([0xff, 0xfe, 0x73, 0, 0x6b, 0])],
    ['utf-16be', new Uint8Array([0xfe, 0xff, 0, 0x73, 0, 0x6b])],
    ['utf-16le', Buffer.from('sku;name;price', 'utf16le')],
    ['windows-1252', Buffer.from('Größe;Menge;Müller', 'latin1')],
    // 商品番号, 品名 and リネンシャツ
    [
      'shift_jis',
      new Uint8Array([
        0x8f, 0xa4, 0x95, 0x69, 0x94, 0xd4, 0x8d, 0x86, 0x2c, 0x83, 0x8a, 0x83, 0x6c, 0x83, 0x93, 0x83, 0x56,
        0x83, 0x83, 0x83, 0x63,
      ]),
    ],
  ])('is found to be %s', (encoding, bytes) => {
    expect(decodeText(bytes).encoding).toBe(encoding);
  });

  it('never gets in the way of reading', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(decodeText(bytes).text).toBeTypeOf('string');
      }),
    );
  });

  it('gives back whatever is valid UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...utf8(text)]);
        expect(decodeText(marked).text).toBe(new TextDecoder().decode(utf8(text)));
      }),
    );
  });
});
