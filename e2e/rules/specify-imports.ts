/** How items are imported from a file: the import and its run come together, once. */
import { IMPORT_FIELDS } from '@docket/model/inventory/inventory-import';
import { ALLOWED_REQUESTS, JOB_STATUSES, REQUEST_ACTIONS } from '@docket/model/job';
import { LIMITS } from '@docket/model/limits';
import { paths, storagePaths } from '@docket/model/paths';
import { PIPELINES, type Pipeline } from '@docket/model/pipelines';
import { doc, serverTimestamp, setDoc, updateDoc } from 'firebase/firestore';
import { describe, expect, it } from 'vitest';
import { decisionOnCommit, put } from './commit.ts';
import { decisionOn, type FirestoreStand } from './firestore-stand.ts';
import { OTHER_WORKSPACE, uidOf, WORKSPACE } from './people.ts';
import { FRESH, importIn, importJobIn } from './seed.ts';
import { newInventoryImport } from './valid-inventory.ts';
import { type Fields, newJob, newJobPath, newRequest } from './valid-writes.ts';

const now = serverTimestamp;

/** What is put together into one commit; `null` leaves a part out. */
interface Start {
  id?: string;
  run?: number;
  pipeline?: Pipeline;
  source?: Fields | null;
  job?: Fields | null;
}

