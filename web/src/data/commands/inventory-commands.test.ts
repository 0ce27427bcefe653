import {
  newInventoryItemSchema,
  skuReservationSchema,
  stockAdjustmentSchema,
} from '@docket/model/inventory/inventory-item';
import { inventorySettingsSchema, locationSchema } from '@docket/model/inventory/location';
import { describe, expect, it } from 'vitest';
import { createMemoryBackend } from '../../fixtures/memory-backend.ts';
import type { Write } from '@docket/model/commands/write';
import {
  addItem,
  addLocation,
  adjustStock,
  changeItem,
  deleteItem,
  type DescribedItem,
  saveInventorySettings,
} from '@docket/model/commands/inventory-commands';

const actor = { workspaceId: 'w', uid: 'u', serverTime: new Date(0) };
const GLUE: DescribedItem = {
  name: 'Wood glue',
  description: '',
  sku: 'GLUE-1',
  category: 'Consumables',
  location_id: 'shelf',
  reorder_level: 2,
  reorder_quantity: null,
  image_id: null,
  image_url: null,
};
const fieldsOf = (writes: readonly Write[], path: string) => {
  const write = writes.find((candidate) => candidate.path === path);
  return write === undefined || write.kind === 'delete' ? undefined : write.fields;
};
const ITEM = 'workspaces/w/inventory_items/i';

describe('an item that is added', () => {
  const added = (quantity: number) =>
    addItem(actor, { id: 'i', described: GLUE, quantity, adjustmentId: 'a' });

  it('comes with its SKU and its opening stock', () => {
    const writes = added(5);
    expect(newInventoryItemSchema.parse(fieldsOf(writes, ITEM))).toMatchObject({
      quantity: 5,
      last_adjustment: 'a',
    });
    expect(skuReservationSchema.parse(fieldsOf(writes, 'workspaces/w/skus/GLUE-1')).item_id).toBe('i');
    expect(stockAdjustmentSchema.parse(fieldsOf(writes, 'workspaces/w/stock_adjustments/a'))).toMatchObject({
      delta: 5,
      reason: 'opening',
      item_id: 'i',
    });
  });

  it('has no adjustment while nothing is in stock', () => {
    const writes = added(0);
    expect(writes).toHaveLength(2);
    expect(newInventoryItemSchema.parse(fieldsOf(writes, ITEM)).last_adjustment).toBeNull();
  });
});

describe('an item that is changed', () => {
  it('writes the fields that differ, and nothing when none does', () => {
    const writes = changeItem(actor, 'i', GLUE, { ...GLUE, name: 'Hide glue' });
    expect(writes).toEqual([
      {
        kind: 'update',
        path: ITEM,
        fields: { name: 'Hide glue', updated_by: 'u', updated_at: actor.serverTime },
      },
    ]);
    expect(changeItem(actor, 'i', GLUE, { ...GLUE })).toEqual([]);
  });

  it('gives its SKU back for the new one', () => {
    const writes = changeItem(actor, 'i', GLUE, { ...GLUE, sku: 'GLUE-2' });
    expect(writes.slice(1)).toEqual([
      { kind: 'create', path: 'workspaces/w/skus/GLUE-2', fields: { item_id: 'i' } },
      { kind: 'delete', path: 'workspaces/w/skus/GLUE-1' },
    ]);
  });

  it('gives its SKU back when it is deleted', () => {
    expect(deleteItem('w', 'i', 'GLUE-1').map(({ path }) => path)).toEqual([
      ITEM,
      'workspaces/w/skus/GLUE-1',
    ]);
  });
});

describe('stock that two people adjust at the same time', () => {
  it('counts both', async () => {
    const { database } = createMemoryBackend({ documents: { [ITEM]: { quantity: 10 } } });
    const adjust = (adjustmentId: string, delta: number) =>
      database.commit(
        adjustStock(actor, database.increment(delta), {
          itemId: 'i',
          adjustmentId,
          delta,
          reason: 'used',
          note: '',
        }),
      );
    await Promise.all([adjust('a', -3), adjust('b', -4)]);
    await expect(database.fetchDocument(ITEM)).resolves.toMatchObject({ data: { quantity: 3 } });
    const first = await database.fetchDocument('workspaces/w/stock_adjustments/a');
    expect(stockAdjustmentSchema.parse(first?.data).delta).toBe(-3);
  });
});

describe('places', () => {
  it('are added as what nobody began with', () => {
    const [write] = addLocation(actor, 'l', { name: 'Attic', description: '' });
    expect(locationSchema.parse(write?.kind === 'create' ? write.fields : null)).toMatchObject({
      active: true,
      is_default: false,
    });
  });

  it('are said for the workspace and for categories', () => {
    const said = { default_location_id: 'l', category_locations: { 'Screws, M3': 'm' } };
    const [write] = saveInventorySettings(actor, said);
    expect(inventorySettingsSchema.parse(write?.kind === 'set' ? write.fields : null)).toMatchObject(said);
  });
});
