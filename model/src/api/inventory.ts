/** Stock: things, how many there are of each, and where they are. */
import { z } from 'zod';
import { newInventoryItemSchema, piecesSchema } from '../inventory/inventory-item.ts';
import { LIMITS } from '../limits.ts';
import { READING, type Operation } from './operation.ts';
import { idSchema, inWorkspace, noFields, pageOf, pageQuery, timestamp } from './shared.ts';

const ofItem = inWorkspace.extend({ item_id: idSchema.meta({ description: 'The item.' }) });

/** Why somebody changes stock by hand. Receipts belong to reorders. */
const HAND_REASONS = ['count', 'used', 'returned', 'damaged'] as const;

const { name, description, category } = newInventoryItemSchema.shape;

const locationView = z
  .object({
    id: idSchema,
    name: z.string().meta({ examples: ['Main Workshop'] }),
    description: z.string(),
    active: z.boolean().meta({ description: 'Nothing new is put into an inactive one.' }),
    is_default: z.boolean().meta({ description: 'Whether every workspace begins with it.' }),
  })
  .meta({ id: 'Location' });

const itemView = z
  .object({
    id: idSchema,
    name: z.string(),
    description: z.string(),
    sku: z.string().meta({ examples: ['SKU-7Q2M9X4B'] }),
    category: z.string(),
    location_id: z.string().nullable(),
    quantity: z.number().int().meta({ description: 'Pieces in stock.' }),
    reorder_level: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'At this many or fewer it is running low; null: never.' }),
    reorder_quantity: z.number().int().nullable(),
    image_id: z
      .string()
      .nullable()
      .meta({ description: 'Its picture in the library; ask there how far it is.' }),
    image_url: z.string().nullable().meta({ description: 'Where the picture comes from.' }),
    created_by: z.string(),
    created_at: timestamp,
    updated_at: timestamp,
  })
  .meta({ id: 'InventoryItem' });

const newItemBody = z
  .strictObject({
    name,
    description: description.default(''),
    sku: z
      .string()
      .max(60)
      .default('')
      .meta({ description: 'Exists once. Empty: one is made. Small letters and blanks are tidied.' }),
    category: category.default(''),
    location_id: idSchema
      .nullable()
      .optional()
      .meta({ description: 'An active location. Absent: where its category goes; null: none.' }),
    quantity: piecesSchema.default(0).meta({ description: 'What is in stock at the beginning.' }),
    reorder_level: piecesSchema.nullable().default(null),
    reorder_quantity: piecesSchema.nullable().default(null),
    image_id: idSchema.nullable().default(null).meta({ description: 'An image of the library.' }),
    image_url: z.string().max(LIMITS.urlCharacters).nullable().default(null).meta({
      description:
        'Where a picture is to be fetched from, in the background: the item is saved at once. Not together with `image_id`.',
    }),
  })
  .refine(({ image_id: image, image_url: url }) => image === null || url === null, {
    path: ['image_url'],
    message: 'Give an image or an address, not both.',
  })
  .meta({
    id: 'NewInventoryItem',
    examples: [
      {
        name: 'Wood glue',
        category: 'Consumables',
        quantity: 12,
        image_url: 'https://example.com/glue.webp',
      },
    ],
  });

const adjustmentView = z
  .object({
    id: idSchema,
    item: itemView,
    delta: z.number().int(),
    reason: z.enum(HAND_REASONS),
    note: z.string(),
  })
  .meta({ id: 'StockAdjustment' });

const adjustmentBody = z
  .strictObject({
    delta: z
      .number()
      .int()
      .min(-LIMITS.stockPieces)
      .max(LIMITS.stockPieces)
      .refine((delta) => delta !== 0, 'Nothing would change.')
      .meta({ description: 'Pieces that came (positive) or went (negative).' }),
    reason: z.enum(HAND_REASONS).default('count'),
    note: z.string().max(LIMITS.noteCharacters).default(''),
  })
  .meta({ id: 'NewStockAdjustment', examples: [{ delta: -3, reason: 'used', note: 'Workshop on Friday' }] });

