/** Stock by the HTTP API. */
import { imageSchema, importedImageId } from '@docket/model/image';
import { newInventoryItemSchema, stockAdjustmentSchema } from '@docket/model/inventory/inventory-item';
import { LIMITS } from '@docket/model/limits';
import { paths } from '@docket/model/paths';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { type ApiBench, openApiBench, problemCode, WORKSPACE, CUT_OFF } from './api-bench.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let bench: ApiBench;
beforeAll(async () => {
  bench = await openApiBench({
    DOCKET_API_STARTS_PER_MINUTE: '10000',
    DOCKET_API_REQUESTS_PER_MINUTE: '10000',
  });
  await bench.member('vic', 'viewer');
  await bench.member('eve', 'owner', 'w2');
  for (const [place, active] of [
    ['attic', false],
    ['shelf', true],
    ['tools', true],
  ] as const)
    await bench.db.doc(paths.location(WORKSPACE, place)).set({
      name: place,
      description: '',
      active,
      is_default: false,
      created_by: 'ada',
      created_at: bench.now,
    });
  await bench.db.doc(paths.inventorySettings(WORKSPACE)).set({
    default_location_id: 'shelf',
    category_locations: { Tools: 'tools', Old: 'attic' },
    by: 'ada',
    at: bench.now,
  });
});
afterAll(async () => {
  await bench.close();
});

const items = `/workspaces/${WORKSPACE}/inventory/items`;
const refusal = (called: { status: number; body: unknown }) => [called.status, problemCode(called.body)];
const itemSchema = z.looseObject({ id: z.string(), sku: z.string(), quantity: z.number() });
const add = async (body: object, more = {}) => await bench.call(`POST ${items}`, { body, ...more });
const added = async (body: object) => itemSchema.parse((await add({ name: 'Glue', ...body })).body);
const stored = async (id: string) => (await bench.db.doc(paths.inventoryItem(WORKSPACE, id)).get()).data();
const batches = async () => (await bench.db.collection(paths.imageBatches(WORKSPACE)).get()).docs;

