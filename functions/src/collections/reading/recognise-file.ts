/** What a file is, by its bytes: names and declared types are hints at best. */
import type { DocumentKind } from '@docket/model/document';
import { DocketError } from '@docket/model/errors';
import type { FileKind } from '@docket/model/file-kind';
import { fileTypeFromBuffer } from 'file-type';

/** The kind of a document. Throws `file_empty`, `file_unsupported` or `file_encrypted`. */
export async function recogniseFile(
  bytes: Uint8Array,
  file: { name: string; kind: DocumentKind },
): Promise<FileKind> {
  if (bytes.length === 0) throw new DocketError('file_empty', { file: file.name });
  const type = await fileTypeFromBuffer(bytes);
  if (type?.ext === 'pdf') return 'pdf';
  throw new DocketError('file_unsupported', { file: file.name });
}
