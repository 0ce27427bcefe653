/** A file of vehicles as it is looked at before it is sent: its columns and first rows, or why it cannot be imported. */
import { FILE_KIND_LABELS } from '@docket/model/file-kind';
import { formatBytes, LIMITS } from '@docket/model/limits';
import { decodeText } from '@docket/model/text-table/decode-text';
import { parseRows, type TextRow } from '@docket/model/text-table/parse-rows';
import { HEAD_BYTES, sniff, TAIL_BYTES } from '@docket/model/upload/sniff';

/** A file that can be imported. */
export interface VehicleFilePreview {
  /** What is sent: always CSV. */
  content: Blob;
  headers: readonly string[];
  /** The first ones, without the headers. */
  rows: readonly TextRow[];
}

export type ReadVehicleFile = { ok: true; preview: VehicleFilePreview } | { ok: false; reason: string };

/** As many lines as are sure to hold headers and some rows. */
const LOOKED_AT = 60;

const refused = (reason: string): ReadVehicleFile => ({ ok: false, reason });

/** Whether a file of this size is looked into at all; null: it is. */
export function vehicleSizeProblem(name: string, size: number): string | null {
  if (size === 0) return `“${name}” is empty. Choose the file that your vehicles are in.`;
  if (size <= LIMITS.partsFileBytes) return null;
  return `“${name}” has ${formatBytes(size)}. An import takes files of up to ${formatBytes(LIMITS.partsFileBytes)}.`;
}

/** Looks into the bytes of a file. Never rejects. */
export async function readVehicleFile(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<ReadVehicleFile> {
  const problem = vehicleSizeProblem(name, bytes.length);
  if (problem !== null) return refused(problem);
  const sniffed = sniff(bytes.subarray(0, HEAD_BYTES), bytes.subarray(-TAIL_BYTES));
  if (!sniffed.known)
    return refused(`“${name}” is ${sniffed.found}. Vehicles are imported from CSV or XLSX files.`);
  switch (sniffed.kind) {
    case 'csv':
      return previewOf(name, new Blob([bytes]), decodeText(bytes).text);
    case 'xlsx':
      return await readWorkbook(name, bytes);
    case 'xls':
    case 'pdf':
    case 'jpeg':
    case 'png':
      return refused(
        `“${name}” is of the kind ${FILE_KIND_LABELS[sniffed.kind]}. Vehicles are imported from CSV or XLSX files.`,
      );
  }
}

async function readWorkbook(name: string, bytes: Uint8Array): Promise<ReadVehicleFile> {
  try {
    const { workbookToCsv } = await import('@docket/model/text-table/workbook-csv');
    const csv = await workbookToCsv(bytes, LIMITS.sheetRows);
    if (csv === null) return refused(`There is nothing in “${name}”.`);
    const content = new Blob([csv]);
    const size = vehicleSizeProblem(name, content.size);
    return size === null ? previewOf(name, content, csv) : refused(size);
  } catch {
    return refused(
      `“${name}” could not be opened. It may be protected or damaged; save it as CSV and choose that.`,
    );
  }
}

function previewOf(name: string, content: Blob, text: string): ReadVehicleFile {
  const [first, ...rows] = parseRows(text.replace(/^\uFEFF/u, ''), LOOKED_AT).filter(({ cells }) =>
    cells.some((cell) => cell.trim() !== ''),
  );
  if (first === undefined) return refused(`There is nothing in “${name}”.`);
  if (rows.length === 0)
    return refused(
      `“${name}” has a single row. The first row names the columns; each further row is a vehicle.`,
    );
  if (first.cells.length > LIMITS.importColumns)
    return refused(
      `“${name}” has ${first.cells.length.toLocaleString('en')} columns. An import takes up to ${LIMITS.importColumns}; take out those that are not needed.`,
    );
  return { ok: true, preview: { content, headers: first.cells, rows } };
}
