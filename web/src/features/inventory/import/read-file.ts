/** A file of items as it is looked at before anything is sent: its table, or why it cannot be imported. Pure. */
import { readCsv } from '@docket/model/inventory/read-csv';
import { formatBytes, LIMITS } from '@docket/model/limits';
import type { TextRow } from '@docket/model/text-table/parse-rows';
import { HEAD_BYTES, sniff, TAIL_BYTES } from '@docket/model/upload/sniff';
import { FILE_KIND_LABELS } from '@docket/model/file-kind';

/** The table of a file. */
export interface ItemTable {
  headers: readonly string[];
  /** Without the headers; at least one. */
  rows: readonly TextRow[];
}

export type ReadFile = { ok: true; table: ItemTable } | { ok: false; reason: string };

const refused = (reason: string): ReadFile => ({ ok: false, reason });
const figure = (count: number) => count.toLocaleString('en');
const AS_CSV = 'Save it as a CSV file and choose that.';

/** Whether a file of this size is looked into at all; null: it is. */
export function sizeProblem(name: string, size: number): string | null {
  if (size === 0) return `“${name}” is empty. Choose the file that your items are in.`;
  if (size <= LIMITS.importBytes) return null;
  return `“${name}” has ${formatBytes(size)}. An import takes files of up to ${formatBytes(LIMITS.importBytes)}; split it into several.`;
}

/** What the file is instead of CSV, as a sentence; null: it may be CSV. */
function kindProblem(name: string, bytes: Uint8Array): string | null {
  const sniffed = sniff(bytes.subarray(0, HEAD_BYTES), bytes.subarray(-TAIL_BYTES));
  if (!sniffed.known)
    return `“${name}” is ${sniffed.found}, and items are imported from CSV files. ${AS_CSV}`;
  switch (sniffed.kind) {
    case 'csv':
      return null;
    case 'xlsx':
    case 'xls':
      return `“${name}” is an Excel workbook, and items are imported from CSV files. ${AS_CSV}`;
    case 'pdf':
      return `“${name}” is a PDF, and items are imported from CSV files.`;
    case 'jpeg':
    case 'png':
      return `“${name}” is a ${FILE_KIND_LABELS[sniffed.kind]} picture, and items are imported from CSV files.`;
  }
}

/** The table in the bytes of a file. Never throws. */
export function readItemFile(name: string, bytes: Uint8Array): ReadFile {
  const problem = sizeProblem(name, bytes.length) ?? kindProblem(name, bytes);
  if (problem !== null) return refused(problem);
  const [first, ...rows] = readCsv(bytes);
  if (first === undefined) return refused(`There is nothing in “${name}”.`);
  if (rows.length === 0)
    return refused(
      `“${name}” has a single row. The first row names the columns; each further row is an item.`,
    );
  if (rows.length > LIMITS.importRows)
    return refused(
      `“${name}” has more than ${figure(LIMITS.importRows)} rows, and one import takes no more. Split it into several files.`,
    );
  if (first.cells.length > LIMITS.importColumns)
    return refused(
      `“${name}” has ${figure(first.cells.length)} columns. An import takes up to ${LIMITS.importColumns}; take out those that are not needed.`,
    );
  return { ok: true, table: { headers: first.cells, rows } };
}
