/** Importing items from a file, as the writes that start it. */
import type { ImportColumns } from '../inventory/inventory-import.ts';
import { jobId, paths } from '../paths.ts';
import type { Actor, Write } from './write.ts';

/** A file of items whose bytes have arrived in Storage. */
export interface ImportStart {
  importId: string;
  fileName: string;
  storagePath: string;
  /** Bytes. */
  size: number;
  columns: ImportColumns;
}

/** Creates an import together with the job that works on it: the rules refuse one without the other. */
export function startInventoryImport(actor: Actor, start: ImportStart): Write[] {
  const { importId, fileName, storagePath, size, columns } = start;
  const signed = { created_by: actor.uid, created_at: actor.serverTime };
  return [
    {
      kind: 'create',
      path: paths.inventoryImport(actor.workspaceId, importId),
      fields: { file_name: fileName, storage_path: storagePath, size, columns, ...signed },
    },
    {
      kind: 'create',
      path: paths.job(actor.workspaceId, jobId(importId, 'inventory_import', 1)),
      fields: {
        pipeline: 'inventory_import',
        subject: { type: 'inventory_import', id: importId },
        input: { document_ids: [] },
        run: 1,
        ...signed,
        status: 'queued',
        open: true,
      },
    },
  ];
}