/** Imports of inventory items, as an editor writes them. */
export function specifyImports(stand: () => FirestoreStand): void {
  const editor = () => stand().as('editor');
  const start = ({ id = 'import', run = 1, pipeline = 'inventory_import', source = {}, job = {} }: Start) =>
    decisionOnCommit(editor(), [
      ...(source === null
        ? []
        : [
            put(paths.inventoryImport(WORKSPACE, id), {
              ...newInventoryImport('editor', now(), id),
              ...source,
            }),
          ]),
      ...(job === null
        ? []
        : [
            put(newJobPath(id, run, pipeline), {
              ...newJob('editor', now(), id, run, pipeline),
              subject: { type: 'inventory_import', id },
              ...job,
            }),
          ]),
    ]);

  describe('an import of inventory items', () => {
    const file = (name: string, id = 'import', workspace = WORKSPACE) => ({
      storage_path: storagePaths.inventoryImportFile(workspace, id, name),
    });
    const columns = (count: number) => ['name', ...Array.from({ length: count - 1 }, () => null)];

    it.each<[string, Start]>([
      ['of names', { source: { columns: ['name'] } }],
      ['of all fields', { source: { columns: IMPORT_FIELDS } }],
      ['of as many columns as fit', { source: { columns: columns(LIMITS.importColumns) } }],
      ['of as many bytes as fit', { source: { size: LIMITS.importBytes } }],
      ['with the longest id', { id: 'i'.repeat(128) }],
    ])('is started together with its run: one %s', async (_, parts) => {
      expect(await start(parts)).toBe('allowed');
    });

    it.each<[string, Fields]>([
      ['without columns', { columns: [] }],
      ['without a name', { columns: ['sku', null] }],
      ['with a field twice', { columns: ['name', 'sku', 'sku'] }],
      ['with the name twice', { columns: ['name', null, 'name'] }],
      ['with a field that nobody knows', { columns: ['name', 'colour'] }],
      ['with too many columns', { columns: columns(LIMITS.importColumns + 1) }],
      ['with columns that are a text', { columns: 'name' }],
      ['with columns that are a map', { columns: { name: 'name' } }],
      ['without a file name', { file_name: '' }],
      ['with an endless file name', { file_name: 'x'.repeat(301) }],
      ['with the file of another', file('a.csv', importIn('completed'))],
      ['with a file in another workspace', file('a.csv', 'import', OTHER_WORKSPACE)],
      ['with a file below its file', file('a/b.csv')],
      [
        'with what its run hands on as its file',
        {
          storage_path: storagePaths.inventoryImportWork(WORKSPACE, 'import', 'job', 'rows'),
        },
      ],
      ['with no file', { storage_path: null }],
      ['of nothing', { size: 0 }],
      ['of half a byte', { size: 0.5 }],
      ['of more than Storage takes', { size: LIMITS.importBytes + 1 }],
      ["in somebody else's name", { created_by: uidOf('owner') }],
      ['at a time of its own', { created_at: new Date(0) }],
      ['with an outcome', { outcome: null }],
      ['with problems', { problems: [] }],
      ['with batches of images', { image_batch_ids: [] }],
      ['with a processing status', { processing_status: {} }],
    ])('is refused %s', async (_, source) => {
      expect(await start({ source })).toBe('refused');
    });

    it.each<[string, Start]>([
      ['that is missing', { job: null }],
      ['alone', { source: null }],
      ['as its second', { run: 2 }],
      ['with documents', { job: { input: { document_ids: ['d1'] } } }],
      ['with images', { job: { input: { document_ids: [], image_ids: ['f-1'] } } }],
      ['without input', { job: { input: {} } }],
      ['in a later phase', { job: { from_phase: 2 } }],
      ['that is under way', { job: { status: 'processing' } }],
      ['that nobody looks after', { job: { open: false } }],
      ["in somebody else's name", { job: { created_by: uidOf('owner') } }],
      ['at a time of its own', { job: { created_at: new Date(0) } }],
      ['on another import', { job: { subject: { type: 'inventory_import', id: importIn('failed') } } }],
      ['on a collection', { job: { subject: { type: 'collection', id: FRESH } } }],
      ['under an id that is no id', { id: 'i.1' }],
    ])('is refused with a run %s', async (_, parts) => {
      expect(await start(parts)).toBe('refused');
    });

    it.each(PIPELINES.filter((pipeline) => pipeline !== 'inventory_import'))(
      'has no run of %s',
      async (pipeline) => {
        expect(await start({ pipeline })).toBe('refused');
      },
    );

    it('is nothing for a collection', async () => {
      const job = {
        ...newJob('editor', now(), FRESH, 1, 'inventory_import'),
        subject: { type: 'collection', id: FRESH },
      };
      expect(await decisionOn(setDoc(doc(editor(), newJobPath(FRESH, 1, 'inventory_import')), job))).toBe(
        'refused',
      );
    });

    it('does not come to life again with the run of an earlier one', async () => {
      const id = importIn('completed');
      await stand().remove(paths.inventoryImport(WORKSPACE, id));
      expect(await start({ id, job: null })).toBe('refused');
    });

    it.each(JOB_STATUSES)('whose run is %s takes no other run', async (status) => {
      const id = importIn(status);
      for (const run of [1, 2]) {
        expect(await start({ id, run, source: null })).toBe('refused');
        expect(await start({ id, run })).toBe('refused');
      }
    });

    it('is not changed by anybody', async () => {
      const path = paths.inventoryImport(WORKSPACE, importIn('failed'));
      for (const db of [stand().as('owner'), editor()]) {
        for (const fields of [
          { problems: [] },
          { columns: ['name'] },
          { 'processing_status.inventory_import': {} },
        ])
          expect(await decisionOn(updateDoc(doc(db, path), fields))).toBe('refused');
      }
    });
  });

  describe('a wish about an import', () => {
    const cases = JOB_STATUSES.flatMap((status) =>
      REQUEST_ACTIONS.map((action) => {
        const allowed: readonly string[] = ALLOWED_REQUESTS[status];
        return { status, action, may: allowed.includes(action) ? 'may' : 'may not' };
      }),
    );

    it.each(cases)('to $action one that is $status $may be uttered', async ({ status, action, may }) => {
      const wish = { ...newRequest('editor', now()), job_id: importJobIn(status), action };
      const request = setDoc(doc(editor(), paths.jobRequest(WORKSPACE, 'r2')), wish);
      expect(await decisionOn(request)).toBe(may === 'may' ? 'allowed' : 'refused');
    });
  });
}
