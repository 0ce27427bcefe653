/** Whether a file can be one of parts, by its name, size and content, before anything is sent. Pure. */
import { errorMessage } from '../errors.ts';
import { FILE_KIND_LABELS, FILE_KIND_MEDIA } from '../file-kind.ts';
import { formatBytes, LIMITS } from '../limits.ts';
import { HEAD_BYTES, type Sniffed, sniff, TAIL_BYTES } from '../upload/sniff.ts';

/** `contentType` is by the bytes, whatever the browser says. */
export type PartsVerdict = { ok: true; contentType: string } | { ok: false; reason: string };

const refused = (reason: string): PartsVerdict => ({ ok: false, reason });
const WANTED = 'Parts are read from CSV, XLSX and XLS files.';

/** Endings for the file picker. */
export const PARTS_ENDINGS = [
  ...FILE_KIND_MEDIA.csv.endings,
  ...FILE_KIND_MEDIA.xlsx.endings,
  ...FILE_KIND_MEDIA.xls.endings,
  FILE_KIND_MEDIA.csv.type,
];

export function judgePartsFile(name: string, size: number, sniffed: Sniffed): PartsVerdict {
  if (size === 0) return refused(`“${name}” is empty. Choose the file that your parts are in.`);
  if (size > LIMITS.partsFileBytes)
    return refused(
      `“${name}” has ${formatBytes(size)}, and files of parts have up to ${formatBytes(LIMITS.partsFileBytes)}. Split it into several.`,
    );
  if (!sniffed.known)
    return refused(
      sniffed.encrypted
        ? errorMessage('file_encrypted', { file: name })
        : `“${name}” is ${sniffed.found}. ${WANTED}`,
    );
  switch (sniffed.kind) {
    case 'csv':
    case 'xlsx':
    case 'xls':
      return { ok: true, contentType: FILE_KIND_MEDIA[sniffed.kind].type };
    case 'pdf':
      return refused(`“${name}” is a PDF. ${WANTED}`);
    case 'jpeg':
    case 'png':
      return refused(`“${name}” is a ${FILE_KIND_LABELS[sniffed.kind]} picture. ${WANTED}`);
  }
}

/** Reads both ends of a file and judges it. Never rejects. */
export async function examinePartsFile(file: File): Promise<PartsVerdict> {
  try {
    const [head, tail] = await Promise.all([
      file.slice(0, HEAD_BYTES).arrayBuffer(),
      file.slice(-TAIL_BYTES).arrayBuffer(),
    ]);
    return judgePartsFile(file.name, file.size, sniff(new Uint8Array(head), new Uint8Array(tail)));
  } catch {
    return refused(`“${file.name}” could not be opened. It may have been moved or deleted.`);
  }
}
