/** "Import Inventory": what becomes of the rows of a file. */
import type { ImportColumns } from '@docket/model/inventory/inventory-import';
import { LIMITS } from '@docket/model/limits';
import { paths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WORKSPACE } from './engine-bench.ts';
import { AT, csv, imageIdOf, type InventoryBench, openInventoryBench } from './inventory-import-bench.ts';

vi.setConfig({ testTimeout: 60_000 });

let inventory: InventoryBench;

beforeEach(async () => {
  inventory = await openInventoryBench();
});
afterEach(async () => await inventory.close());

const placeAt = async (id: string) => (await inventory.db.doc(paths.location(WORKSPACE, id)).get()).data();
const addPlace = async (id: string, name: string, active = true) =>
  await inventory.db
    .doc(paths.location(WORKSPACE, id))
    .create({ name, description: '', active, is_default: false, created_by: 'u', created_at: AT });

/** Columns of most files here. */
const COLUMNS = ['sku', 'name', 'quantity'] as const satisfies ImportColumns;
const HEADERS = ['SKU', 'Name', 'Quantity'];

/** A file of 500 rows below its headers, twelve of them bad; the first 200 good ones have pictures on two sites. */
const LARGE_COLUMNS: ImportColumns = [
  'sku',
  'name',
  'quantity',
  'location',
  'supplier',
  'price',
  'image_url',
];
const BAD_ROWS: readonly (readonly string[])[] = [
  ['S-1', '', '1', '', '', '', ''],
  ['S-2', 'No number', 'many', '', '', '', ''],
  ['S-3', 'Below nothing', '-4', '', '', '', ''],
  ['S-4', 'A part', '1.5', '', '', '', ''],
  ['~', 'No SKU', '1', '', '', '', ''],
  ['S-6', 'No address', '1', '', '', '', 'file:///etc/passwd'],
  ['S-7', 'No price', '1', '', 'Acme', 'dear', ''],
  ['A-1', 'Again', '1', '', '', '', ''],
  ['A-2', 'Again', '1', '', '', '', ''],
  ['S-10', 'x'.repeat(LIMITS.nameCharacters + 1), '1', '', '', '', ''],
  ['S-11', 'Too many', '99999999999', '', '', '', ''],
  ['S-12', 'No price', '1', '', '', '-1', ''],
];
function largeFile(): { text: string; badLines: number[] } {
  const good = Array.from({ length: 500 - BAD_ROWS.length }, (_, index) => {
    const number = index + 1;
    const url = number <= 200 ? `https://${number % 2 ? 'a' : 'b'}.example/${number}.jpg` : '';
    return [`A-${number}`, `Part ${number}`, String(number % 7), `Shelf ${number % 5}`, 'Acme', '1.5', url];
  });
  const rows = [...good];
  const badLines: number[] = [];
  for (const [index, bad] of BAD_ROWS.entries()) {
    const at = 20 + index * 40;
    rows.splice(at, 0, [...bad]);
    badLines.push(at + 2);
  }
  return { text: csv(['SKU', 'Name', 'Qty', 'Place', 'From', 'Price', 'Image'], ...rows), badLines };
}

describe('a file of 500 rows with 200 image addresses and a dozen bad rows', () => {
  it('is imported but for the bad ones, and changes nothing the second time', async () => {
    const { text, badLines } = largeFile();
    const first = await inventory.run('first', LARGE_COLUMNS, text);
    expect(first.outcome).toEqual({ created: 488, updated: 0, unchanged: 0, failed: 12, images: 200 });
    expect(first.problems.map(({ line }) => line)).toEqual(badLines);
    expect(first.problems.every(({ reason }) => reason.length > 5)).toBe(true);
    const items = await inventory.items();
    expect(items.size).toBe(488);
    const adjustments = await inventory.adjustments();
    expect(adjustments.every(({ reason, delta }) => reason === 'import' && delta > 0)).toBe(true);
    const inStock = [...items.values()].filter(({ quantity }) => quantity > 0);
    expect(adjustments.map(({ item_id }) => item_id).toSorted()).toEqual(
      inStock.map(({ id }) => id).toSorted(),
    );
    expect((await inventory.db.collection(paths.locations(WORKSPACE)).get()).size).toBe(5);
    expect((await inventory.db.collection(paths.suppliers(WORKSPACE)).get()).size).toBe(1);
    expect((await inventory.db.collection(paths.itemSuppliers(WORKSPACE)).get()).size).toBe(488);
    const shown = [...items.values()].flatMap(({ image_id }) => image_id ?? []);
    expect(shown.toSorted()).toEqual([...(await inventory.images()).keys()].toSorted());
    expect(await inventory.batches()).toEqual(new Map(first.image_batch_ids.map((id) => [id, 50])));
    expect(inventory.work()).toEqual([]);

    const before = await inventory.writtenAt();
    const second = await inventory.run('second', LARGE_COLUMNS, text);
    expect(second.outcome).toEqual({ created: 0, updated: 0, unchanged: 488, failed: 12, images: 0 });
    expect(second.image_batch_ids).toEqual([]);
    expect(second.problems).toEqual(first.problems);
    expect(await inventory.writtenAt()).toEqual(before);
  });
});

