/** How long suppliers take, as links between items and suppliers say it. */
import {
  itemSupplierId,
  itemSupplierSchema,
  type LeadTime,
  type Reorder,
} from '@docket/model/inventory/supplier';
import { paths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { reorderWritten } from '../src/inventory/lead-times/reorder-written.ts';
import { updateAllLeadTimes } from '../src/inventory/lead-times/update-all.ts';
import { WORKSPACE } from './engine-bench.ts';
import { clock, type InventoryBench, NOW, openInventoryBench } from './inventory-bench.ts';

vi.setConfig({ testTimeout: 60_000 });

let bench: InventoryBench;
let logged: object[];

beforeEach(async () => {
  bench = await openInventoryBench();
  logged = [];
});
afterEach(async () => {
  vi.restoreAllMocks();
  await bench.close();
});

const log = { info: () => {}, error: (about: object) => void logged.push(about) };
const nextDay = () => new Date(NOW.getTime() + 86_400_000);
const schedule = async (at = clock) => await updateAllLeadTimes(bench.db, at, log);

const of = (item_id: string, supplier_id: string) => ({ item_id, supplier_id });
const received = (requested: string, arrived: string): Partial<Reorder> => ({
  status: 'received',
  received_quantity: 10,
  requested_at: new Date(requested),
  received_at: new Date(arrived),
  last_receipt: 'a',
});
const partly: Partial<Reorder> = { status: 'ordered', received_quantity: 4, last_receipt: 'a' };
const cancelled: Partial<Reorder> = { status: 'cancelled', cancelled_at: new Date('2026-02-01') };

/** Every kind of reorder. Days are those between request and receipt. */
const REORDERS: Record<string, Partial<Reorder>> = {
  // 4, 10 and 1.5 days: 15.5 in three.
  b1: { ...of('bolts', 'north'), ...received('2026-01-01T00:00:00Z', '2026-01-05T00:00:00Z') },
  b2: { ...of('bolts', 'north'), ...received('2026-01-10T08:00:00Z', '2026-01-20T08:00:00Z') },
  b3: { ...of('bolts', 'north'), ...received('2026-02-01T00:00:00Z', '2026-02-02T12:00:00Z') },
  b4: { ...of('bolts', 'north'), status: 'requested', requested_at: new Date('2025-06-01') },
  b5: { ...of('bolts', 'north'), ...partly, requested_at: new Date('2025-06-01') },
  b6: { ...of('bolts', 'north'), ...cancelled, requested_at: new Date('2025-06-01') },
  b7: { ...of('bolts', 'north'), ...partly, ...cancelled, requested_at: new Date('2025-06-01') },
  // The same item from another supplier: 20 days in one.
  b8: { ...of('bolts', 'south'), ...received('2026-01-01T00:00:00Z', '2026-01-21T00:00:00Z') },
  b9: { ...of('bolts', 'south'), ...partly },
  // Another item from the same supplier: 6 and 18 hours, half a day each on average.
  w1: { ...of('washers', 'north'), ...received('2026-02-03T06:00:00Z', '2026-02-03T12:00:00Z') },
  w2: { ...of('washers', 'north'), ...received('2026-02-04T00:00:00Z', '2026-02-04T18:00:00Z') },
  // Nothing has ever come.
  n1: { ...of('nuts', 'north'), ...cancelled },
  n2: { ...of('nuts', 'north'), status: 'ordered' },
};

/** By hand. */
const EXPECTED: Record<string, Pick<LeadTime, 'average_days' | 'reorders'> | null> = {
  bolts_north: { average_days: 15.5 / 3, reorders: 3 },
  bolts_south: { average_days: 20, reorders: 1 },
  washers_north: { average_days: 0.5, reorders: 2 },
  nuts_north: null,
  nuts_south: null,
};

async function writeTable() {
  for (const link of Object.keys(EXPECTED)) {
    const [item = '', supplier = ''] = link.split('_');
    await bench.link(item, supplier);
  }
  for (const [id, fields] of Object.entries(REORDERS)) await bench.reorder(id, fields);
}

const linkRef = (link: string) => bench.db.doc(paths.itemSupplier(WORKSPACE, link));
const leadTime = async (link: string) =>
  itemSupplierSchema.parse((await linkRef(link).get()).data()).lead_time;

async function leadTimes() {
  const found: Record<string, unknown> = {};
  for (const link of Object.keys(EXPECTED)) found[link] = await leadTime(link);
  return found;
}

function expected() {
  return Object.fromEntries(
    Object.entries(EXPECTED).map(([link, time]) => [
      link,
      time === null ? null : { ...time, updated_at: NOW },
    ]),
  );
}

const snapshotOf = async (id: string) => await bench.db.doc(paths.reorder(WORKSPACE, id)).get();
const nothing = { data: () => undefined };

/** Tells of the reorder as it is now: it has just come to be so. */
async function told(id: string, at = clock) {
  await reorderWritten(bench.db, WORKSPACE, { before: nothing, after: await snapshotOf(id) }, at);
}

/** Changes, or deletes, the reorder and tells of it. */
async function change(id: string, fields: Partial<Reorder> | null) {
  const before = await snapshotOf(id);
  await (fields === null ? before.ref.delete() : before.ref.update(fields));
  await reorderWritten(bench.db, WORKSPACE, { before, after: await snapshotOf(id) }, clock);
}

describe('a lead time', () => {
  beforeEach(writeTable);

  it('is the average of what has come in full, by item and supplier', async () => {
    for (const id of Object.keys(REORDERS)) await told(id);
    expect(await leadTimes()).toEqual(expected());
  });

  it('is the same when everything is told twice, in any order, and at once', async () => {
    const ids = Object.keys(REORDERS);
    for (const id of [...ids.toReversed(), ...ids]) await told(id);
    expect(await leadTimes()).toEqual(expected());
    await Promise.all(['b1', 'b2', 'b3', 'b3'].map(async (id) => await told(id)));
    expect(await leadTimes()).toEqual(expected());
  });

  it('counts every one of many that come at the same moment', async () => {
    const days = [1, 2, 3, 4, 5, 6, 7, 8];
    const ids = days.map((day) => `s${day}`);
    for (const id of ids) await bench.reorder(id, { ...of('nuts', 'south'), status: 'ordered' });
    await Promise.all(
      days.map(
        async (day) =>
          await change(`s${day}`, received('2026-01-01T00:00:00Z', `2026-01-0${day + 1}T00:00:00Z`)),
      ),
    );
    expect(await leadTime('nuts_south')).toMatchObject({ average_days: 4.5, reorders: 8 });
  });

  it('changes when another reorder has come', async () => {
    for (const id of Object.keys(REORDERS)) await told(id);
    await change('b9', received('2026-01-01T00:00:00Z', '2026-01-11T00:00:00Z'));
    expect(await leadTime('bolts_south')).toMatchObject({ average_days: 15, reorders: 2 });
    expect(await leadTime('bolts_north')).toMatchObject(EXPECTED['bolts_north'] ?? {});
  });

  it('follows a received reorder that is corrected', async () => {
    await change('b8', { received_at: new Date('2026-01-08T00:00:00Z') });
    expect(await leadTime('bolts_south')).toMatchObject({ average_days: 7, reorders: 1 });
  });

  it('follows a received reorder that turns out to be of another supplier, on both sides', async () => {
    for (const id of Object.keys(REORDERS)) await told(id);
    await change('b8', { supplier_id: 'north' });
    expect(await leadTime('bolts_south')).toBeNull();
    expect(await leadTime('bolts_north')).toMatchObject({ average_days: 35.5 / 4, reorders: 4 });
  });

  it('forgets a received reorder that is deleted, and itself with the last one', async () => {
    await told('w1');
    await change('w2', null);
    expect(await leadTime('washers_north')).toMatchObject({ average_days: 0.25, reorders: 1 });
    await change('w1', null);
    expect(await leadTime('washers_north')).toBeNull();
  });

  it('is not looked at when nothing has been received', async () => {
    const transactions = vi.spyOn(bench.db, 'runTransaction');
    for (const id of ['b4', 'b5', 'b6', 'b7', 'n1', 'n2']) await told(id);
    await change('n2', cancelled);
    expect(transactions).not.toHaveBeenCalled();
  });

  it('is not written again when it is what it was', async () => {
    await told('b1');
    const before = await linkRef('bolts_north').get();
    await told('b2', nextDay);
    expect((await linkRef('bolts_north').get()).updateTime).toEqual(before.updateTime);
  });

  it('leaves everything else about the link as people have said it', async () => {
    await linkRef('bolts_north').update({ price: 2.5, preferred: true });
    await told('b1');
    expect((await linkRef('bolts_north').get()).data()).toMatchObject({ price: 2.5, preferred: true });
  });

  it('of an item that nobody has linked with the supplier is written nowhere', async () => {
    await bench.reorder('x', { ...of('nuts', 'east'), ...received('2026-01-01', '2026-01-02') });
    await told('x');
    expect(await bench.ids(paths.itemSuppliers(WORKSPACE))).toEqual(Object.keys(EXPECTED).toSorted());
  });
});

describe('the daily repair', () => {
  it('sets right all that was never told', async () => {
    await writeTable();
    await schedule();
    expect(await leadTimes()).toEqual(expected());
  });

  it('sets right what was told in part, and takes back what nothing says any more', async () => {
    await writeTable();
    await told('b8');
    await bench.db.doc(paths.reorder(WORKSPACE, 'b8')).delete();
    const stale: LeadTime = { average_days: 99, reorders: 9, updated_at: NOW };
    await linkRef('nuts_north').update({ lead_time: stale });
    await schedule();
    expect(await leadTimes()).toEqual({ ...expected(), bolts_south: null });
  });

  it('writes nothing when nothing has changed', async () => {
    await writeTable();
    await schedule();
    const times = async () =>
      (await bench.db.collection(paths.itemSuppliers(WORKSPACE)).get()).docs.map((link) => link.updateTime);
    const before = await times();
    await schedule(nextDay);
    expect(await times()).toEqual(before);
  });

  it('goes through more links than one page has, in all workspaces', async () => {
    const items = Array.from({ length: 230 }, (_, index) => `item${String(index).padStart(3, '0')}`);
    const [first = '', last = ''] = [items[0], items.at(-1)];
    await Promise.all(items.map(async (item) => await bench.link(item, 'north')));
    for (const [id, item] of [
      ['r1', first],
      ['r2', last],
    ] as const)
      await bench.reorder(id, { ...of(item, 'north'), ...received('2026-01-01', '2026-01-03') });
    await bench.link('bolts', 'north', {}, 'another');
    await bench.reorder('r', received('2026-01-01', '2026-01-04'), 'another');
    await schedule();
    for (const item of [first, last])
      expect(await leadTime(itemSupplierId(item, 'north'))).toMatchObject({ average_days: 2 });
    expect(await bench.data(paths.itemSupplier('another', 'bolts_north'))).toMatchObject({
      lead_time: { average_days: 3, reorders: 1 },
    });
  });

  it('goes on with the others when one cannot be written, and says which', async () => {
    await writeTable();
    vi.spyOn(bench.db, 'runTransaction').mockRejectedValueOnce(new Error('too much contention'));
    await schedule();
    const written = Object.values(await leadTimes()).filter((time) => time !== null);
    expect(written).toHaveLength(2);
    expect(logged).toEqual([
      { link: paths.itemSupplier(WORKSPACE, 'bolts_north'), error: expect.stringContaining('contention') },
    ]);
    await schedule();
    expect(await leadTimes()).toEqual(expected());
  });
});
