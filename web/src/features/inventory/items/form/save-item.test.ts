import { imageSchema } from '@docket/model/image';
import { inventoryItemSchema } from '@docket/model/inventory/inventory-item';
import { describe, expect, it, vi } from 'vitest';
import { exists } from '../../../../data/exists.ts';
import type { Database } from '../../../../data/ports.ts';
import { createMemoryBackend } from '../../../../fixtures/memory-backend.ts';
import type { ItemWish } from './item-draft.ts';
import { imageIdOfAddress, type SavePorts, saveChangedItem, saveNewItem } from './save-item.ts';

const URL_OF_PICTURE = 'https://example.com/glue.jpg';
const wish = (change: Partial<ItemWish> = {}): ItemWish => ({
  described: {
    name: 'Glue',
    description: '',
    sku: '',
    category: '',
    location_id: null,
    reorder_level: null,
    reorder_quantity: null,
  },
  quantity: 4,
  picture: { kind: 'none' },
  ...change,
});
const address = { kind: 'address', url: URL_OF_PICTURE } as const;

function setUp(documents: Record<string, Record<string, unknown>> = {}, change: Partial<SavePorts> = {}) {
  const backend = createMemoryBackend({ documents });
  const commit = vi.spyOn(backend.database, 'commit');
  const ports: SavePorts = {
    database: backend.database,
    actor: { workspaceId: 'w', uid: 'u', serverTime: new Date(0) },
    random: () => 0.5,
    upload: vi.fn<(file: File) => void>(),
    isThere: (imageId) => exists(backend.database, `workspaces/w/images/${imageId}`),
    shows: vi.fn<(imageId: string) => void>(),
    pause: () => new Promise(() => undefined),
    isTaken: () => false,
    ...change,
  };
  const item = async () =>
    inventoryItemSchema.parse((await backend.database.fetchDocument('workspaces/w/inventory_items/i'))?.data);
  return { backend, commit, ports, item };
}

const refusedOnce = (database: Database, meanwhile: () => void) =>
  vi.spyOn(database, 'commit').mockImplementationOnce(async () => {
    meanwhile();
    throw Object.assign(new Error('refused'), { code: 'permission-denied' });
  });

