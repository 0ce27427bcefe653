/** The locations that a workspace begins with. */
import { DEFAULT_LOCATIONS } from '@docket/model/inventory/default-locations';
import { inventorySetupSchema, locationSchema } from '@docket/model/inventory/location';
import { paths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setUpLocations } from '../src/inventory/locations/set-up.ts';
import { takeBackLocations } from '../src/inventory/locations/take-back.ts';
import { workspaceCreated } from '../src/inventory/locations/workspace-created.ts';
import { WORKSPACE } from './engine-bench.ts';
import { clock, type InventoryBench, NOW, openInventoryBench } from './inventory-bench.ts';

vi.setConfig({ testTimeout: 60_000 });

const ALL = DEFAULT_LOCATIONS.map(({ id }) => id).toSorted();
const SHED = 'default-tool-crib';

let bench: InventoryBench;

beforeEach(async () => {
  bench = await openInventoryBench();
});
afterEach(async () => await bench.close());

const setUp = async () => await setUpLocations(bench.db, WORKSPACE, 'owner', clock);
const takeBack = async () => await takeBackLocations(bench.db, WORKSPACE, clock);
const locations = async () => await bench.ids(paths.locations(WORKSPACE));
const location = (id: string) => bench.db.doc(paths.location(WORKSPACE, id));
const state = async () =>
  inventorySetupSchema.parse(await bench.data(paths.inventorySetup(WORKSPACE))).locations;

describe('setting locations up', () => {
  it('creates ten, each with its description, active, and signed', async () => {
    await setUp();
    expect(ALL).toHaveLength(10);
    expect(await locations()).toEqual(ALL);
    for (const { id, name, description } of DEFAULT_LOCATIONS) {
      expect(locationSchema.parse(await bench.data(paths.location(WORKSPACE, id)))).toEqual({
        name,
        description,
        active: true,
        is_default: true,
        created_by: 'owner',
        created_at: NOW,
      });
    }
    expect(await state()).toBe('set_up');
  });

  it('creates ten when it is done twenty times at once', async () => {
    await Promise.all(Array.from({ length: 20 }, setUp));
    expect(await locations()).toEqual(ALL);
    expect(await state()).toBe('set_up');
  });

  it('leaves as they are those that a person has changed, and does not bring back what is gone', async () => {
    await setUp();
    await location(SHED).update({ name: 'Tool wall', active: false });
    await location('default-wood-shop').delete();
    await setUp();
    expect(await bench.data(paths.location(WORKSPACE, SHED))).toMatchObject({
      name: 'Tool wall',
      active: false,
    });
    expect(await locations()).toEqual(ALL.filter((id) => id !== 'default-wood-shop'));
  });

  it('may be done again after it was taken back, and keeps what had been left', async () => {
    await setUp();
    await location(SHED).update({ description: 'By the door' });
    await takeBack();
    await setUp();
    expect(await locations()).toEqual(ALL);
    expect(await bench.data(paths.location(WORKSPACE, SHED))).toMatchObject({ description: 'By the door' });
    expect(await state()).toBe('set_up');
  });

  it('happens when a workspace is created, by its founder', async () => {
    const created = await bench.db.doc(paths.workspace(WORKSPACE)).get();
    await workspaceCreated(bench.db, WORKSPACE, created, clock);
    expect(await locations()).toEqual(ALL);
    expect(await bench.data(paths.location(WORKSPACE, SHED))).toMatchObject({ created_by: 'owner' });
  });

  it('does not happen again when the creation is told once more after they were taken back', async () => {
    const created = await bench.db.doc(paths.workspace(WORKSPACE)).get();
    await workspaceCreated(bench.db, WORKSPACE, created, clock);
    await takeBack();
    await workspaceCreated(bench.db, WORKSPACE, created, clock);
    expect(await locations()).toEqual([]);
    expect(await state()).toBe('taken_back');
  });

  it('is left out for a workspace that says nothing of a founder, instead of failing for ever', async () => {
    await workspaceCreated(bench.db, WORKSPACE, { data: () => ({ name: 'W' }) }, clock);
    expect(await locations()).toEqual([]);
  });

  it('is done on request of an owner, and taken back', async () => {
    await bench.request('set_up_locations');
    expect(await locations()).toEqual(ALL);
    await bench.request('take_back_locations');
    expect(await locations()).toEqual([]);
    expect(await bench.ids(paths.adminRequests(WORKSPACE))).toEqual([]);
  });

  it.each(['editor', 'viewer', 'stranger'])('is not done on request of others: %s', async (by) => {
    await bench.request('set_up_locations', { by });
    expect(await locations()).toEqual([]);
  });
});

describe('taking locations back', () => {
  beforeEach(setUp);

  it('removes all that nobody has done anything with, and says so', async () => {
    await takeBack();
    expect(await locations()).toEqual([]);
    expect(await state()).toBe('taken_back');
  });

  it('leaves those that people have added', async () => {
    const shelf = { name: 'Shelf', description: '', active: true, created_by: 'editor', created_at: NOW };
    await location('shelf').set({ ...shelf, is_default: false });
    await takeBack();
    expect(await locations()).toEqual(['shelf']);
  });

  it.each<[what: string, use: () => Promise<unknown>]>([
    ['an item lies there', async () => await bench.item('bolts', { location_id: SHED })],
    ['a supplier delivers there', async () => await bench.link('bolts', 'north', { location_id: SHED })],
    ['a requested reorder goes there', async () => await bench.reorder('r', { location_id: SHED })],
    [
      'an ordered one goes there',
      async () => await bench.reorder('r', { location_id: SHED, status: 'ordered' }),
    ],
    ['it is where things go by default', async () => await settings({ default_location_id: SHED })],
    ['things of a category go there', async () => await settings({ category_locations: { Screws: SHED } })],
    ['it is called otherwise', async () => await location(SHED).update({ name: 'Tool wall' })],
    ['it is described otherwise', async () => await location(SHED).update({ description: 'By the door' })],
  ])('leaves one when %s', async (_what, use) => {
    await use();
    await takeBack();
    expect(await locations()).toEqual([SHED]);
    expect(await state()).toBe('taken_back');
  });

  it.each(['received', 'cancelled'] as const)('does not mind a reorder that is %s', async (status) => {
    await bench.reorder('r', { location_id: SHED, status });
    await takeBack();
    expect(await locations()).toEqual([]);
  });

  it('may be done several times at once', async () => {
    await bench.item('bolts', { location_id: SHED });
    await Promise.all(Array.from({ length: 5 }, takeBack));
    expect(await locations()).toEqual([SHED]);
  });
});

async function settings(fields: object) {
  const none = { default_location_id: null, category_locations: {}, by: 'editor', at: NOW };
  await bench.db.doc(paths.inventorySettings(WORKSPACE)).set({ ...none, ...fields });
}
