/** Opens a file of parts within the limits. */
import { DocketError } from '@docket/model/errors';
import { LIMITS, formatBytes } from '@docket/model/limits';
import type { SheetContent } from '../../collections/content.ts';
import { extractText } from '../../collections/reading/extract-text.ts';
import { examineFile } from '../../collections/reading/recognise-file.ts';

/** A file in memory. */
export interface PartsFile {
  bytes: Uint8Array;
  /** As the person named it, for messages. */
  name: string;
}

const WANTED = 'an XLSX, XLS or CSV file';

/** Throws `file_empty` and `file_too_large`: to be asked before a file is loaded. */
export function checkPartsSize(size: number, file: string): void {
  if (size === 0) throw new DocketError('file_empty', { file });
  if (size > LIMITS.documentBytes)
    throw new DocketError('file_too_large', { file, found: formatBytes(size) });
}

/**
 * The visible sheets with content. Throws `file_empty`, `file_too_large`, `file_unsupported`, `file_encrypted`,
 * `file_corrupt`, `file_expands_too_far`, `file_too_many_cells` and, beyond `LIMITS.partRows`, `file_too_many_rows`.
 */
export async function sheetsOfParts(
  { bytes, name }: PartsFile,
  signal: AbortSignal,
): Promise<SheetContent[]> {
  checkPartsSize(bytes.length, name);
  const finding = await examineFile(bytes, name);
  if ('other' in finding || !['csv', 'xlsx', 'xls'].includes(finding.kind)) {
    const found = 'other' in finding ? finding.other : `a ${finding.kind.toUpperCase()} file`;
    throw new DocketError('file_unsupported', {
      file: name,
      wanted: WANTED,
      ...(found !== undefined && { found }),
    });
  }
  const options = { signal, onProgress: () => undefined, mostRows: LIMITS.partRows };
  const content = await extractText({ bytes, name, kind: finding.kind }, options);
  return content.kind === 'sheets' ? content.sheets.filter(({ cells }) => cells.length > 0) : [];
}
