/** What a transaction on a group of rows reads before it writes. */
import { generateSku } from '@docket/model/inventory/generate-sku';
import { importedItemId } from '@docket/model/inventory/imported-item-id';
import type { ImportRow } from '@docket/model/inventory/import-row';
import {
  type InventoryItem,
  inventoryItemSchema,
  skuReservationSchema,
} from '@docket/model/inventory/inventory-item';
import { type ItemSupplier, itemSupplierSchema } from '@docket/model/inventory/supplier';
import { paths } from '@docket/model/paths';
import type { DocumentReference, DocumentSnapshot, Firestore, Transaction } from 'firebase-admin/firestore';
import type { RunInfo } from '../../engine/pipeline-module.ts';
import { adjustmentId, idOf, sha256 } from './import-ids.ts';

/** A row with its item; null: it has yet to be created. */
export interface RowTarget {
  row: ImportRow;
  itemId: string;
  item: InventoryItem | null;
  /** There is an item, and its record cannot be read. */
  isDamaged: boolean;
  /** Whether the SKU of the row is reserved for the item already. */
  isReserved: boolean;
}

/** Values of one `in` of a query. */
const VALUES_PER_QUERY = 30;

export class GroupReads {
  readonly #db: Firestore;
  readonly #run: RunInfo;
  readonly #transaction: Transaction;

  constructor(db: Firestore, run: RunInfo, transaction: Transaction) {
    this.#db = db;
    this.#run = run;
    this.#transaction = transaction;
  }

  /** The items that `rows` are about: those that have their SKUs, or that rows without one lead to. */
  async targets(rows: readonly ImportRow[]): Promise<RowTarget[]> {
    const reserved = await this.#all(
      rows.flatMap(({ sku }) => (sku === null ? [] : paths.sku(this.#run.workspaceId, sku))),
    );
    const owners = new Map(
      reserved.map((found) => [found.id, skuReservationSchema.parse(found.data()).item_id]),
    );
    const named = await Promise.all(
      rows.map(async (row) => {
        const owner = owners.get(row.sku ?? '');
        return { row, itemId: owner ?? (await this.#newId(row)), isReserved: owner !== undefined };
      }),
    );
    const found = await this.#all(
      named.map(({ itemId }) => paths.inventoryItem(this.#run.workspaceId, itemId)),
    );
    const items = new Map(found.map((item) => [item.id, inventoryItemSchema.safeParse(item.data())]));
    return named.map((target) => {
      const read = items.get(target.itemId);
      return { ...target, item: read?.data ?? null, isDamaged: read?.success === false };
    });
  }

  /** What suppliers have of the items whose rows name one, by the ids of the items. */
  async links(targets: readonly RowTarget[]): Promise<Map<string, ItemSupplier[]>> {
    const ids = targets.flatMap(({ row, itemId, item }) =>
      row.supplier === null || item === null ? [] : itemId,
    );
    const groups = Array.from({ length: Math.ceil(ids.length / VALUES_PER_QUERY) }, (_, index) =>
      ids.slice(index * VALUES_PER_QUERY, (index + 1) * VALUES_PER_QUERY),
    );
    const links = this.#db.collection(paths.itemSuppliers(this.#run.workspaceId));
    const found = await Promise.all(
      groups.map(async (group) => await this.#transaction.get(links.where('item_id', 'in', group))),
    );
    const all = found.flatMap(({ docs }) => docs.map((link) => itemSupplierSchema.parse(link.data())));
    return Map.groupBy(all, ({ item_id }) => item_id);
  }

  /** Those of the adjustments that a quantity would need and that the import has made already. */
  async adjustments(targets: readonly RowTarget[]): Promise<Set<string>> {
    const found = await this.#all(
      targets.flatMap(({ row, itemId, item }) =>
        row.quantity === null || item === null || row.quantity === item.quantity
          ? []
          : paths.stockAdjustment(this.#run.workspaceId, adjustmentId(this.#run.job.subject.id, itemId)),
      ),
    );
    return new Set(found.map(({ id }) => id));
  }

  /** SKUs that no item has, for the items that are to be created without one, by their ids. */
  async freeSkus(targets: readonly RowTarget[], random: () => number): Promise<Map<string, string>> {
    const free = new Map<string, string>();
    const taken = new Set(targets.flatMap(({ row }) => row.sku ?? []));
    for (;;) {
      const open = targets.filter(
        ({ row, item, itemId }) => row.sku === null && item === null && !free.has(itemId),
      );
      if (open.length === 0) return free;
      const tried = new Map(open.map(({ itemId }) => [generateSku(random), itemId]));
      const found = await this.#all([...tried.keys()].map((sku) => paths.sku(this.#run.workspaceId, sku)));
      for (const { id } of found) taken.add(id);
      for (const [sku, itemId] of tried) {
        if (taken.has(sku)) continue;
        taken.add(sku);
        free.set(itemId, sku);
      }
    }
  }

  /**
   * The id of an item that is created for `row`. An item may have been given another SKU since it was created: an id made of
   * the SKU alone might be taken.
   */
  async #newId(row: ImportRow): Promise<string> {
    return row.sku === null
      ? await importedItemId(row, sha256)
      : idOf('item', this.#run.job.subject.id, row.sku);
  }

  /** Those of the documents at `places` that exist. */
  async #all(places: readonly string[]): Promise<DocumentSnapshot[]> {
    const [first, ...others] = places.map((place): DocumentReference => this.#db.doc(place));
    if (first === undefined) return [];
    const found = await this.#transaction.getAll(first, ...others);
    return found.filter(({ exists }) => exists);
  }
}