describe('a new item', () => {
  it('is saved in one commit together with its SKU and its stock; then the import of its picture begins', async () => {
    const { backend, commit, ports, item } = setUp();
    await expect(saveNewItem(ports, 'i', wish({ picture: address }))).resolves.toEqual({ ok: true });
    expect(commit).toHaveBeenCalledOnce();
    const imageId = await imageIdOfAddress(URL_OF_PICTURE);
    expect(await item()).toMatchObject({ image_id: imageId, image_url: URL_OF_PICTURE, quantity: 4 });
    await vi.waitFor(() => expect(commit).toHaveBeenCalledTimes(2));
    const image = await backend.database.fetchDocument(`workspaces/w/images/${imageId}`);
    expect(imageSchema.parse(image?.data).source).toEqual({ kind: 'url', url: URL_OF_PICTURE });
    expect(backend.paths().filter((path) => /\/(?:image_batches|jobs|skus)\//u.test(path))).toHaveLength(3);
    expect(ports.shows).toHaveBeenCalledWith(imageId);
  });

  it('has its picture fetched also while the server does not answer, so that both are sent later', async () => {
    const { commit, ports } = setUp({}, { pause: async () => await Promise.resolve() });
    commit.mockImplementationOnce(() => new Promise(() => undefined));
    void saveNewItem(ports, 'i', wish({ picture: address }));
    await vi.waitFor(() => expect(commit).toHaveBeenCalledTimes(2));
  });

  it('does not have a picture fetched when it is refused', async () => {
    const { backend, commit, ports } = setUp();
    refusedOnce(backend.database, () => undefined);
    const saved = await saveNewItem(ports, 'i', wish({ picture: address }));
    expect(saved.ok).toBe(false);
    await Promise.resolve();
    expect(commit).toHaveBeenCalledOnce();
    expect(backend.paths()).toEqual([]);
  });

  it('does not have a picture fetched that is in the library', async () => {
    const imageId = await imageIdOfAddress(URL_OF_PICTURE);
    const { backend, ports, item } = setUp({ [`workspaces/w/images/${imageId}`]: { file_name: 'glue.jpg' } });
    const asked = vi.spyOn(ports, 'isThere');
    await saveNewItem(ports, 'i', wish({ picture: address }));
    expect((await item()).image_id).toBe(imageId);
    await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce());
    expect(backend.paths().some((path) => path.includes('/jobs/'))).toBe(false);
  });

  it('stays saved when somebody adds the image at the same moment', async () => {
    const { backend, commit, ports, item } = setUp();
    const imageId = await imageIdOfAddress(URL_OF_PICTURE);
    ports.isThere = () => {
      refusedOnce(backend.database, () => backend.set(`workspaces/w/images/${imageId}`, { file_name: 'x' }));
      return Promise.resolve(false);
    };
    await expect(saveNewItem(ports, 'i', wish({ picture: address }))).resolves.toEqual({ ok: true });
    await vi.waitFor(() => expect(commit).toHaveBeenCalledTimes(2));
    expect((await item()).image_id).toBe(imageId);
  });

  it('sends its file without waiting for it', async () => {
    const { ports, item } = setUp();
    const file = new File(['x'], 'glue.jpg');
    await saveNewItem(ports, 'i', wish({ picture: { kind: 'file', file, imageId: 'f-1' } }));
    expect(ports.upload).toHaveBeenCalledWith(file);
    expect(await item()).toMatchObject({ image_id: 'f-1', image_url: null });
  });

  it('gets a SKU that no other item has', async () => {
    const taken = ['SKU-00000000'];
    let drawn = 0;
    const random = () => {
      drawn += 1;
      return drawn <= 8 ? 0 : 0.99;
    };
    const { ports, item } = setUp({}, { random, isTaken: (sku) => taken.includes(sku) });
    await saveNewItem(ports, 'i', wish());
    expect((await item()).sku).toBe('SKU-ZZZZZZZZ');
  });

  it('names the SKU when somebody else was faster with it, and keeps nothing', async () => {
    const { backend, ports } = setUp();
    refusedOnce(backend.database, () => backend.set('workspaces/w/skus/GLUE', { item_id: 'other' }));
    const described = { ...wish().described, sku: 'GLUE' };
    const saved = await saveNewItem(ports, 'i', wish({ described }));
    expect(saved).toMatchObject({ ok: false, problems: { sku: expect.stringContaining('Another item') } });
    expect(backend.paths()).toEqual(['workspaces/w/skus/GLUE']);
  });

  it('says what to do when it is refused for another reason', async () => {
    const { backend, ports } = setUp();
    refusedOnce(backend.database, () => undefined);
    await expect(saveNewItem(ports, 'i', wish())).resolves.toMatchObject({
      ok: false,
      problems: {},
      message: expect.stringContaining('access'),
    });
  });
});

describe('an item that is changed', () => {
  const before = { ...wish().described, sku: 'GLUE', image_id: null, image_url: null };

  it('keeps its SKU when the field is emptied, and has the picture of a new address fetched', async () => {
    const { backend, ports } = setUp({
      'workspaces/w/inventory_items/i': { ...before, quantity: 1 },
    });
    await saveChangedItem(ports, 'i', before, wish({ picture: address }));
    const stored = await backend.database.fetchDocument('workspaces/w/inventory_items/i');
    expect(stored?.data).toMatchObject({ sku: 'GLUE', quantity: 1, image_url: URL_OF_PICTURE });
    await vi.waitFor(() =>
      expect(backend.paths().some((path) => path.includes('/image_batches/'))).toBe(true),
    );
  });

  it('writes nothing when nothing has changed', async () => {
    const { commit, ports } = setUp();
    const same = { ...wish().described, sku: 'GLUE' };
    await saveChangedItem(ports, 'i', before, wish({ described: same }));
    expect(commit).not.toHaveBeenCalled();
  });

  it('has the image of its address fetched again that has gone from the library', async () => {
    const imageId = await imageIdOfAddress(URL_OF_PICTURE);
    const gone = { ...before, image_id: imageId, image_url: URL_OF_PICTURE };
    const { backend, ports } = setUp({ 'workspaces/w/inventory_items/i': { ...gone, quantity: 1 } });
    const described = { ...wish().described, sku: 'GLUE' };
    await saveChangedItem(ports, 'i', gone, wish({ described, picture: address }));
    await vi.waitFor(() => expect(backend.paths()).toContain(`workspaces/w/images/${imageId}`));
  });
});
