/** Tells tables in text form from other text files. */
import type { FileKind } from '@docket/model/file-kind';
import { decodeText } from '@docket/model/text-table/decode-text';

/** Bytes that are looked at. A letter may be cut at the end: the sample then reads as windows-1252, which does no harm. */
const SAMPLE = 64 * 1024;

/** Text formats that are not tables, by how they begin. */
const OTHERS: readonly [RegExp, string][] = [
  [/^\{\\rtf/, 'a rich text document'],
  [/^<svg|^<\?xml[^]{0,2000}<svg/i, 'an SVG picture'],
  [/^<!doctype html|^<html|^<head|^<body|^<table|^<meta/i, 'a web page'],
  [/^<\?xml|^<[a-z]+[\s>]/i, 'an XML file'],
  [/^%!PS/, 'a PostScript file'],
  [/^[[{]\s*["[{]/, 'a JSON file'],
  [/^(?:From|Return-Path|Received|MIME-Version): /, 'an e-mail'],
];

/** How Excel marks the web pages and XML files that it writes as workbooks; other programs copy it. */
const EXCEL_MARKS =
  /urn:schemas-microsoft-com:office:excel|progid=["']?Excel\.Sheet|content=["']?Excel\.Sheet/i;

/** Null when the bytes are not text. */
export function recogniseText(
  bytes: Uint8Array,
  name: string,
): { kind: FileKind } | { other: string } | null {
  const { text } = decodeText(bytes.subarray(0, SAMPLE));
  if (!isText(text)) return null;
  const start = text.trimStart();
  const other = OTHERS.find(([pattern]) => pattern.test(start))?.[1];
  if (other === undefined) return start === '' ? { other: 'an empty text' } : { kind: 'csv' };
  const isMarkup = start.startsWith('<');
  const isExport = EXCEL_MARKS.test(start) || (/\.xls$/i.test(name) && /<table/i.test(start));
  return isMarkup && isExport ? { kind: 'xls' } : { other };
}

/** Control characters other than blanks do not occur in text. */
function isText(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if ((code < 0x20 && !BLANKS.has(code)) || code === REPLACEMENT) return false;
  }
  return true;
}

/** Tab, line feed, vertical tab, form feed, carriage return, and the end of file mark of DOS. */
const BLANKS = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a]);
const REPLACEMENT = 0xfffd;
