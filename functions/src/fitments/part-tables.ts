/** How the tables of a parts file were read, as documents that people see. */
import type { StoredPartTable } from '@docket/model/fitment/parts-file';
import type { Firestore } from 'firebase-admin/firestore';
import type { ResultWrite } from '../engine/pipeline-module.ts';
import type { ReadParts } from './reading/read-parts.ts';

/** One document a table, by its place in the file, at `pathOf` that: saving twice writes the same. */
export function partTableWrites(
  db: Firestore,
  jobId: string,
  { tables, problems }: Pick<ReadParts, 'tables' | 'problems'>,
  pathOf: (table: string) => string,
): ResultWrite[] {
  return tables.map((table) => {
    const stored: StoredPartTable = {
      ...table,
      job_id: jobId,
      problems: problems.filter((problem) => problem.table === table.position),
    };
    return { ref: db.doc(pathOf(String(table.position))), data: { ...stored } };
  });
}
