/** Rows of an import that are saved in one transaction: items with their SKUs, stock and suppliers. */
import type { ImportRow } from '@docket/model/inventory/import-row';
import type { InventoryImport } from '@docket/model/inventory/inventory-import';
import {
  type InventoryItem,
  inventoryItemSchema,
  type NewInventoryItem,
  skuReservationSchema,
  type StockAdjustment,
} from '@docket/model/inventory/inventory-item';
import { itemSupplierId, newItemSupplierSchema } from '@docket/model/inventory/supplier';
import { LIMITS } from '@docket/model/limits';
import { paths } from '@docket/model/paths';
import type { Firestore, Transaction } from 'firebase-admin/firestore';
import type { RunInfo } from '../../engine/pipeline-module.ts';
import { GroupReads, type RowTarget } from './group-reads.ts';
import { adjustmentId } from './import-ids.ts';
import type { Neighbourhood } from './neighbourhood.ts';
import { type ItemFields, type LinkFields, planRow } from './plan-row.ts';

/** What has become of a row. `imageId`: the image that its item has now. */
export type RowEnd = { line: number; itemId: string } & (
  | { type: 'created' | 'updated' | 'unchanged'; imageId: string | null }
  | { type: 'failed'; reason: string }
);

export interface GroupParts {
  db: Firestore;
  run: RunInfo;
  record: InventoryImport;
  neighbourhood: Neighbourhood;
  /** The items of the rows before this group, with their lines. */
  lines: ReadonlyMap<string, number>;
  /** Yields numbers from 0 up to, but not, 1. */
  random: () => number;
  clock: () => Date;
}

export class RowGroup {
  readonly #parts: GroupParts;
  readonly #transaction: Transaction;

  constructor(parts: GroupParts, transaction: Transaction) {
    this.#parts = parts;
    this.#transaction = transaction;
  }

  /** Saves what `rows` change, and nothing where they change nothing. */
  async save(rows: readonly ImportRow[]): Promise<RowEnd[]> {
    const { db, run, random, lines: earlier } = this.#parts;
    const reads = new GroupReads(db, run, this.#transaction);
    const targets = await reads.targets(rows);
    const [links, adjustments, skus] = await Promise.all([
      reads.links(targets),
      reads.adjustments(targets),
      reads.freeSkus(targets, random),
    ]);
    const lines = new Map(earlier);
    return targets.map((target): RowEnd => {
      const { row, itemId, item, isDamaged } = target;
      const { line } = row;
      const first = lines.get(itemId);
      if (first !== undefined)
        return { line, itemId, type: 'failed', reason: `Line ${first} is about the same item` };
      lines.set(itemId, line);
      if (isDamaged) return { line, itemId, type: 'failed', reason: 'The record of its item is damaged' };
      const around = this.#parts.neighbourhood.around(row);
      const adjusted = adjustments.has(this.#adjustmentId(itemId));
      const found = item === null ? null : { item, links: links.get(itemId) ?? [], adjusted };
      const plan = planRow(row, found, around);
      switch (plan.type) {
        case 'problem':
          return { line, itemId, type: 'failed', reason: plan.reason };
        case 'unchanged':
          return { line, itemId, type: this.#earlierEnd(item), imageId: item?.image_id ?? null };
        case 'create':
          this.#create(target, row.sku ?? skus.get(itemId) ?? '', plan.fields);
          break;
        case 'update':
          this.#update(itemId, item?.quantity ?? 0, plan.fields);
          break;
      }
      if (plan.link !== null && around.supplierId !== undefined)
        this.#link(itemId, around.supplierId, plan.link);
      const imageId = plan.fields.image_id ?? item?.image_id ?? null;
      const type = plan.type === 'create' || this.#earlierEnd(item) === 'created' ? 'created' : 'updated';
      return { line, itemId, type, imageId };
    });
  }

  /** What this import has done to an item before: a worker that was lost may have saved it. */
  #earlierEnd(item: InventoryItem | null): 'created' | 'updated' | 'unchanged' {
    if (item?.import_id !== this.#parts.run.job.subject.id) return 'unchanged';
    return item.created_at.getTime() === this.#parts.record.created_at.getTime() ? 'created' : 'updated';
  }

  #create({ row, itemId, isReserved }: RowTarget, sku: string, fields: ItemFields): void {
    const { run, record } = this.#parts;
    const adjustment = this.#adjust(itemId, fields.quantity);
    const item: NewInventoryItem & Pick<InventoryItem, 'import_id'> = {
      ...fields,
      sku,
      last_adjustment: adjustment,
      import_id: run.job.subject.id,
      created_by: run.job.created_by,
      // By this it is known later that it was this import that has created the item.
      created_at: record.created_at,
      ...this.#signature(),
    };
    this.#transaction.create(this.#ref(paths.inventoryItem, itemId), inventoryItemSchema.parse(item));
    if (row.sku === null || !isReserved)
      this.#transaction.create(this.#ref(paths.sku, sku), skuReservationSchema.parse({ item_id: itemId }));
  }

  #update(itemId: string, before: number, fields: Partial<ItemFields>): void {
    const adjustment = this.#adjust(itemId, (fields.quantity ?? before) - before);
    this.#transaction.update(this.#ref(paths.inventoryItem, itemId), {
      ...fields,
      ...(adjustment !== null && { last_adjustment: adjustment }),
      import_id: this.#parts.run.job.subject.id,
      ...this.#signature(),
    });
  }

  /** Notes why the stock changes by `delta`. Returns the id of the adjustment; null where nothing changes. */
  #adjust(itemId: string, delta: number): string | null {
    if (delta === 0) return null;
    const { run, record, clock } = this.#parts;
    const id = this.#adjustmentId(itemId);
    const adjustment: StockAdjustment = {
      item_id: itemId,
      delta,
      reason: 'import',
      note: record.file_name.slice(0, LIMITS.noteCharacters),
      reorder_id: null,
      by: run.job.created_by,
      at: clock(),
    };
    // There may be one of an item that was deleted since.
    this.#transaction.set(this.#ref(paths.stockAdjustment, id), adjustment);
    return id;
  }

  #link(itemId: string, supplierId: string, fields: Partial<LinkFields>): void {
    const { run, clock } = this.#parts;
    const ref = this.#ref(paths.itemSupplier, itemSupplierId(itemId, supplierId));
    // Only a new one says whether it is preferred.
    if (fields.preferred === undefined) {
      this.#transaction.update(ref, { ...fields });
      return;
    }
    const link = newItemSupplierSchema.parse({
      ...fields,
      item_id: itemId,
      supplier_id: supplierId,
      location_id: null,
      created_by: run.job.created_by,
      created_at: clock(),
    });
    this.#transaction.set(ref, link);
  }

  #signature() {
    const { run, clock } = this.#parts;
    return { updated_by: run.job.created_by, updated_at: clock() };
  }

  #adjustmentId(itemId: string): string {
    return adjustmentId(this.#parts.run.job.subject.id, itemId);
  }

  #ref(path: (workspace: string, id: string) => string, id: string) {
    return this.#parts.db.doc(path(this.#parts.run.workspaceId, id));
  }
}
