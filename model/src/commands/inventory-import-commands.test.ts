import { newInventoryImportSchema } from '../inventory/inventory-import.ts';
import { newJobSchema } from '../job.ts';
import { describe, expect, it } from 'vitest';
import { startInventoryImport } from './inventory-import-commands.ts';

describe('starting an import of items', () => {
  it('writes the import and its one job together', () => {
    const [started, job, ...more] = startInventoryImport(
      { workspaceId: 'w', uid: 'u', serverTime: new Date(0) },
      { importId: 'm', fileName: 'parts.csv', storagePath: 'p', size: 9, columns: [null, 'name'] },
    );
    expect(more).toEqual([]);
    expect(started?.path).toBe('workspaces/w/inventory_imports/m');
    expect(started?.kind === 'create' && newInventoryImportSchema.safeParse(started.fields).success).toBe(
      true,
    );
    expect(job?.path).toBe('workspaces/w/jobs/m-inventory_import-1');
    expect(job?.kind === 'create' && newJobSchema.parse(job.fields).subject).toEqual({
      type: 'inventory_import',
      id: 'm',
    });
  });
});
