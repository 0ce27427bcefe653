/** The tables of orders as documents that people see. */
import { paths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import type { ResultWrite, RunInfo } from '../../engine/pipeline-module.ts';
import type { OrderTables } from './order-work.ts';

/** One document a table, under an id that says which run and which place: saving twice writes the same. */
export function orderTableWrites(
  db: Firestore,
  { workspaceId, jobId, job }: RunInfo,
  orders: readonly OrderTables[],
): ResultWrite[] {
  return orders.flatMap(({ document_id, tables }) =>
    tables.map((table) => {
      const id = `${job.run}-${String(table.position).padStart(2, '0')}`;
      const path = paths.orderTable(workspaceId, job.subject.id, document_id, id);
      return { ref: db.doc(path), data: { ...table, job_id: jobId } };
    }),
  );
}
