/** "Import Inventory" when workers die, two people import the same file, a person cancels, or a step fails. */
import type { ImportColumns } from '@docket/model/inventory/inventory-import';
import { paths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WORKSPACE } from './engine-bench.ts';
import {
  csv,
  imageIdOf,
  type InventoryBench,
  openInventoryBench,
  type Place,
} from './inventory-import-bench.ts';

vi.setConfig({ testTimeout: 60_000 });

let inventory: InventoryBench;

beforeEach(async () => {
  inventory = await openInventoryBench();
});
afterEach(async () => await inventory.close());

/** 210 rows, which are saved in three transactions, after those that create the place. */
const GROUPS = csv(
  ['SKU', 'Name', 'Quantity', 'Location', 'Image'],
  ...Array.from({ length: 210 }, (_, index) => [
    `A-${index}`,
    `Part ${index}`,
    (index % 3) + 1,
    'Shelf',
    index < 60 ? `https://a.example/${index}.jpg` : '',
  ]),
);
const GROUP_COLUMNS: ImportColumns = ['sku', 'name', 'quantity', 'location', 'image_url'];

/** A worker hangs at the `count`-th place that fits, until it is let go. */
function hangAt(count: number, fits: (place: Place) => boolean) {
  const reached = Promise.withResolvers<void>();
  const go = Promise.withResolvers<void>();
  let passed = 0;
  inventory.onPlace = async (place) => {
    if (!fits(place)) return;
    passed += 1;
    if (passed !== count) return;
    reached.resolve();
    await go.promise;
  };
  return { reached: reached.promise, go: () => go.resolve() };
}

async function expectWhole(): Promise<void> {
  expect((await inventory.record('i')).outcome).toEqual({
    created: 209,
    updated: 1,
    unchanged: 0,
    failed: 0,
    images: 60,
  });
  const items = [...(await inventory.items()).values()];
  expect(items).toHaveLength(210);
  const imported = (await inventory.adjustments()).filter(({ reason }) => reason === 'import');
  expect(imported).toHaveLength(210);
  for (const { id, name, quantity } of items) {
    expect(quantity).toBe((Number(name.slice('Part '.length)) % 3) + 1);
    const deltas = imported.filter(({ item_id }) => item_id === id).map(({ delta }) => delta);
    expect(deltas).toEqual([id === 'mine' ? quantity - 9 : quantity]);
  }
  expect((await inventory.images()).size).toBe(60);
  expect([...(await inventory.batches()).values()].toSorted((a, b) => a - b)).toEqual([10, 50]);
  expect(inventory.work()).toEqual([]);
}

describe('a worker that is believed dead', () => {
  const places: [number, Place][] = [
    [2, { step: 'save_items', when: 'after' }],
    [3, { step: 'save_items', when: 'after' }],
    [4, { step: 'save_items', when: 'after' }],
    [1, { step: 'start_images', when: 'after' }],
  ];

  it.each(places)(
    'at transaction %i of %o makes no difference, nor does what it tries later',
    async (count, at) => {
      await inventory.add('mine', { sku: 'A-5', name: 'Old', quantity: 9 });
      const worker = hangAt(count, ({ step, when }) => step === at.step && when === at.when);
      const job = await inventory.start('i', GROUP_COLUMNS, GROUPS);
      const dead = [...inventory.bench.queue.running];
      await worker.reached;
      await inventory.takeOver(job);
      expect((await inventory.job(job)).status).toBe('completed');
      await expectWhole();
      const before = await inventory.writtenAt();
      worker.go();
      await Promise.all(dead);
      expect(await inventory.writtenAt()).toEqual(before);
    },
  );

  it('leaves what a person has taken out of stock meanwhile', async () => {
    const worker = hangAt(4, ({ step, when }) => step === 'save_items' && when === 'after');
    const job = await inventory.start('i', GROUP_COLUMNS, GROUPS);
    await worker.reached;
    const { id } = await inventory.item('A-2');
    await inventory.db
      .doc(paths.inventoryItem(WORKSPACE, id))
      .update({ quantity: 1, last_adjustment: 'used' });
    await inventory.takeOver(job);
    worker.go();
    expect(await inventory.item('A-2')).toMatchObject({ quantity: 1, last_adjustment: 'used' });
    expect((await inventory.record('i')).outcome?.created).toBe(210);
  });
});

describe('two imports of the same file at the same time', () => {
  it('make each item, place and adjustment once', async () => {
    await Promise.all(['i', 'j'].map(async (id) => await inventory.run(id, GROUP_COLUMNS, GROUPS)));
    const outcomes = await Promise.all(
      ['i', 'j'].map(
        async (id) => (await inventory.record(id)).outcome ?? { created: 0, unchanged: 0, images: 0 },
      ),
    );
    const sum = (field: 'created' | 'unchanged' | 'images') =>
      outcomes.reduce((total, outcome) => total + outcome[field], 0);
    expect([sum('created'), sum('unchanged'), sum('images')]).toEqual([210, 210, 60]);
    expect((await inventory.items()).size).toBe(210);
    expect(await inventory.adjustments()).toHaveLength(210);
    expect((await inventory.db.collection(paths.locations(WORKSPACE)).get()).size).toBe(1);
    expect((await inventory.images()).size).toBe(60);
  });
});

describe('a cancel in the middle', () => {
  it.each<Place & { count: number; saved: number }>([
    { step: 'save_items', when: 'after', count: 3, saved: 200 },
    { step: 'start_images', when: 'after', count: 1, saved: 210 },
  ])('of $step keeps what was saved, without images that nobody fetches', async ({ count, saved, ...at }) => {
    const worker = hangAt(count, ({ step, when }) => step === at.step && when === at.when);
    const job = await inventory.start('i', GROUP_COLUMNS, GROUPS);
    await worker.reached;
    await inventory.bench.ask(job, 'cancel');
    worker.go();
    await inventory.bench.queue.idle();
    expect((await inventory.job(job)).status).toBe('cancelled');
    const items = [...(await inventory.items()).values()];
    expect(items).toHaveLength(saved);
    const images = await inventory.images();
    const shown = items.flatMap(({ image_id }) => image_id ?? []);
    expect(shown.toSorted()).toEqual([...images.keys()].toSorted());
    expect(inventory.work()).toEqual([]);
    expect((await inventory.record('i')).outcome).toBeNull();

    const { outcome } = await inventory.run('again', GROUP_COLUMNS, GROUPS);
    expect(outcome).toMatchObject({ created: 210 - saved, failed: 0, images: 60 - images.size });
    expect((await inventory.images()).size).toBe(60);
    expect(await inventory.adjustments()).toHaveLength(210);
  });
});

describe('a failure', () => {
  it('can be retried: what is missing is made again', async () => {
    inventory.onPlace = async ({ step }) => {
      if (step === 'start_images') throw new Error('The database is full');
    };
    const job = await inventory.start('i', GROUP_COLUMNS, GROUPS);
    await inventory.bench.queue.idle();
    expect((await inventory.job(job)).status).toBe('failed');
    expect([...(await inventory.items()).values()].every(({ image_id }) => image_id === null)).toBe(true);
    inventory.onPlace = async () => {};
    await inventory.bench.ask(job, 'retry');
    await inventory.bench.queue.idle();
    const { outcome } = await inventory.record('i');
    expect(outcome).toEqual({ created: 210, updated: 0, unchanged: 0, failed: 0, images: 60 });
    expect((await inventory.item('A-0')).image_id).toBe(imageIdOf('https://a.example/0.jpg'));
    expect(await inventory.adjustments()).toHaveLength(210);
  });
});