describe('a row', () => {
  it('is about the item that has its SKU', async () => {
    await inventory.add('mine', { sku: 'A-1', name: 'Old name', description: 'kept', quantity: 2 });
    const { outcome } = await inventory.run('i', COLUMNS, csv(HEADERS, ['a-1', 'New name', 2]));
    expect(outcome).toMatchObject({ created: 0, updated: 1, unchanged: 0 });
    expect(await inventory.item('A-1')).toMatchObject({
      id: 'mine',
      name: 'New name',
      description: 'kept',
      quantity: 2,
      last_adjustment: 'opening-mine',
      import_id: 'i',
    });
    expect(await inventory.adjustments()).toHaveLength(1);
  });

  it('that says another quantity is an adjustment, once', async () => {
    await inventory.add('mine', { sku: 'A-1', name: 'Part', quantity: 10 });
    const file = csv(HEADERS, ['A-1', 'Part', 7]);
    await inventory.run('i', COLUMNS, file);
    const item = await inventory.item('A-1');
    expect(item).toMatchObject({ quantity: 7, last_adjustment: 'i_mine' });
    expect(await inventory.adjustments()).toContainEqual(
      expect.objectContaining({ item_id: 'mine', delta: -3, reason: 'import', note: 'stock.csv', by: 'u' }),
    );
    const again = await inventory.run('again', COLUMNS, file);
    expect(again.outcome).toMatchObject({ updated: 0, unchanged: 1 });
    expect(await inventory.adjustments()).toHaveLength(2);
  });

  it('about an item whose record is damaged is reported, and the others are imported', async () => {
    await inventory.add('bad', { sku: 'A-1', name: 'Part', quantity: 1 });
    await inventory.db.doc(paths.inventoryItem(WORKSPACE, 'bad')).update({ name: ' ' });
    const { outcome, problems } = await inventory.run(
      'i',
      COLUMNS,
      csv(HEADERS, ['A-1', 'One', 1], ['A-2', 'Two', 2]),
    );
    expect(outcome).toMatchObject({ created: 1, failed: 1 });
    expect(problems).toEqual([{ line: 2, reason: expect.stringContaining('damaged') }]);
    expect(await inventory.adjustments()).toContainEqual(expect.objectContaining({ delta: 2 }));
  });

  it('with the SKU of an earlier row is reported and left out', async () => {
    const file = csv(HEADERS, ['A-1', 'One', 1], ['A-2', 'Two', 2], ['a-1', 'Three', 3]);
    const { outcome, problems } = await inventory.run('i', COLUMNS, file);
    expect(outcome).toMatchObject({ created: 2, failed: 1 });
    expect(problems).toEqual([{ line: 4, reason: expect.stringContaining('line 2') }]);
    expect(await inventory.item('A-1')).toMatchObject({ name: 'One', quantity: 1 });
  });

  it('without a SKU gets one, and is found again by what it is called and where it is', async () => {
    const file = csv(['Name', 'Quantity'], ['Screws', 5], ['Nails', 0]);
    await inventory.run('i', ['name', 'quantity'], file);
    const items = [...(await inventory.items()).values()];
    expect(items.map(({ name }) => name).toSorted()).toEqual(['Nails', 'Screws']);
    for (const { id, sku } of items)
      expect((await inventory.db.doc(paths.sku(WORKSPACE, sku)).get()).data()).toEqual({ item_id: id });
    const again = await inventory.run('again', ['name', 'quantity'], file);
    expect(again.outcome).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
  });

  it('that leads to the item of an earlier row is reported, however it leads there', async () => {
    await inventory.run('i', ['name'], csv(['Name'], ['Screws']));
    const [item] = (await inventory.items()).values();
    const file = csv(['SKU', 'Name'], ['', 'Screws'], [item?.sku ?? '', 'Bolts']);
    const { outcome, problems } = await inventory.run('again', ['sku', 'name'], file);
    expect(outcome).toMatchObject({ unchanged: 1, failed: 1 });
    expect(problems).toEqual([{ line: 3, reason: expect.stringContaining('Line 2') }]);
  });

  it('creates an item of its own when its SKU was given up by another one', async () => {
    await inventory.run('i', COLUMNS, csv(HEADERS, ['A-1', 'One', 1]));
    const { id } = await inventory.item('A-1');
    await inventory.db.doc(paths.inventoryItem(WORKSPACE, id)).update({ sku: 'A-9' });
    await inventory.db.doc(paths.sku(WORKSPACE, 'A-1')).delete();
    await inventory.db.doc(paths.sku(WORKSPACE, 'A-9')).create({ item_id: id });
    await inventory.run('again', COLUMNS, csv(HEADERS, ['A-1', 'Another', 2], ['A-9', 'One', 1]));
    expect((await inventory.item('A-9')).id).toBe(id);
    expect(await inventory.item('A-1')).toMatchObject({ name: 'Another', quantity: 2 });
  });
});