const lowStockView = z
  .object({
    item: itemView,
    supplier_id: z
      .string()
      .nullable()
      .meta({ description: 'From whom it is ordered; null: nobody is known to have it.' }),
    on_order: z.number().int().meta({ description: 'Pieces that are still to come.' }),
    daily_use: z
      .number()
      .meta({ description: 'Pieces that go in a day, on average of the last three months.' }),
    lead_time_days: z.number().nullable().meta({ description: 'How long the supplier took so far.' }),
    state: z.enum(['to_order', 'covered']).meta({
      description: '`covered`: with what is on order there will be more than the reorder level.',
    }),
    suggested_quantity: z.number().int().meta({ description: 'Pieces to order; 0 when covered.' }),
  })
  .meta({ id: 'LowStock', description: 'An item at or below its reorder level.' });

export const inventoryOperations = {
  listLocations: {
    ...READING,
    id: 'listLocations',
    route: '/workspaces/{workspace_id}/inventory/locations',
    tag: 'Inventory',
    summary: 'List locations',
    description: 'The places where things are kept, by name.',
    path: inWorkspace,
    query: pageQuery,
    answer: { status: 200, description: 'A page of them.', schema: pageOf(locationView, 'LocationPage') },
    problems: [],
  },
  listInventoryItems: {
    ...READING,
    id: 'listInventoryItems',
    route: '/workspaces/{workspace_id}/inventory/items',
    tag: 'Inventory',
    summary: 'List inventory items',
    description: 'What is kept in stock, by name.',
    path: inWorkspace,
    query: pageQuery,
    answer: { status: 200, description: 'A page of them.', schema: pageOf(itemView, 'InventoryItemPage') },
    problems: [],
  },
  listLowStock: {
    ...READING,
    id: 'listLowStock',
    route: '/workspaces/{workspace_id}/inventory/low-stock',
    tag: 'Inventory',
    summary: 'List what is running low',
    description:
      'Items at or below their reorder level, with what is on order and how many more to order. A page may hold fewer than you asked for; go on until `next_cursor` is null.',
    path: inWorkspace,
    // What each has used lately is read for it, so a page is short.
    query: pageQuery.extend({
      limit: z.coerce.number().int().min(1).max(50).default(50).meta({ description: 'How many at most.' }),
    }),
    answer: { status: 200, description: 'A page of them.', schema: pageOf(lowStockView, 'LowStockPage') },
    problems: [],
  },
  createInventoryItem: {
    id: 'createInventoryItem',
    method: 'post',
    route: '/workspaces/{workspace_id}/inventory/items',
    tag: 'Inventory',
    summary: 'Add an inventory item',
    description:
      'Adds a thing with its opening stock. It is saved at once; a picture that has an address is fetched in the background, and appears when it has come.',
    needs: 'edit',
    weight: 'start',
    path: inWorkspace,
    query: noFields,
    carries: 'json',
    body: newItemBody,
    answer: { status: 201, description: 'The item.', schema: itemView },
    problems: ['conflict', 'unprocessable'],
  },
  getInventoryItem: {
    ...READING,
    id: 'getInventoryItem',
    route: '/workspaces/{workspace_id}/inventory/items/{item_id}',
    tag: 'Inventory',
    summary: 'Get an inventory item',
    description: 'One thing, with what is in stock.',
    path: ofItem,
    query: noFields,
    answer: { status: 200, description: 'The item.', schema: itemView },
    problems: [],
  },
  adjustStock: {
    id: 'adjustStock',
    method: 'post',
    route: '/workspaces/{workspace_id}/inventory/items/{item_id}/adjustments',
    tag: 'Inventory',
    summary: 'Adjust the stock of an item',
    description:
      'Pieces come or go, for a reason that is kept. Adjustments at the same time all count. Stock never falls below nothing.',
    needs: 'edit',
    weight: 'read',
    path: ofItem,
    query: noFields,
    carries: 'json',
    body: adjustmentBody,
    answer: {
      status: 201,
      description: 'The adjustment, and the item after it.',
      schema: adjustmentView,
    },
    problems: ['conflict'],
  },
} as const satisfies Record<string, Operation>;
