/**
 * Finds the encoding of a text file: a byte order mark decides; else UTF-8 if every byte fits; else Shift_JIS if it
 * fits and reads as Japanese; else windows-1252, in which everything reads as something.
 */

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'windows-1252';

export interface DecodedText {
  text: string;
  encoding: TextEncoding;
}

/** The text without its byte order mark. Never fails. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return { text: new TextDecoder(marked).decode(bytes), encoding: marked };
  const utf16 = unmarkedUtf16(bytes);
  if (utf16 !== null && isLatin(new TextDecoder(utf16).decode(bytes.subarray(0, SAMPLE))))
    return { text: new TextDecoder(utf16).decode(bytes), encoding: utf16 };
  const utf8 = decodeFatally(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  const japanese = decodeFatally(bytes, 'shift_jis');
  if (japanese !== null && isJapanese(japanese)) return { text: japanese, encoding: 'shift_jis' };
  return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
}

/** Bytes by which UTF-16 without a mark is recognised. */
const SAMPLE = 512;

function byteOrderMark(bytes: Uint8Array): TextEncoding | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

/** Latin text in UTF-16 has a zero in every other byte. */
function unmarkedUtf16(bytes: Uint8Array): TextEncoding | null {
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const most = sample.length * 0.3;
  if (odd > most && even === 0) return 'utf-16le';
  return even > most && odd === 0 ? 'utf-16be' : null;
}

/** Pictures have zeros in every other byte too; read as UTF-16 they are signs from everywhere, or none at all. */
function isLatin(text: string): boolean {
  const letters = text.match(/[\t\r\n\u0020-\u007e\u00a0-\u024f]/gu)?.length ?? 0;
  return letters >= 0.9 * text.length;
}

function decodeFatally(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Accented Western letters often form valid Shift_JIS pairs by chance. Japanese text has kana or ideographs in numbers,
 * and its half-width letters do not stand alone between Latin ones.
 */
function isJapanese(text: string): boolean {
  const wide = text.match(/[\u3040-\u30ff\u4e00-\u9fff]/gu)?.length ?? 0;
  const narrow = text.match(/[\uff61-\uff9f]/gu)?.length ?? 0;
  const kana = text.match(/[\u3040-\u30ff]/gu)?.length ?? 0;
  return wide >= 2 && wide > narrow && (kana > 0 || wide >= 6);
}
