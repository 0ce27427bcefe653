import { inventoryItemSchema } from '@docket/model/inventory/inventory-item';
import { describe, expect, it, vi } from 'vitest';
import type { Database } from '../../../../data/ports.ts';
import { createMemoryBackend } from '../../../../fixtures/memory-backend.ts';
import type { ItemWish } from './item-draft.ts';
import { imageIdOfAddress, imageOfAddress } from '../../../images/import/image-of-address.ts';
import { type SavePorts, saveChangedItem, saveNewItem } from './save-item.ts';

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
    fetch: vi.fn<SavePorts['fetch']>(),
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
  it('is saved in one commit together with its SKU and its stock; then its picture is asked for', async () => {
    const { backend, commit, ports, item } = setUp();
    await expect(saveNewItem(ports, 'i', wish({ picture: address }))).resolves.toEqual({ ok: true });
    expect(commit).toHaveBeenCalledOnce();
    const wanted = await imageOfAddress(URL_OF_PICTURE);
    expect(await item()).toMatchObject({ image_id: wanted.imageId, image_url: URL_OF_PICTURE, quantity: 4 });
    await vi.waitFor(() => expect(ports.fetch).toHaveBeenCalledExactlyOnceWith(wanted));
    expect(wanted.fileName).toBe('glue.jpg');
    expect(backend.paths().filter((path) => path.includes('/skus/'))).toHaveLength(1);
  });

  it('has its picture fetched also while the server does not answer, so that both are sent later', async () => {
    const { commit, ports } = setUp({}, { pause: async () => await Promise.resolve() });
    commit.mockImplementationOnce(() => new Promise(() => undefined));
    void saveNewItem(ports, 'i', wish({ picture: address }));
    await vi.waitFor(() => expect(ports.fetch).toHaveBeenCalledOnce());
  });

  it('does not have a picture fetched when it is refused', async () => {
    const { backend, commit, ports } = setUp();
    refusedOnce(backend.database, () => undefined);
    const saved = await saveNewItem(ports, 'i', wish({ picture: address }));
    expect(saved.ok).toBe(false);
    await new Promise((resolve) => void setTimeout(resolve, 20));
    expect(commit).toHaveBeenCalledOnce();
    expect(ports.fetch).not.toHaveBeenCalled();
    expect(backend.paths()).toEqual([]);
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
    await vi.waitFor(() => expect(ports.fetch).toHaveBeenCalledOnce());
  });

  it('writes nothing when nothing has changed', async () => {
    const { commit, ports } = setUp();
    const same = { ...wish().described, sku: 'GLUE' };
    await saveChangedItem(ports, 'i', before, wish({ described: same }));
    expect(commit).not.toHaveBeenCalled();
  });

  it('has the picture of its address asked for again that may have gone from the library', async () => {
    const imageId = await imageIdOfAddress(URL_OF_PICTURE);
    const gone = { ...before, image_id: imageId, image_url: URL_OF_PICTURE };
    const { ports } = setUp({ 'workspaces/w/inventory_items/i': { ...gone, quantity: 1 } });
    const described = { ...wish().described, sku: 'GLUE' };
    await saveChangedItem(ports, 'i', gone, wish({ described, picture: address }));
    await vi.waitFor(() => expect(ports.fetch).toHaveBeenCalledOnce());
  });
});
