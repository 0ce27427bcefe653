/** What is running low, by the page: as the page of reorders has it, for as many items as are asked for. */
import {
  type InventoryItem,
  inventoryItemSchema,
  stockAdjustmentSchema,
} from '@docket/model/inventory/inventory-item';
import { type LowStockLine, lowStock, type StockedItem, USE_DAYS } from '@docket/model/inventory/low-stock';
import { itemSupplierSchema, reorderSchema, supplierSchema } from '@docket/model/inventory/supplier';
import { paths } from '@docket/model/paths';
import type { Query } from 'firebase-admin/firestore';
import type { z } from 'zod';
import type { RequestContext } from './context.ts';
import { type PageWish, readPage } from './pages.ts';

/** Items that are looked at a time, and in one request at most. */
const ITEMS_READ = 200;
const ITEMS_PER_REQUEST = 1_000;

/** Items that one query is about: with two states it then means thirty things, and Firestore takes no more. */
const ITEMS_A_QUERY = 15;

/** The latest changes of stock that the use of the items of one query is judged by. */
const ADJUSTMENTS_READ = 2_000;

const MILLISECONDS_PER_DAY = 86_400_000;

/** How an item is shown. */
export function itemView(id: string, item: InventoryItem) {
  return {
    id,
    name: item.name,
    description: item.description,
    sku: item.sku,
    category: item.category,
    location_id: item.location_id,
    quantity: item.quantity,
    reorder_level: item.reorder_level,
    reorder_quantity: item.reorder_quantity,
    image_id: item.image_id,
    image_url: item.image_url,
    created_by: item.created_by,
    created_at: item.created_at,
    updated_at: item.updated_at,
  };
}

const isLow = ({ quantity, reorder_level: level }: InventoryItem) => level !== null && quantity <= level;

/** Items at or below their level, by that level; those after `cursor`. */
async function lowItems(
  { db, workspaceId }: RequestContext,
  { limit, cursor }: PageWish,
): Promise<{ items: StockedItem[]; next: string | null }> {
  const all = db.collection(paths.inventoryItems(workspaceId));
  const levelled = all.where('reorder_level', '>=', 0).orderBy('reorder_level');
  const items: StockedItem[] = [];
  let after = cursor;
  for (let read = 0; read < ITEMS_PER_REQUEST; read += ITEMS_READ) {
    const page = await readPage(all, levelled, { limit: ITEMS_READ, cursor: after }, (document) => {
      const data = inventoryItemSchema.safeParse(document.data()).data;
      return data === undefined ? null : { id: document.id, data };
    });
    for (const item of page.data) {
      if (!isLow(item.data)) continue;
      items.push(item);
      if (items.length === limit) return { items, next: item.id };
    }
    if (page.next_cursor === null) return { items, next: null };
    after = page.next_cursor;
  }
  return { items, next: after ?? null };
}

async function readAll<T>(queries: readonly Query[], schema: z.ZodType<T>): Promise<T[]> {
  const found = await Promise.all(queries.map(async (query) => await query.get()));
  return found.flatMap(({ docs }) =>
    docs.flatMap((document) => schema.safeParse(document.data()).data ?? []),
  );
}

/** The suppliers of `ids` that things are ordered from. */
async function activeSuppliers(
  { db, workspaceId }: RequestContext,
  ids: ReadonlySet<string>,
): Promise<Set<string>> {
  if (ids.size === 0) return new Set();
  const found = await db.getAll(...[...ids].map((id) => db.doc(paths.supplier(workspaceId, id))));
  return new Set(
    found.flatMap((supplier) =>
      supplierSchema.safeParse(supplier.data()).data?.active === true ? [supplier.id] : [],
    ),
  );
}

function lineView({ item, link, onOrder, dailyUse, leadTimeDays, state, suggested }: LowStockLine) {
  return {
    item: itemView(item.id, item.data),
    supplier_id: link?.supplier_id ?? null,
    on_order: onOrder,
    daily_use: dailyUse,
    lead_time_days: leadTimeDays,
    state,
    suggested_quantity: suggested,
  };
}

export async function lowStockPage(context: RequestContext, wish: PageWish) {
  const { db, workspaceId, clock } = context;
  const now = clock();
  const { items, next } = await lowItems(context, wish);
  const ids = items.map(({ id }) => id);
  const groups = Array.from({ length: Math.ceil(ids.length / ITEMS_A_QUERY) }, (_, group) =>
    ids.slice(group * ITEMS_A_QUERY, (group + 1) * ITEMS_A_QUERY),
  );
  const of = (path: string) => groups.map((group) => db.collection(path).where('item_id', 'in', group));
  const since = new Date(now.getTime() - USE_DAYS * MILLISECONDS_PER_DAY);
  const [links, reorders, adjustments] = await Promise.all([
    readAll(of(paths.itemSuppliers(workspaceId)), itemSupplierSchema),
    readAll(
      of(paths.reorders(workspaceId)).map((query) => query.where('status', 'in', ['requested', 'ordered'])),
      reorderSchema,
    ),
    readAll(
      of(paths.stockAdjustments(workspaceId)).map((query) =>
        query.where('at', '>=', since).orderBy('at', 'desc').limit(ADJUSTMENTS_READ),
      ),
      stockAdjustmentSchema,
    ),
  ]);
  const active = await activeSuppliers(context, new Set(links.map(({ supplier_id: id }) => id)));
  const known = links.filter(({ supplier_id: id }) => active.has(id));
  const lines = lowStock({ items, reorders, links: known, adjustments, now }).flatMap((group) => group.lines);
  const lineOf = new Map(lines.map((line) => [line.item.id, line]));
  return {
    data: ids.flatMap((id) => {
      const line = lineOf.get(id);
      return line === undefined ? [] : [lineView(line)];
    }),
    next_cursor: next,
  };
}
