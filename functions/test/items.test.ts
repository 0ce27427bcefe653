/** "Generate Items" from order to saved items: what is written, what is left alone, and what is deleted. */
import { jobSchema } from '@docket/model/job';
import { summarise } from '@docket/model/job-summary';
import { paths, storagePaths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { removeCollectionData, removeDocumentData } from '../src/collections/remove.ts';
import { type ItemsBench, openItemsBench } from './items-bench.ts';
import { COLLECTION, WORKSPACE } from './items-material.ts';
import { csv, FIRST, HEADER, pictures, PRODUCTS, SECOND, shown } from './items-orders.ts';

/** Every test is several runs of seven steps each, on a database: more than a busy machine does in the usual time. */
vi.setConfig({ testTimeout: 60_000 });

let bench: ItemsBench;

beforeEach(async () => {
  bench = await openItemsBench();
  await bench.products(PRODUCTS);
});
afterEach(async () => await bench.close());

describe('a run', () => {
  it('makes an item of each style and colour, with what the linesheet says', async () => {
    const job = await bench.run(1, [await bench.order(FIRST)]);
    expect(job.error).toBeNull();
    expect(job.status).toBe('completed');
    expect(await shown(bench)).toEqual([
      'MF-2601 Navy S2 M4',
      'MF-2601 Camel L1',
      'MF-2603 Black M6',
      'MF-2699 Red 10',
    ]);
    const [coat, , , scarf] = [...(await bench.items()).values()].toSorted((a, b) => a.position - b.position);
    expect(coat?.generated).toMatchObject({
      name: 'Remy Coat',
      category: 'Coats',
      quantity: 6,
      unit_price: 40,
      wholesale_price: 40,
      product: { sku: 'MF-2601', reason: 'Same style number' },
      image: { image_id: 'coat', token: 'c-document_processing-1' },
      warnings: [],
    });
    expect(scarf?.generated).toMatchObject({ product: null, warnings: ['not_in_linesheet'] });
    expect(await bench.collection()).toMatchObject({
      item_count: 4,
      item_results: {
        run: 1,
        products_job_id: 'c-document_processing-1',
        created: 4,
        updated: 0,
        skipped: 0,
        dropped: 0,
        line_count: 5,
        unmatched_count: 1,
        quantity: 23,
        amount: 520,
      },
    });
  });

  it('leaves the pictures of earlier items to a deck that is being made of them', async () => {
    const orders = [await bench.order(FIRST)];
    await bench.run(1, orders);
    const seen = pictures(bench);
    const deck = jobSchema.parse({
      pipeline: 'deck_generation',
      subject: { type: 'collection', id: COLLECTION },
      input: { document_ids: [] },
      run: 1,
      created_by: 'u',
      created_at: new Date(),
      status: 'processing',
      open: true,
    });
    const collection = bench.db.doc(paths.collection(WORKSPACE, COLLECTION));
    const status = 'processing_status.deck_generation';
    await collection.update({ [status]: summarise('deck', deck, new Date()) });
    await bench.products(
      PRODUCTS.map((product) => ({ ...product, image: null })),
      2,
    );
    await bench.run(2, orders);
    expect(pictures(bench)).toEqual(seen);
    await collection.update({ [status]: summarise('deck', { ...deck, status: 'completed' }, new Date()) });
    await bench.run(3, orders);
    expect(pictures(bench)).toEqual([]);
  });

  it('has copied the pictures of its products, and keeps of its hand-overs what a later start needs', async () => {
    await bench.run(1, [await bench.order(FIRST)]);
    expect(pictures(bench)).toHaveLength(4);
    const left = [...bench.storage.objects.keys()].filter((name) =>
      name.startsWith(storagePaths.collectionRuns(WORKSPACE, COLLECTION)),
    );
    expect(left).toHaveLength(1);
    expect(left[0]).toContain('/content/');
  });

  it('leaves an item without a picture when its product has lost it, and gives it one when there is one again', async () => {
    const lost = storagePaths.image(WORKSPACE, COLLECTION, 'linesheet', 'c-document_processing-1', 'coat');
    bench.storage.objects.delete(lost);
    const order = await bench.order(FIRST);
    expect((await bench.run(1, [order])).status).toBe('completed');
    const imagesOf = async () =>
      [...(await bench.items()).values()]
        .map(({ generated }) => generated.image?.image_id ?? 'none')
        .toSorted();
    expect(await imagesOf()).toEqual(['dress', 'none', 'none', 'none']);
    await bench.products(PRODUCTS, 2);
    await bench.run(2, [order]);
    expect(await imagesOf()).toEqual(['coat', 'coat', 'dress', 'none']);
    expect((await bench.collection()).item_results).toMatchObject({ updated: 2, skipped: 2 });
  });

  it('writes nothing for what has not changed, also after the linesheet was processed again', async () => {
    const order = await bench.order(FIRST);
    await bench.run(1, [order]);
    const before = await bench.writtenAt();
    await bench.run(2, [order]);
    expect(await bench.writtenAt()).toEqual(before);
    expect((await bench.collection()).item_results).toMatchObject({
      run: 2,
      created: 0,
      updated: 0,
      skipped: 4,
    });
    await bench.products(PRODUCTS, 2);
    await bench.run(3, [order]);
    expect((await bench.collection()).item_results).toMatchObject({ created: 0, updated: 0, skipped: 4 });
  });

  it('with another order updates, creates and drops, and what people have changed stays', async () => {
    await bench.run(1, [await bench.order(FIRST)]);
    const items = await bench.items();
    for (const [id, { generated }] of items) {
      if (generated.sku !== 'MF-2603') continue;
      await bench.db.doc(paths.item(WORKSPACE, COLLECTION, id)).update({ edits: { name: 'Our dress' } });
    }
    await bench.run(2, [await bench.order(SECOND)]);
    expect(await shown(bench)).toEqual([
      'MF-2601 Navy S2 M4',
      'MF-2603 Black M9',
      'MF-2604 Ecru S3',
      'MF-2699 Red 10',
      'MF-2601 Camel L1 (dropped)',
    ]);
    expect(await bench.collection()).toMatchObject({
      item_count: 4,
      item_results: { created: 1, updated: 1, skipped: 2, dropped: 1 },
    });
    const dress = [...(await bench.items()).values()].find(({ generated }) => generated.sku === 'MF-2603');
    expect(dress).toMatchObject({
      edits: { name: 'Our dress' },
      before: { run: 1, generated: { quantity: 6 } },
    });
    await bench.run(3, [await bench.order(FIRST)]);
    expect((await bench.collection()).item_results).toMatchObject({ updated: 2, dropped: 1 });
  });

  it('adds the quantities of several orders', async () => {
    await bench.run(1, [await bench.order(FIRST), await bench.order(SECOND, 'second.csv')]);
    expect(await shown(bench)).toContain('MF-2601 Navy S4 M8');
  });

  it('begins at its third step with what an earlier run has read, and follows corrected columns', async () => {
    const order = await bench.order(FIRST);
    await bench.run(1, [order]);
    const tables = await bench.db.collection(paths.orderTables(WORKSPACE, COLLECTION, order)).get();
    const [table] = tables.docs;
    expect(tables.docs.map(({ id }) => id)).toEqual(['1-00']);
    const roles = ['sku', 'name', 'color', 'size', 'quantity', 'msrp'];
    const mapping = { headers: HEADER.split(','), roles, used: null, by: 'u', at: new Date() };
    await bench.db.doc(paths.columnMapping(WORKSPACE, String(table?.get('fingerprint')))).set(mapping);
    bench.storage.objects.delete(storagePaths.original(WORKSPACE, COLLECTION, order, 'order.csv'));
    const job = await bench.run(2, [order], { from_phase: 3 });
    expect(job.status).toBe('completed');
    const [coat] = (await bench.items()).values();
    expect(coat?.generated).toMatchObject({ unit_price: null });
    const left = await bench.db.collection(paths.orderTables(WORKSPACE, COLLECTION, order)).get();
    expect(left.docs.map((found) => [found.id, found.get('corrected')])).toEqual([['2-00', true]]);
  });
});

describe('a run fails with what to do', () => {
  it('when there is no purchase order', async () => {
    expect((await bench.run(1, ['linesheet'])).error?.code).toBe('order_missing');
  });

  it('when its purchase order was removed', async () => {
    expect((await bench.run(1, ['gone'])).error?.code).toBe('file_missing');
  });

  it('when there are no products yet', async () => {
    await bench.db.doc(paths.collection(WORKSPACE, COLLECTION)).update({ results: null });
    expect((await bench.run(1, [await bench.order(FIRST)])).error?.code).toBe('products_missing');
  });

  it('when nothing is ordered; the tables are there to be corrected', async () => {
    const order = await bench.order(
      csv('MF-2601,Remy Coat,Navy,M,,40.00', 'MF-2603,Ines Dress,Black,S,,25.00'),
    );
    const job = await bench.run(1, [order]);
    expect(job.error?.code).toMatch(/^order_(?:without_lines|unreadable)$/u);
    expect((await bench.db.collection(paths.orderTables(WORKSPACE, COLLECTION, order)).get()).size).toBe(1);
  });

  it('when no table orders anything; the tables are there to be corrected', async () => {
    const order = await bench.order('Supplier,Telephone\r\nMill & Sons,030 123\r\nBaker,030 456\r\n');
    const job = await bench.run(1, [order]);
    expect(job.error?.code).toBe('order_unreadable');
  });
});

describe('what is deleted', () => {
  it('takes its items, tables and pictures with it when it is the collection', async () => {
    await bench.run(1, [await bench.order(FIRST)]);
    await removeCollectionData(bench.db, bench.storage.bucket, WORKSPACE, COLLECTION);
    expect(await bench.items()).toEqual(new Map());
    expect((await bench.db.collectionGroup('order_tables').get()).size).toBe(0);
    expect([...bench.storage.objects.keys()]).toEqual([]);
  });

  it('takes its tables with it when it is a purchase order; the items stay', async () => {
    const order = await bench.order(FIRST);
    await bench.run(1, [order]);
    await removeDocumentData(bench.db, bench.storage.bucket, WORKSPACE, COLLECTION, order);
    expect((await bench.db.collectionGroup('order_tables').get()).size).toBe(0);
    expect((await bench.items()).size).toBe(4);
  });

  it('takes everything with it when it is the collection, also while items are being saved', async () => {
    await bench.run(1, [await bench.order(FIRST)]);
    const job = await bench.runWhile(2, [await bench.order(SECOND)], async () => {
      await bench.db.doc(paths.collection(WORKSPACE, COLLECTION)).delete();
      await removeCollectionData(bench.db, bench.storage.bucket, WORKSPACE, COLLECTION);
    });
    expect(job.error?.code).toBe('subject_missing');
    expect(await bench.items()).toEqual(new Map());
    expect([...bench.storage.objects.keys()]).toEqual([]);
  });
});