describe('an inventory item', () => {
  it('is added with its SKU and its opening stock, as on the page', async () => {
    const made = await add({ name: 'Wood glue', sku: 'glue 1', quantity: 12, reorder_level: 3 });
    expect(made).toMatchObject({
      status: 201,
      body: { name: 'Wood glue', sku: 'GLUE-1', quantity: 12, reorder_level: 3, location_id: 'shelf' },
    });
    const { id } = itemSchema.parse(made.body);
    const record = newInventoryItemSchema.parse(await stored(id));
    expect((await bench.db.doc(paths.sku(WORKSPACE, 'GLUE-1')).get()).data()).toEqual({ item_id: id });
    const opening = await bench.db.doc(paths.stockAdjustment(WORKSPACE, record.last_adjustment ?? '')).get();
    expect(stockAdjustmentSchema.parse(opening.data())).toMatchObject({ delta: 12, reason: 'opening' });
    expect((await bench.call(`GET ${items}/${id}`, { token: 'token-vic' })).body).toEqual(made.body);
  });

  it('gets a SKU when nobody says one', async () => {
    expect((await added({})).sku).toMatch(/^SKU-[0-9A-Z]{8}$/u);
  });

  it('goes where its category goes, where somebody says, or nowhere', async () => {
    expect(await added({ category: ' Tools' })).toMatchObject({ location_id: 'tools', category: 'Tools' });
    expect(await added({ category: 'Old' })).toMatchObject({ location_id: 'shelf' });
    expect(await added({ category: 'constructor' })).toMatchObject({ location_id: 'shelf' });
    expect(await added({ category: 'Tools', location_id: 'shelf' })).toMatchObject({ location_id: 'shelf' });
    expect(await added({ location_id: null })).toMatchObject({ location_id: null });
    for (const location_id of ['attic', 'nowhere'])
      expect(refusal(await add({ name: 'x', location_id }))).toEqual([422, 'unprocessable']);
  });

  it('has a SKU of its own, also when several come at once', async () => {
    await added({ sku: 'OWN-1' });
    expect(refusal(await add({ name: 'x', sku: 'own-1' }))).toEqual([409, 'conflict']);
    const keyed = { headers: { 'idempotency-key': 'sku-taken' } };
    expect(refusal(await add({ name: 'x', sku: 'own-1' }, keyed))).toEqual([409, 'conflict']);
    const answers = await Promise.all(
      Array.from({ length: 5 }, async () => await add({ name: 'x', sku: 'RACE' })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409, 409]);
    expect(refusal(await add({ name: 'x', sku: 'a/b' }))).toEqual([422, 'unprocessable']);
  });

  it('is added once with an idempotency key, also after the answer was lost', async () => {
    const keyed = { headers: { 'idempotency-key': 'item-1' } };
    const first = await add({ name: 'Once', quantity: 2 }, keyed);
    expect((await add({ name: 'Once', quantity: 2 }, keyed)).body).toEqual(first.body);
    const records = await bench.db.collection(`workspaces/${WORKSPACE}/idempotency_keys`).get();
    await Promise.all(records.docs.map(async ({ ref }) => await ref.update(CUT_OFF)));
    expect((await add({ name: 'Once', quantity: 2 }, keyed)).body).toEqual(first.body);
  });

  it('with an address is there at once, and its picture is fetched in the background', async () => {
    const url = 'https://example.com/a/glue.webp';
    const before = (await batches()).length;
    const item = await added({ image_url: `${url}#top` });
    const imageId = importedImageId(createHash('sha256').update(url).digest('hex'));
    expect(item).toMatchObject({ image_id: imageId, image_url: url });
    const image = await bench.db.doc(paths.image(WORKSPACE, imageId)).get();
    expect(imageSchema.parse(image.data())).toMatchObject({
      file_name: 'glue.webp',
      source: { kind: 'url', url },
      processing_status: 'queued',
    });
    expect(await added({ image_url: url })).toMatchObject({ image_id: imageId });
    expect((await batches()).length).toBe(before + 1);
    const run = await bench.db.collection(paths.jobs(WORKSPACE)).get();
    expect(run.docs.map((job) => job.data())).toMatchObject([
      { pipeline: 'image_import', input: { image_ids: [imageId] }, created_by: 'ada' },
    ]);
  });

  it('with what is no address, or an image that is not there, is refused', async () => {
    for (const image_url of [
      'example.com/a.jpg',
      'ftp://example.com/a',
      'https://a:b@example.com/',
      'http://',
    ])
      expect(refusal(await add({ name: 'x', image_url }))).toEqual([422, 'unprocessable']);
    expect(refusal(await add({ name: 'x', image_id: 'nowhere' }))).toEqual([422, 'unprocessable']);
    const both = await add({ name: 'x', image_id: 'a', image_url: 'https://example.com/a' });
    expect(both).toMatchObject({ status: 400, body: { errors: [{ in: 'body', pointer: '/image_url' }] } });
  });

  it.each([
    ['without a name', { name: ' ' }],
    ['with half a piece', { name: 'x', quantity: 0.5 }],
    ['with less than nothing', { name: 'x', quantity: -1 }],
    ['with an unknown field', { name: 'x', price: 3 }],
  ])('%s is refused', async (_name, body) => {
    expect(refusal(await add(body))).toEqual([400, 'invalid_request']);
  });

  it('needs an editor of the workspace', async () => {
    expect(refusal(await add({ name: 'x' }, { token: 'token-vic' }))).toEqual([403, 'forbidden']);
    expect(refusal(await add({ name: 'x' }, { token: 'token-eve' }))).toEqual([404, 'not_found']);
    expect(refusal(await bench.call(`GET ${items}/nowhere`))).toEqual([404, 'not_found']);
  });
});