describe('the place of an item', () => {
  const columns: ImportColumns = ['sku', 'name', 'category', 'location'];
  const headers = ['SKU', 'Name', 'Category', 'Location'];

  it('is found by its name whatever the case, and created where it is not there', async () => {
    await addPlace('shelf', 'Top  Shelf');
    await inventory.run(
      'i',
      columns,
      csv(
        headers,
        ['A-1', 'One', '', 'top shelf'],
        ['A-2', 'Two', '', 'Cellar'],
        ['A-3', 'Three', '', 'CELLAR'],
      ),
    );
    expect((await inventory.item('A-1')).location_id).toBe('shelf');
    const { location_id: cellar } = await inventory.item('A-2');
    expect((await inventory.item('A-3')).location_id).toBe(cellar);
    expect(await placeAt(cellar ?? '')).toMatchObject({ name: 'Cellar', active: true, is_default: false });
  });

  it('is that of its category, else that of the workspace, when it names none', async () => {
    await addPlace('shelf', 'Shelf');
    await addPlace('cellar', 'Cellar');
    const settings = { default_location_id: 'cellar', category_locations: { Screws: 'shelf' } };
    await inventory.db.doc(paths.inventorySettings(WORKSPACE)).set({ ...settings, by: 'u', at: AT });
    await inventory.run(
      'i',
      columns,
      csv(headers, ['A-1', 'One', 'Screws', ''], ['A-2', 'Two', 'Nails', '']),
    );
    expect((await inventory.item('A-1')).location_id).toBe('shelf');
    expect((await inventory.item('A-2')).location_id).toBe('cellar');
  });

  it('stays where the row names none', async () => {
    await addPlace('cellar', 'Cellar');
    await inventory.add('mine', { sku: 'A-1', name: 'One', location_id: 'cellar' });
    const { outcome } = await inventory.run('i', columns, csv(headers, ['A-1', 'One', '', '']));
    expect(outcome?.unchanged).toBe(1);
  });

  it('is not one that is inactive, unless it is there already', async () => {
    await addPlace('attic', 'Attic', false);
    await inventory.add('mine', { sku: 'A-1', name: 'One', location_id: 'attic' });
    const file = csv(headers, ['A-1', 'One', '', 'Attic'], ['A-2', 'Two', '', 'Attic']);
    const { outcome, problems } = await inventory.run('i', columns, file);
    expect(outcome).toMatchObject({ created: 0, unchanged: 1, failed: 1 });
    expect(problems).toEqual([{ line: 3, reason: expect.stringContaining('“Attic” is inactive') }]);
  });

  it('is created anew when a person has called it otherwise since', async () => {
    await inventory.run('i', columns, csv(headers, ['A-1', 'One', '', 'Cellar']));
    const { location_id: renamed } = await inventory.item('A-1');
    await inventory.db.doc(paths.location(WORKSPACE, renamed ?? '')).update({ name: 'Attic' });
    await inventory.run('again', columns, csv(headers, ['A-2', 'Two', '', 'Cellar']));
    const { location_id: cellar } = await inventory.item('A-2');
    expect(cellar).not.toBe(renamed);
    expect(await placeAt(cellar ?? '')).toMatchObject({ name: 'Cellar' });
  });
});

