/** What the steps of one run of an import work on: the import, and what has been made of its rows so far. */
import { DocketError } from '@docket/model/errors';
import { type InventoryImport, inventoryImportSchema } from '@docket/model/inventory/inventory-import';
import { paths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../../collections/remove.ts';
import type { PhaseContext } from '../../engine/pipeline-module.ts';
import { type ReadRows, readRowsSchema, type SavedRows, savedRowsSchema } from './import-hand-over.ts';
import { ImportWork } from './import-work.ts';
import { readRows } from './read-rows.ts';
import { saveItems } from './save-items.ts';

export class ImportRun {
  readonly #db: Firestore;
  readonly #bucket: Bucket;
  readonly #context: PhaseContext;
  readonly #work: ImportWork;
  readonly #clock: () => Date;

  constructor(db: Firestore, bucket: Bucket, context: PhaseContext, clock: () => Date) {
    this.#db = db;
    this.#bucket = bucket;
    this.#context = context;
    this.#work = new ImportWork(bucket, context);
    this.#clock = clock;
  }

  /** The rows of the file. Throws the `file_…` error that fits. */
  async rows(): Promise<ReadRows> {
    return await this.#work.stored('rows', readRowsSchema, this.#context.signal, async () =>
      readRows(this.#bucket, await this.#record()),
    );
  }

  /** What has become of them, once their items are saved. */
  async saved(): Promise<SavedRows> {
    return await this.#work.stored('saved', savedRowsSchema, this.#context.signal, async () =>
      saveItems(this.#db, this.#context, await this.#record(), await this.rows(), this.#clock),
    );
  }

  async #record(): Promise<InventoryImport> {
    const { workspaceId, job } = this.#context;
    const snapshot = await this.#db.doc(paths.inventoryImport(workspaceId, job.subject.id)).get();
    if (!snapshot.exists) throw new DocketError('subject_missing');
    return inventoryImportSchema.parse(snapshot.data());
  }
}
