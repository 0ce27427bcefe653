/**
 * What a file is, by its first and last bytes, so that a wrong file is named before anything is uploaded. The pipeline
 * looks again, more closely; this only has to be right about the common mistakes.
 */
import type { FileKind } from '../file-kind.ts';

/** A kind that can be read, or what was found instead, as words that follow "is": "a Word document". */
export type Sniffed = { known: true; kind: FileKind } | { known: false; found: string; encrypted: boolean };

/** How many bytes of each end `sniff` wants: the tail holds the names of a zipped workbook's parts. */
export const HEAD_BYTES = 4096;
export const TAIL_BYTES = 65_536;

const known = (kind: FileKind): Sniffed => ({ known: true, kind });
const other = (found: string): Sniffed => ({ known: false, found, encrypted: false });
const encrypted = (found: string): Sniffed => ({ known: false, found, encrypted: true });

/** Signatures at the start of a file; `\x` escapes are bytes. */
const SIGNATURES: readonly (readonly [signature: string, result: Sniffed])[] = [
  ['\xFF\xD8\xFF', known('jpeg')],
  ['\x89PNG\r\n\x1A\n', known('png')],
  ['\x09\x08', known('xls')],
  ['\x09\x04', known('xls')],
  ['GIF8', other('a GIF picture')],
  ['II*\0', other('a TIFF picture')],
  ['MM\0*', other('a TIFF picture')],
  ['Rar!', other('a RAR archive')],
  ["7z\xBC\xAF'\x1C", other('a 7-Zip archive')],
  ['{\\rtf', other('a rich text document')],
  ['MZ', other('a program')],
];

/** Bytes as text in which every character is one byte, for searching. */
function binaryText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

const utf16 = (text: string) => text.replace(/./g, '$&\0');

function sniffZip(text: string): Sniffed {
  if (text.includes('word/')) return other('a Word document');
  if (text.includes('ppt/')) return other('a PowerPoint presentation');
  if (text.includes('xl/')) return known('xlsx');
  if (text.includes('opendocument')) return other('an OpenDocument file');
  return text.includes('[Content_Types].xml') ? known('xlsx') : other('a ZIP archive');
}

/** Compound files: old Office, and new Office under a password. */
function sniffCompound(text: string): Sniffed {
  if (text.includes(utf16('EncryptedPackage'))) return encrypted('protected by a password');
  if (text.includes(utf16('WordDocument'))) return other('a Word document');
  if (text.includes(utf16('PowerPoint'))) return other('a PowerPoint presentation');
  return known('xls');
}

/** Picture formats in a container: the brand stands at byte 4 (ISO media) or 8 (RIFF). */
function sniffContainer(head: string): Sniffed | null {
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return other('a WebP picture');
  if (head.slice(4, 8) !== 'ftyp') return null;
  const brand = head.slice(8, 12);
  if (brand.startsWith('avi')) return other('an AVIF picture');
  return /^(?:hei|hev|mif|msf)/.test(brand) ? other('a HEIC picture') : other('a video');
}

function sniffText(head: Uint8Array): Sniffed {
  const utf16Mark = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (!utf16Mark && head.includes(0)) return other('a file of an unknown kind');
  const start = binaryText(head)
    .replace(/^\xEF\xBB\xBF/, '')
    .trimStart()
    .slice(0, 200)
    .toLowerCase();
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) return other('a web page');
  if (start.startsWith('<?xml') || start.startsWith('<svg')) return other('an XML file');
  return known('csv');
}

/** Recognises a file by `head`, its first bytes, and `tail`, its last ones. They may overlap. */
export function sniff(head: Uint8Array, tail: Uint8Array): Sniffed {
  const start = binaryText(head);
  // A PDF may follow some junk, as mail programs leave it.
  if (start.slice(0, 1024).includes('%PDF-')) {
    return binaryText(tail).includes('/Encrypt') ? encrypted('protected by a password') : known('pdf');
  }
  if (start.startsWith('PK\x03\x04')) return sniffZip(start + binaryText(tail));
  if (start.startsWith('\xD0\xCF\x11\xE0')) return sniffCompound(start + binaryText(tail));
  const signature = SIGNATURES.find(([bytes]) => start.startsWith(bytes));
  return signature?.[1] ?? sniffContainer(start) ?? sniffText(head);
}