describe('the supplier of an item', () => {
  const columns: ImportColumns = ['sku', 'name', 'supplier', 'supplier_sku', 'price'];
  const headers = ['SKU', 'Name', 'Supplier', 'Their SKU', 'Price'];
  const link = async (sku: string) => {
    const { id } = await inventory.item(sku);
    const links = await inventory.db
      .collection(paths.itemSuppliers(WORKSPACE))
      .where('item_id', '==', id)
      .get();
    return links.docs.map((found) => found.data());
  };

  it('has it under a number and for a price; what differs is brought up to date', async () => {
    await inventory.run('i', columns, csv(headers, ['A-1', 'One', 'Acme', 'X1', 2.5]));
    expect(await link('A-1')).toMatchObject([
      { supplier_sku: 'X1', price: 2.5, preferred: true, location_id: null },
    ]);
    const { outcome } = await inventory.run('again', columns, csv(headers, ['A-1', 'One', 'ACME', '', 3]));
    expect(outcome).toMatchObject({ updated: 1, unchanged: 0 });
    expect(await link('A-1')).toMatchObject([{ supplier_sku: 'X1', price: 3 }]);
  });

  it('does not become the preferred one where there is one', async () => {
    await inventory.run('i', columns, csv(headers, ['A-1', 'One', 'Acme', '', '']));
    await inventory.run('again', columns, csv(headers, ['A-1', 'One', 'Bolts & Co', '', '']));
    expect((await link('A-1')).map(({ preferred }) => String(preferred)).toSorted()).toEqual([
      'false',
      'true',
    ]);
  });
});

describe('the image of an item', () => {
  const columns: ImportColumns = ['sku', 'name', 'image_url'];
  const headers = ['SKU', 'Name', 'Image'];
  const URL_1 = 'https://a.example/1.jpg';

  it('is fetched once, however many rows name its address', async () => {
    const rows = Array.from({ length: 5 }, (_, index) => [`A-${index}`, `Part ${index}`, URL_1]);
    const { outcome, image_batch_ids } = await inventory.run('i', columns, csv(headers, ...rows));
    expect(outcome).toMatchObject({ created: 5, images: 1 });
    expect(await inventory.batches()).toEqual(new Map([['i-1-1', 1]]));
    expect(image_batch_ids).toEqual(['i-1-1']);
    expect((await inventory.images()).get(imageIdOf(URL_1))).toMatchObject({
      source: { kind: 'url', url: URL_1 },
      file_name: '1.jpg',
      processing_status: 'queued',
      batch_id: 'i-1-1',
    });
    expect((await inventory.bench.job('i-1-1-image_import-1')).input.image_ids).toEqual([imageIdOf(URL_1)]);
  });

  it('is not replaced', async () => {
    await inventory.add('mine', { sku: 'A-1', name: 'One', image_id: 'f-1' });
    const { outcome } = await inventory.run('i', columns, csv(headers, ['A-1', 'One', URL_1]));
    expect(outcome).toMatchObject({ unchanged: 1, images: 0 });
    expect(await inventory.item('A-1')).toMatchObject({ image_id: 'f-1', image_url: null });
    expect((await inventory.images()).size).toBe(0);
  });

  it('is fetched again where that has failed or was cancelled, and only there', async () => {
    const statuses = ['failed', 'cancelled', 'processing', 'completed'];
    const urlOf = (status: string) => `https://a.example/${status}.jpg`;
    const rows = statuses.map((status, index) => [`A-${index}`, `Part ${index}`, urlOf(status)]);
    await inventory.run('i', columns, csv(headers, ...rows));
    for (const status of statuses)
      await inventory.db
        .doc(paths.image(WORKSPACE, imageIdOf(urlOf(status))))
        .update({ processing_status: status, file_name: 'given.jpg' });
    const { outcome } = await inventory.run('again', columns, csv(headers, ...rows));
    expect(outcome).toMatchObject({ unchanged: 4, images: 2 });
    expect((await inventory.bench.job('again-1-1-image_import-1')).input.image_ids).toEqual(
      ['failed', 'cancelled'].map((status) => imageIdOf(urlOf(status))),
    );
    expect([...(await inventory.images()).values()].every(({ file_name }) => file_name === 'given.jpg')).toBe(
      true,
    );
  });
});

describe('a file that is no list of items', () => {
  it.each([
    ['a workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), 'file_corrupt'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'file_unsupported'],
    ['a web page', '<!doctype html><table></table>', 'file_unsupported'],
    ['bytes', Buffer.from([0, 1, 2, 3, 0, 7]), 'file_unsupported'],
    [
      'too long',
      csv(HEADERS, ...Array.from({ length: LIMITS.importRows + 1 }, () => ['', 'x', 1])),
      'file_too_many_rows',
    ],
  ])('is refused: %s', async (_, file, code) => {
    await inventory.run('i', COLUMNS, file);
    const { status, error, attempts } = await inventory.job('i-inventory_import-1');
    expect({ status, code: error?.code, tries: attempts.length }).toEqual({
      status: 'failed',
      code,
      tries: 1,
    });
    expect(error?.message).toContain('stock.csv');
  });

  it('is imported when it is empty below its headers', async () => {
    const { outcome } = await inventory.run('i', COLUMNS, csv(HEADERS));
    expect(outcome).toEqual({ created: 0, updated: 0, unchanged: 0, failed: 0, images: 0 });
  });
});
