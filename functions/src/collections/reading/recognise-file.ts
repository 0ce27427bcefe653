/** What a file is, by its bytes: names and declared types are hints at best. */
import { CFB } from '@e965/xlsx';
import type { DocumentKind } from '@docket/model/document';
import { DocketError } from '@docket/model/errors';
import { ACCEPTED_FILE_KINDS, FILE_KIND_LABELS, type FileKind } from '@docket/model/file-kind';
import { LIMITS, formatBytes } from '@docket/model/limits';
import { fileTypeFromBuffer } from 'file-type';
import { z } from 'zod';
import { recogniseText } from './csv/recognise-text.ts';
import { ZipArchive } from './workbook/zip-archive.ts';

/** A file that can be read, or what it is instead, as it stands in a sentence: “… is a web page”. */
export type Finding = { kind: FileKind } | { other: string | undefined };

/**
 * The kind of a document. Throws `file_empty`, `file_too_large`, `file_encrypted` for a workbook behind a password,
 * `file_corrupt` for a workbook cut short, and `file_unsupported` saying what was found.
 */
export async function recogniseFile(
  bytes: Uint8Array,
  file: { name: string; kind: DocumentKind },
): Promise<FileKind> {
  if (bytes.length === 0) throw new DocketError('file_empty', { file: file.name });
  if (bytes.length > LIMITS.documentBytes) {
    throw new DocketError('file_too_large', { file: file.name, found: formatBytes(bytes.length) });
  }
  const finding = await examineFile(bytes, file.name);
  if ('other' in finding) throw unsupported(file, finding.other);
  if (!ACCEPTED_FILE_KINDS[file.kind].includes(finding.kind)) {
    throw unsupported(file, `a ${FILE_KIND_LABELS[finding.kind]} picture, which is read for linesheets only`);
  }
  return finding.kind;
}

function unsupported(file: { name: string; kind: DocumentKind }, found: string | undefined): DocketError {
  const kinds = ACCEPTED_FILE_KINDS[file.kind].map((kind) => FILE_KIND_LABELS[kind]);
  const wanted = `a ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(kinds)} file`;
  return new DocketError('file_unsupported', {
    file: file.name,
    wanted,
    ...(found !== undefined && { found }),
  });
}

/** PDF allows other bytes before its header; programs look this far. */
const PDF_HEADER_WITHIN = 1024;

/** What `bytes` are, whatever is wanted. Throws `file_encrypted` and `file_corrupt` for workbooks that cannot be opened. */
export async function examineFile(bytes: Uint8Array, name: string): Promise<Finding> {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PDF_HEADER_WITHIN));
  if (head.includes('%PDF-')) return { kind: 'pdf' };
  if (startsWith(head, 0x89, 0x50, 0x4e, 0x47)) return { kind: 'png' };
  if (startsWith(head, 0xff, 0xd8, 0xff)) return { kind: 'jpeg' };
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04)) return examineZip(bytes, name);
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) return examineCompound(bytes, name);
  if (isBareWorkbookStream(head)) return { kind: 'xls' };
  return recogniseText(bytes, name) ?? examineOther(bytes);
}

function startsWith(head: Buffer, ...signature: readonly number[]): boolean {
  return signature.every((byte, index) => head[index] === byte);
}

/** Old workbooks (BIFF 2 to 5) begin with a BOF record, without a container around it. */
function isBareWorkbookStream(head: Buffer): boolean {
  const version = head[1] ?? 0xff;
  return (
    head[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(version) && head[3] === 0x00 && (head[2] ?? 0) <= 16
  );
}

function examineZip(bytes: Uint8Array, name: string): Finding {
  const { names } = new ZipArchive(bytes, name);
  const has = (prefix: string) => names.some((part) => part.startsWith(prefix));
  if (has('xl/workbook') || has('xl/worksheets/')) return { kind: 'xlsx' };
  if (has('word/')) return { other: 'a Word document' };
  if (has('ppt/')) return { other: 'a PowerPoint presentation' };
  if (has('Index/')) return { other: 'a Numbers, Pages or Keynote document' };
  if (has('content.xml')) return { other: 'an OpenDocument file' };
  if (has('[Content_Types].xml')) return { kind: 'xlsx' };
  return { other: 'a ZIP archive' };
}

const containerSchema = z.object({ FullPaths: z.array(z.string()) });

/** Streams of a compound file (MS-CFB) that tell the program it belongs to. */
function examineCompound(bytes: Uint8Array, name: string): Finding {
  const paths = compoundPaths(bytes, name);
  const has = (stream: string) => paths.some((path) => path.split('/').at(-1) === stream);
  if (has('EncryptedPackage')) throw new DocketError('file_encrypted', { file: name });
  if (has('Workbook') || has('Book')) return { kind: 'xls' };
  if (has('WordDocument')) return { other: 'a Word document' };
  if (has('PowerPoint Document')) return { other: 'a PowerPoint presentation' };
  return { other: undefined };
}

function compoundPaths(bytes: Uint8Array, name: string): readonly string[] {
  try {
    return containerSchema.parse(CFB.read(bytes, { type: 'array' })).FullPaths;
  } catch (error) {
    throw new DocketError('file_corrupt', { file: name }, 'compound file: not readable', { cause: error });
  }
}

async function examineOther(bytes: Uint8Array): Promise<Finding> {
  const type = await fileTypeFromBuffer(bytes);
  if (type === undefined) return { other: undefined };
  const [family] = type.mime.split('/');
  const label = type.ext.toUpperCase();
  const article = /^[AEFHILMNORSX]/.test(label) ? 'an' : 'a';
  const noun = family === 'image' ? 'picture' : 'file';
  return { other: `${/^(GIF|HEIC)$/.test(label) ? 'a' : article} ${label} ${noun}` };
}
