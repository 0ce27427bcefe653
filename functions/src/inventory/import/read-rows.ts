/** Step 1: reads the file of an import and checks its rows. */
import { DocketError } from '@docket/model/errors';
import { FILE_KIND_LABELS } from '@docket/model/file-kind';
import { readImportRows } from '@docket/model/inventory/import-rows';
import type { InventoryImport } from '@docket/model/inventory/inventory-import';
import { readCsv } from '@docket/model/inventory/read-csv';
import { LIMITS, formatBytes } from '@docket/model/limits';
import { readObject } from '../../collections/bucket-objects.ts';
import { examineFile } from '../../collections/reading/recognise-file.ts';
import type { Bucket } from '../../collections/remove.ts';
import type { ReadRows } from './import-hand-over.ts';

/**
 * The rows of the file that `record` is about, and what is wrong with those that are not in order. Throws `file_missing`,
 * `file_empty`, `file_too_large`, `file_unsupported` for what is no CSV file, and `file_too_many_rows`.
 */
export async function readRows(bucket: Bucket, record: InventoryImport): Promise<ReadRows> {
  const [, ...texts] = readCsv(await readFile(bucket, record));
  if (texts.length > LIMITS.importRows)
    throw new DocketError('file_too_many_rows', {
      file: record.file_name,
      wanted: LIMITS.importRows.toLocaleString('en'),
    });
  const { rows, problems } = readImportRows(texts, record.columns);
  return { rows, problems: problems.slice(0, LIMITS.importProblems), failed: problems.length };
}

async function readFile(
  bucket: Bucket,
  { storage_path, file_name: file }: InventoryImport,
): Promise<Uint8Array> {
  const bytes = await readObject(bucket, storage_path);
  if (bytes === null) throw new DocketError('file_missing', { file });
  if (bytes.length === 0) throw new DocketError('file_empty', { file });
  if (bytes.length > LIMITS.importBytes)
    throw new DocketError('file_too_large', {
      file,
      found: formatBytes(bytes.length),
      wanted: formatBytes(LIMITS.importBytes),
    });
  const finding = await examineFile(bytes, file);
  if ('kind' in finding && finding.kind === 'csv') return bytes;
  const found = 'kind' in finding ? `of the kind ${FILE_KIND_LABELS[finding.kind]}` : finding.other;
  throw new DocketError('file_unsupported', {
    file,
    wanted: 'a CSV file: spreadsheets can be saved as one',
    ...(found !== undefined && { found }),
  });
}
