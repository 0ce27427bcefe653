/** Whether a file may be uploaded, from its name, size and content: pure. */
import type { DocumentKind } from '../document.ts';
import { errorMessage } from '../errors.ts';
import { ACCEPTED_FILE_KINDS, FILE_KIND_LABELS, FILE_KIND_MEDIA } from '../file-kind.ts';
import { formatBytes, LIMITS } from '../limits.ts';
import type { Sniffed } from './sniff.ts';

/** `contentType` is by the bytes, whatever the browser says. */
export type Verdict =
  | { ok: true; contentType: string; warning: string | null }
  | { ok: false; reason: string };

const refused = (reason: string): Verdict => ({ ok: false, reason });

/** Judges a file that is to be a document of `kind`. */
export function judgeFile(name: string, size: number, kind: DocumentKind, sniffed: Sniffed): Verdict {
  if (size === 0) return refused(errorMessage('file_empty', { file: name }));
  if (size > LIMITS.documentBytes) {
    return refused(errorMessage('file_too_large', { file: name, found: formatBytes(size) }));
  }
  if (!sniffed.known) {
    // A PDF that only restricts printing is marked the same way and can be read, so the pipeline decides.
    if (sniffed.encrypted && name.toLowerCase().endsWith('.pdf')) {
      const warning = 'This PDF may be protected by a password. If so, save a copy without one.';
      return { ok: true, contentType: FILE_KIND_MEDIA.pdf.type, warning };
    }
    return refused(
      sniffed.encrypted
        ? errorMessage('file_encrypted', { file: name })
        : errorMessage('file_unsupported', { file: name, found: sniffed.found }),
    );
  }
  const label = FILE_KIND_LABELS[sniffed.kind];
  if (!ACCEPTED_FILE_KINDS[kind].includes(sniffed.kind)) {
    return refused(
      `“${name}” is a ${label} picture. A purchase order is read from a PDF, XLSX, XLS or CSV file.`,
    );
  }
  const { type, endings } = FILE_KIND_MEDIA[sniffed.kind];
  const fits = endings.some((ending) => name.toLowerCase().endsWith(ending));
  const warning = fits ? null : `Named differently, but its content is ${label}. It is read as ${label}.`;
  return { ok: true, contentType: type, warning };
}
