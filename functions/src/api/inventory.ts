/** Stock: things, how many there are of each, and where they are. */
import type { inventoryOperations } from '@docket/model/api/inventory';
import { ApiProblem } from '@docket/model/api/problem';
import { adjustStock } from '@docket/model/commands/inventory-commands';
import { type InventoryItem, inventoryItemSchema } from '@docket/model/inventory/inventory-item';
import { locationSchema } from '@docket/model/inventory/location';
import { LIMITS } from '@docket/model/limits';
import { paths } from '@docket/model/paths';
import { type DocumentSnapshot, FieldValue } from 'firebase-admin/firestore';
import { addInventoryItem } from './add-inventory-item.ts';
import type { Handlers, RequestContext } from './context.ts';
import { itemView, lowStockPage } from './low-stock.ts';
import { readPage } from './pages.ts';

/** Throws an ApiProblem for what is no item. */
function parsed(snapshot: DocumentSnapshot): InventoryItem {
  const item = inventoryItemSchema.safeParse(snapshot.data()).data;
  if (item === undefined) throw new ApiProblem('not_found', 'There is no such inventory item.');
  return item;
}

const refOf = ({ db, workspaceId }: RequestContext, id: string) =>
  db.doc(paths.inventoryItem(workspaceId, id));

export const inventoryHandlers: Handlers<keyof typeof inventoryOperations> = {
  listLocations: async ({ query }, { db, workspaceId }) => {
    const locations = db.collection(paths.locations(workspaceId));
    return await readPage(locations, locations.orderBy('name'), query, (document) => {
      const location = locationSchema.safeParse(document.data()).data;
      if (location === undefined) return null;
      const { name, description, active, is_default } = location;
      return { id: document.id, name, description, active, is_default };
    });
  },
  listInventoryItems: async ({ query }, { db, workspaceId }) => {
    const items = db.collection(paths.inventoryItems(workspaceId));
    return await readPage(items, items.orderBy('name'), query, (document) => {
      const item = inventoryItemSchema.safeParse(document.data()).data;
      return item === undefined ? null : itemView(document.id, item);
    });
  },
  listLowStock: async ({ query }, context) => await lowStockPage(context, query),
  createInventoryItem: async ({ body }, context) => {
    const id = await addInventoryItem(context, body);
    return itemView(id, parsed(await refOf(context, id).get()));
  },
  getInventoryItem: async ({ path: { item_id: id } }, context) =>
    itemView(id, parsed(await refOf(context, id).get())),
  adjustStock: async ({ path: { item_id: itemId }, body: { delta, reason, note } }, context) => {
    const { db, workspaceId, actor } = context;
    const id = context.newId('adjustment');
    await context.transact(async (transaction) => {
      const [item, made] = await transaction.getAll(
        refOf(context, itemId),
        db.doc(paths.stockAdjustment(workspaceId, id)),
      );
      if (item === undefined) throw new ApiProblem('not_found', 'There is no such inventory item.');
      const { quantity } = parsed(item);
      // Of a request that has come again.
      if (made?.exists === true) return { writes: [], result: undefined };
      if (quantity + delta < 0)
        throw new ApiProblem('conflict', `There are only ${quantity.toLocaleString('en')} pieces.`);
      if (quantity + delta > LIMITS.stockPieces)
        throw new ApiProblem(
          'conflict',
          `At most ${LIMITS.stockPieces.toLocaleString('en')} pieces can be in stock.`,
        );
      const change = { itemId, adjustmentId: id, delta, reason, note };
      return { writes: adjustStock(actor, FieldValue.increment(delta), change), result: undefined };
    });
    return { id, item: itemView(itemId, parsed(await refOf(context, itemId).get())), delta, reason, note };
  },
};
