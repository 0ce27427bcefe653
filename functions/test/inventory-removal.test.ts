/** What becomes of all that belongs to a deleted inventory item. */
import { paths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { itemDeleted, removeItemData } from '../src/inventory/removal/remove-item-data.ts';
import { WORKSPACE } from './engine-bench.ts';
import { clock, type InventoryBench, NOW, openInventoryBench } from './inventory-bench.ts';

vi.setConfig({ testTimeout: 60_000 });

let bench: InventoryBench;

beforeEach(async () => {
  bench = await openInventoryBench();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await bench.close();
});

const remove = async (at = clock) =>
  await removeItemData(bench.db, { workspaceId: WORKSPACE, itemId: 'bolts' }, at);
const reorder = async (id: string) => await bench.data(paths.reorder(WORKSPACE, id));

describe('a deleted item', () => {
  it('takes its history along, however long it is, and leaves that of others', async () => {
    await bench.adjustment('other', 'nuts');
    await Promise.all(
      Array.from({ length: 450 }, async (_, index) => await bench.adjustment(`a${index}`, 'bolts')),
    );
    await remove();
    expect(await bench.ids(paths.stockAdjustments(WORKSPACE))).toEqual(['other']);
  });

  it('is offered by no supplier any more', async () => {
    await bench.link('bolts', 'north');
    await bench.link('bolts', 'south');
    await bench.link('nuts', 'north');
    await remove();
    expect(await bench.ids(paths.itemSuppliers(WORKSPACE))).toEqual(['nuts_north']);
  });

  it('has what is on order cancelled; what has come or was cancelled stays as it is, and so do orders of others', async () => {
    await bench.reorder('requested');
    await bench.reorder('ordered', { status: 'ordered', ordered_at: NOW });
    await bench.reorder('partly', { status: 'ordered', received_quantity: 4, last_receipt: 'a' });
    await bench.reorder('received', { status: 'received', received_quantity: 10, received_at: NOW });
    await bench.reorder('cancelled', { status: 'cancelled', cancelled_at: new Date('2026-01-01') });
    await bench.reorder('other', { item_id: 'nuts' });
    const before = await Promise.all(['received', 'cancelled', 'other'].map(reorder));
    await remove();
    for (const id of ['requested', 'ordered', 'partly'])
      expect(await reorder(id)).toMatchObject({ status: 'cancelled', cancelled_at: expect.anything() });
    expect(await reorder('partly')).toMatchObject({ received_quantity: 4, last_receipt: 'a' });
    expect(await Promise.all(['received', 'cancelled', 'other'].map(reorder))).toEqual(before);
  });

  it('is removed once, however often that is told', async () => {
    await bench.reorder('r');
    await bench.adjustment('a', 'bolts');
    await remove();
    const before = await reorder('r');
    await remove(() => new Date('2027-01-01'));
    expect(await reorder('r')).toEqual(before);
  });

  it('is removed in the end when that was cut short', async () => {
    await Promise.all(
      Array.from({ length: 250 }, async (_, index) => await bench.adjustment(`a${index}`, 'bolts')),
    );
    await bench.link('bolts', 'north');
    const transact = bench.db.runTransaction.bind(bench.db);
    vi.spyOn(bench.db, 'runTransaction')
      .mockImplementationOnce(transact)
      .mockImplementationOnce(async () => await Promise.reject(new Error('killed')));
    await expect(remove()).rejects.toThrow('killed');
    expect(await bench.ids(paths.stockAdjustments(WORKSPACE))).toHaveLength(50);
    await remove();
    expect(await bench.ids(paths.stockAdjustments(WORKSPACE))).toEqual([]);
    expect(await bench.ids(paths.itemSuppliers(WORKSPACE))).toEqual([]);
  });

  it('that is there again keeps everything', async () => {
    await bench.item('bolts');
    await bench.adjustment('a', 'bolts');
    await bench.link('bolts', 'north');
    await bench.reorder('r');
    await remove();
    expect(await bench.ids(paths.stockAdjustments(WORKSPACE))).toEqual(['a']);
    expect(await bench.ids(paths.itemSuppliers(WORKSPACE))).toEqual(['bolts_north']);
    expect(await reorder('r')).toMatchObject({ status: 'requested' });
  });

  it('that is brought back soon keeps its suppliers, its history and what is on order', async () => {
    await bench.adjustment('a', 'bolts');
    await bench.link('bolts', 'north');
    await bench.reorder('r');
    const wait = async () => await bench.item('bolts');
    await itemDeleted(bench.db, { workspaceId: WORKSPACE, itemId: 'bolts' }, { clock, wait });
    expect(await bench.ids(paths.stockAdjustments(WORKSPACE))).toEqual(['a']);
    expect(await bench.ids(paths.itemSuppliers(WORKSPACE))).toEqual(['bolts_north']);
    expect(await reorder('r')).toMatchObject({ status: 'requested' });
  });

  it('that is brought back while it is removed keeps what there is, and what is written then', async () => {
    await bench.reorder('r');
    await bench.adjustment('opening', 'bolts');
    await bench.link('bolts', 'north');
    const transact = bench.db.runTransaction.bind(bench.db);
    vi.spyOn(bench.db, 'runTransaction').mockImplementation(async (work) => {
      const result = await transact(work);
      await bench.item('bolts', { quantity: 3, last_adjustment: 'opening' });
      return result;
    });
    await remove();
    expect(await reorder('r')).toMatchObject({ status: 'cancelled' });
    expect(await bench.ids(paths.stockAdjustments(WORKSPACE))).toEqual(['opening']);
    expect(await bench.ids(paths.itemSuppliers(WORKSPACE))).toEqual(['bolts_north']);
  });
});