describe('stock', () => {
  const adjust = async (id: string, body: object, more = {}) =>
    await bench.call(`POST ${items}/${id}/adjustments`, { body, ...more });

  it('is adjusted together with the reason, as on the page', async () => {
    const { id } = await added({ quantity: 10 });
    const adjusted = await adjust(id, { delta: -3, reason: 'used', note: 'Friday' });
    expect(adjusted).toMatchObject({ status: 201, body: { delta: -3, item: { id, quantity: 7 } } });
    const adjustment = z.looseObject({ id: z.string() }).parse(adjusted.body).id;
    const record = await bench.db.doc(paths.stockAdjustment(WORKSPACE, adjustment)).get();
    expect(stockAdjustmentSchema.parse(record.data())).toMatchObject({
      item_id: id,
      delta: -3,
      reason: 'used',
      note: 'Friday',
      by: 'ada',
    });
    expect(await stored(id)).toMatchObject({ last_adjustment: adjustment });
  });

  it('never falls below nothing, nor rises above what can be counted', async () => {
    const { id } = await added({ quantity: 2 });
    expect(refusal(await adjust(id, { delta: -3 }))).toEqual([409, 'conflict']);
    expect(refusal(await adjust(id, { delta: LIMITS.stockPieces }))).toEqual([409, 'conflict']);
    expect(await stored(id)).toMatchObject({ quantity: 2 });
    const answers = await Promise.all([adjust(id, { delta: -2 }), adjust(id, { delta: -2 })]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    expect(await stored(id)).toMatchObject({ quantity: 0 });
  });

  it('is adjusted once with an idempotency key, also after the answer was lost', async () => {
    const { id } = await added({ quantity: 5 });
    const keyed = { headers: { 'idempotency-key': 'adjust-1' } };
    await adjust(id, { delta: 1 }, keyed);
    await adjust(id, { delta: 1 }, keyed);
    const records = await bench.db.collection(`workspaces/${WORKSPACE}/idempotency_keys`).get();
    await Promise.all(records.docs.map(async ({ ref }) => await ref.update(CUT_OFF)));
    expect((await adjust(id, { delta: 1 }, keyed)).status).toBe(201);
    expect(await stored(id)).toMatchObject({ quantity: 6 });
  });

  it('of what is not there, or by nothing, is not adjusted', async () => {
    const { id } = await added({});
    expect(refusal(await adjust('nowhere', { delta: 1 }))).toEqual([404, 'not_found']);
    expect(refusal(await adjust(id, { delta: 1 }, { token: 'token-vic' }))).toEqual([403, 'forbidden']);
    for (const body of [{ delta: 0 }, { delta: 1.5 }, { delta: 1, reason: 'received' }, {}])
      expect(refusal(await adjust(id, body))).toEqual([400, 'invalid_request']);
  });
});

describe('what is running low', () => {
  it('comes with what is on order and how many more are needed, by the page', async () => {
    const low = await added({ name: 'Low', quantity: 2, reorder_level: 5, reorder_quantity: 10 });
    const covered = await added({ name: 'Covered', quantity: 1, reorder_level: 6 });
    const plenty = await added({ name: 'Plenty', quantity: 9, reorder_level: 5 });
    for (const [supplier, active] of [
      ['s1', true],
      ['s2', false],
    ] as const) {
      const said = { name: supplier, email: '', website: '', note: '', active };
      const signed = { created_by: 'ada', created_at: bench.now };
      await bench.db.doc(paths.supplier(WORKSPACE, supplier)).set({ ...said, ...signed });
      await bench.db.doc(paths.itemSupplier(WORKSPACE, `${low.id}_${supplier}`)).set({
        item_id: low.id,
        supplier_id: supplier,
        supplier_sku: '',
        price: supplier === 's1' ? 9 : 1,
        preferred: false,
        location_id: null,
        ...signed,
      });
    }
    await bench.db.doc(paths.reorder(WORKSPACE, 'r')).set({
      item_id: covered.id,
      supplier_id: 's1',
      quantity: 20,
      received_quantity: 0,
      status: 'ordered',
      location_id: null,
      note: '',
      requested_by: 'ada',
      requested_at: bench.now,
      ordered_at: bench.now,
      received_at: null,
      cancelled_at: null,
      last_receipt: null,
    });
    const found: unknown[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const list = `/workspaces/${WORKSPACE}/inventory/low-stock?limit=1${from}`;
      const page = z
        .object({ data: z.array(z.looseObject({ item: itemSchema })), next_cursor: z.string().nullable() })
        .parse((await bench.call(`GET ${list}`, { token: 'token-vic' })).body);
      found.push(...page.data.filter(({ item }) => [low.id, covered.id, plenty.id].includes(item.id)));
      cursor = page.next_cursor;
    }
    expect(found).toMatchObject([
      { item: { id: low.id }, supplier_id: 's1', state: 'to_order', suggested_quantity: 10, on_order: 0 },
      { item: { id: covered.id }, supplier_id: null, state: 'covered', on_order: 20, suggested_quantity: 0 },
    ]);
  });
});

describe('lists', () => {
  it('take no cursor that stands nowhere in their order', async () => {
    await bench.db.doc(paths.inventoryItem(WORKSPACE, 'old')).set({ name: 'Old' });
    const list = `/workspaces/${WORKSPACE}/inventory/low-stock`;
    expect((await bench.call(`GET ${list}?limit=51`)).status).toBe(400);
    for (const cursor of ['old', 'nowhere'])
      expect(refusal(await bench.call(`GET ${list}?cursor=${cursor}`))).toEqual([400, 'invalid_request']);
    await bench.db.doc(paths.inventoryItem(WORKSPACE, 'old')).delete();
  });

  it('give items and places by name', async () => {
    await added({ name: 'Aaa' });
    const first = await bench.call(`GET ${items}?limit=1`, { token: 'token-vic' });
    expect(first.body).toMatchObject({ data: [{ name: 'Aaa' }], next_cursor: expect.any(String) });
    const places = await bench.call(`GET /workspaces/${WORKSPACE}/inventory/locations`);
    expect(places.body).toMatchObject({
      data: [{ id: 'attic', active: false }, { id: 'shelf' }, { id: 'tools' }],
      next_cursor: null,
    });
    expect(bench.errors).toEqual([]);
  });
});
