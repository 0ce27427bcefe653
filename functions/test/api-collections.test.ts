/** The operations of the HTTP API on collections: files in, runs started, results out. */
import { documentSchema } from '@docket/model/document';
import { type GeneratedItem, type Item, itemSchema } from '@docket/model/item';
import { newJobSchema } from '@docket/model/job';
import { jobId, paths } from '@docket/model/paths';
import type { Pipeline } from '@docket/model/pipelines';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type ApiBench, type CallOptions, openApiBench, problemCode, WORKSPACE } from './api-bench.ts';

let bench: ApiBench;
beforeAll(async () => {
  bench = await openApiBench({ DOCKET_API_STARTS_PER_MINUTE: '5000' });
  await bench.member('max', 'viewer');
  await bench.member('eve', 'owner', 'w2');
});
afterAll(async () => await bench.close());

const COLLECTIONS = `/workspaces/${WORKSPACE}/collections`;
let collection: string;
let count = 0;
beforeEach(async () => {
  collection = `c${(count += 1)}`;
  await write({});
});

/** Makes the collection, or changes it as a run would. */
async function write(fields: Record<string, unknown>): Promise<void> {
  const whole = { name: 'Spring', season: 'SS26', created_by: 'ada', created_at: new Date(count * 1_000) };
  await bench.db.doc(paths.collection(WORKSPACE, collection)).set({ ...whole, ...fields });
}

/** Leaves the requests so far as if they had been cut off before they were answered, so long ago that they may come again. */
async function cutOff(): Promise<void> {
  const records = await bench.db.collection(`workspaces/${WORKSPACE}/idempotency_keys`).get();
  await Promise.all(records.docs.map(async ({ ref }) => await ref.update({ answer: null, status: null })));
  bench.now = new Date(bench.now.getTime() + 3 * 60_000);
}

const call = async (method: string, path = '', options: CallOptions = {}) =>
  await bench.call(`${method} ${COLLECTIONS}/${collection}${path}`, options);

const PDF = '%PDF-1.7\n1 0 obj\n%%EOF';
const formOf = (kind: string, content = PDF, name = 'Linesheet Größe 1.pdf') => {
  const form = new FormData();
  form.set('file', new File([content], name));
  form.set('kind', kind);
  return form;
};
const upload = async (kind: string, query = '', headers = {}) =>
  await call('POST', `/documents${query}`, { body: formOf(kind), headers });

const idSchema = z.object({ document: z.object({ id: z.string() }) });
const documentId = (body: unknown) => idSchema.parse(body).document.id;
const withBoth = async () => [
  documentId((await upload('linesheet')).body),
  documentId((await upload('purchase_order')).body),
];
const originals = () => [...bench.files.objects.keys()].filter((name) => name.includes(`/${collection}/`));

const job = async (pipeline: Pipeline, run = 1) => {
  const found = await bench.db.doc(paths.job(WORKSPACE, jobId(collection, pipeline, run))).get();
  return newJobSchema.safeParse(found.data()).data;
};
/** Has a run of `pipeline` reach `status`, as the engine does. */
async function advance(pipeline: Pipeline, status: string): Promise<void> {
  const id = jobId(collection, pipeline, 1);
  await bench.db.doc(paths.job(WORKSPACE, id)).update({ status, open: status !== 'completed' });
  await bench.db.doc(paths.collection(WORKSPACE, collection)).update({
    [`processing_status.${pipeline}`]: {
      status,
      task_id: id,
      run: 1,
      started_at: new Date(1),
      completed_at: null,
      last_updated: new Date(2),
      current_phase: 'Generating categories',
      progress: { phase: 4, total_phases: 6, percentage: 50, within: null },
      activity: { kind: 'working' },
      error: null,
    },
  });
}

describe('a collection', () => {
  it('is created as a page creates it, shown, renamed and deleted', async () => {
    const made = await bench.call(`POST ${COLLECTIONS}`, { body: { name: ' Autumn ' } });
    expect(made).toMatchObject({
      status: 201,
      body: { name: 'Autumn', season: '', created_by: 'ada', products: null, items: null, item_count: 0 },
    });
    collection = z.object({ id: z.string() }).parse(made.body).id;
    expect(await call('PATCH', '', { body: { season: 'AW26' } })).toMatchObject({
      status: 200,
      body: { name: 'Autumn', season: 'AW26' },
    });
    expect(await call('DELETE')).toMatchObject({ status: 200, body: { id: collection, deleted: true } });
    for (const method of ['GET', 'DELETE']) expect((await call(method)).status).toBe(404);
    expect((await call('PATCH', '', { body: { name: 'x' } })).status).toBe(404);
    expect((await bench.db.doc(paths.collection(WORKSPACE, collection)).get()).exists).toBe(false);
  });

  it('is listed, the latest first', async () => {
    const { body } = await bench.call(`GET ${COLLECTIONS}?limit=200`);
    const listed = z.object({ data: z.array(z.object({ id: z.string() })) }).parse(body).data;
    expect(listed.map(({ id }) => id)).toContain(collection);
  });

  it('has its categories as people have arranged them, and what the latest runs have made', async () => {
    const category = (id: string, name: string) => ({
      id,
      name,
      product_count: 2,
      confidence: 1,
      reason: 'Heading',
    });
    await write({
      categories: [category('a', 'Coats'), category('b', 'Hats')],
      category_edits: { names: { a: 'Outerwear' }, merged: {}, order: ['b', 'a'] },
      results: { job_id: 'j', product_count: 4, image_count: 5, matched_count: 3, currency: 'EUR' },
    });
    expect((await call('GET')).body).toMatchObject({
      categories: [{ name: 'Hats' }, { id: 'a', name: 'Outerwear', product_count: 2 }],
      products: { run_id: 'j', count: 4, with_image: 3 },
    });
  });

  it('stays while a run is at work on it', async () => {
    await withBoth();
    await call('POST', '/documents/process');
    const refused = await call('DELETE');
    expect(refused).toMatchObject({ status: 409, body: { run_id: expect.stringContaining(collection) } });
  });

  it('is nothing to those who may not, and to those of other workspaces', async () => {
    const edits = [
      ['PATCH', '', { name: 'x' }],
      ['DELETE', '', undefined],
      ['POST', '/documents/process', {}],
      ['POST', '/items/generate', {}],
      ['POST', '/deck/generate', undefined],
      ['POST', '/documents/process/cancel', undefined],
      ['POST', '/items/generate/cancel', undefined],
      ['POST', '/deck/generate/cancel', undefined],
      ['PATCH', '/items/i', { set: { name: 'x' } }],
      ['DELETE', '/documents/d', undefined],
      ['POST', '/documents', formOf('linesheet')],
    ] as const;
    for (const [method, path, body] of edits) {
      const refused = await call(method, path, { token: 'token-max', body });
      expect([method, path, refused.status]).toEqual([method, path, 403]);
    }
    const reads = ['', '/documents', '/processing-status', '/products', '/items', '/decks'];
    for (const path of reads) {
      expect((await call('GET', path, { token: 'token-max' })).status).toBe(200);
      const stranger = await call('GET', path, { token: 'token-eve' });
      expect([stranger.status, problemCode(stranger.body)]).toEqual([404, 'not_found']);
      const elsewhere = await bench.call(`GET /workspaces/w2/collections/${collection}${path}`, {
        token: 'token-eve',
      });
      expect([path, elsewhere.status]).toEqual([path, 404]);
    }
    expect(await job('document_processing')).toBeUndefined();
  });
});

describe('a document', () => {
  it('is stored as a page stores it, and only that', async () => {
    const { status, body } = await upload('linesheet');
    expect(status).toBe(201);
    expect(body).toMatchObject({ run: null, not_started: null, warning: null });
    const id = documentId(body);
    const stored = await bench.db.doc(paths.document(WORKSPACE, collection, id)).get();
    expect(documentSchema.parse(stored.data())).toMatchObject({
      kind: 'linesheet',
      file_name: 'Linesheet Größe 1.pdf',
      content_type: 'application/pdf',
      size: PDF.length,
      storage_path: expect.stringMatching(
        new RegExp(`/collections/${collection}/documents/${id}/original/Linesheet-Gro.*1\\.pdf$`, 'u'),
      ),
      uploaded_by: 'ada',
    });
    expect(originals()).toEqual([stored.get('storage_path')]);
    expect(await job('document_processing')).toBeUndefined();
    const listed = await call('GET', '/documents');
    expect(listed.body).toMatchObject({ data: [{ id, kind: 'linesheet' }] });
    expect(JSON.stringify(listed.body)).not.toContain('storage_path');
  });

  it('comes once, however often the same request is sent, even when it was cut off', async () => {
    const headers = { 'idempotency-key': `upload-${collection}` };
    const send = async () => await upload('linesheet', '', headers);
    const first = await send();
    expect(first.status).toBe(201);
    expect(await send()).toMatchObject({ status: 201, body: first.body });
    await cutOff();
    const again = await send();
    expect([again.status, documentId(again.body)]).toEqual([201, documentId(first.body)]);
    expect(originals()).toHaveLength(1);
  });

  it.each([
    ['nothing', '', 'a.pdf', 'empty'],
    ['another kind of file', 'PK\u0003\u0004word/', 'a.docx', 'Word'],
  ])('of %s is refused, and nothing is stored', async (_name, content, name, word) => {
    const refused = await call('POST', '/documents', { body: formOf('linesheet', content, name) });
    expect([refused.status, problemCode(refused.body)]).toEqual([422, 'unprocessable']);
    expect(refused.body).toMatchObject({ detail: expect.stringContaining(word) });
    expect(originals()).toEqual([]);
  });

  it('needs a kind, and a file that is one', async () => {
    const unknown = await call('POST', '/documents', { body: formOf('invoice') });
    expect(unknown).toMatchObject({ status: 400, body: { errors: [{ in: 'body', pointer: '/kind' }] } });
    const text = new FormData();
    text.set('kind', 'linesheet');
    text.set('file', 'not a file');
    expect((await call('POST', '/documents', { body: text })).status).toBe(400);
    expect((await call('POST', '/documents', { body: { kind: 'linesheet' } })).status).toBe(415);
  });

  it('with process=true starts the run as soon as it can be, and says what is missing before', async () => {
    const first = await upload('linesheet', '?process=true');
    expect(first.body).toMatchObject({ run: null, not_started: 'Add a purchase order first.' });
    const second = await upload('purchase_order', '?process=true');
    const runId = jobId(collection, 'document_processing', 1);
    expect(second.body).toMatchObject({ run: { run_id: runId }, not_started: null });
    expect((await job('document_processing'))?.input.document_ids).toHaveLength(2);
  });

  it('neither comes nor goes while documents are processed', async () => {
    const [id] = await withBoth();
    await call('POST', '/documents/process');
    for (const refused of [await upload('linesheet'), await call('DELETE', `/documents/${id}`)]) {
      expect([refused.status, problemCode(refused.body)]).toEqual([409, 'already_running']);
      expect(refused.body).toMatchObject({ detail: 'Files cannot be changed during processing.' });
    }
    expect(originals()).toHaveLength(2);
  });

  it('is removed', async () => {
    const [id] = await withBoth();
    expect((await call('DELETE', `/documents/${id}`)).status).toBe(200);
    expect((await call('DELETE', `/documents/${id}`)).status).toBe(404);
  });

  it('needs a collection that is there, under a name that one can have', async () => {
    collection = 'nowhere';
    expect((await upload('linesheet')).status).toBe(404);
    collection = '__reserved__';
    expect((await call('GET')).status).toBe(400);
    expect(originals()).toEqual([]);
  });

  it('is refused by a full collection, and its file does not stay', async () => {
    const writer = bench.db.batch();
    for (let index = 0; index < 20; index += 1)
      writer.set(bench.db.doc(paths.document(WORKSPACE, collection, `d${index}`)), { kind: 'linesheet' });
    await writer.commit();
    const refused = await upload('linesheet');
    expect([refused.status, problemCode(refused.body)]).toEqual([409, 'conflict']);
    expect(originals()).toEqual([]);
  });
});

describe('processing documents', () => {
  it('needs both kinds, and says what to do first', async () => {
    const nothing = await call('POST', '/documents/process');
    expect(nothing).toMatchObject({
      status: 409,
      body: { code: 'conflict', detail: 'Add a linesheet and a purchase order first.' },
    });
    expect(await job('document_processing')).toBeUndefined();
  });

  it('starts one run of all documents, with the hint', async () => {
    const ids = await withBoth();
    const started = await call('POST', '/documents/process', { body: { hint: ' by garment ' } });
    const runId = jobId(collection, 'document_processing', 1);
    expect(started).toMatchObject({ status: 202, body: { run_id: runId } });
    expect(started.headers.get('location')).toBe(`/api/v1/workspaces/${WORKSPACE}/runs/${runId}`);
    const made = await job('document_processing');
    expect(made).toMatchObject({ input: { hint: 'by garment' }, created_by: 'ada', run: 1 });
    expect(new Set(made?.input.document_ids)).toEqual(new Set(ids));
    const again = await call('POST', '/documents/process');
    expect(again).toMatchObject({ status: 409, body: { code: 'already_running', run_id: runId } });
    await advance('document_processing', 'paused');
    expect((await call('POST', '/documents/process')).body).toMatchObject({
      detail: 'Processing is paused. Resume or cancel it first.',
    });
  });

  it('of chosen documents takes those of the collection, a linesheet among them', async () => {
    const [linesheet = '', order = ''] = await withBoth();
    const choose = async (ids: readonly string[]) =>
      await call('POST', '/documents/process', { body: { document_ids: ids } });
    expect(await choose(['nowhere', linesheet])).toMatchObject({
      status: 422,
      body: { detail: 'The collection has no such documents: “nowhere”.' },
    });
    expect((await choose([order])).status).toBe(422);
    expect((await choose([linesheet, linesheet])).status).toBe(400);
    expect((await choose([linesheet])).status).toBe(202);
    expect((await job('document_processing'))?.input.document_ids).toEqual([linesheet]);
  });

  it('of more documents than a run reads wants them named', async () => {
    const [linesheet = ''] = await withBoth();
    const stored = await bench.db.doc(paths.document(WORKSPACE, collection, linesheet)).get();
    const writer = bench.db.batch();
    for (let index = 0; index < 19; index += 1)
      writer.set(bench.db.doc(paths.document(WORKSPACE, collection, `d${index}`)), stored.data() ?? {});
    await writer.commit();
    expect((await call('POST', '/documents/process')).status).toBe(422);
    const named = { document_ids: [linesheet] };
    expect((await call('POST', '/documents/process', { body: named })).status).toBe(202);
  });

  it('is cancelled by a wish, while it is at work', async () => {
    expect((await call('POST', '/documents/process/cancel')).body).toMatchObject({
      code: 'conflict',
      detail: '“Process Documents” is not at work on this.',
    });
    await withBoth();
    await call('POST', '/documents/process');
    const cancelled = await call('POST', '/documents/process/cancel');
    const runId = jobId(collection, 'document_processing', 1);
    expect(cancelled).toMatchObject({ status: 202, body: { run_id: runId } });
    const wishes = await bench.db.collection(paths.jobRequests(WORKSPACE)).where('job_id', '==', runId).get();
    expect(wishes.docs.map((wish) => [wish.get('action'), wish.get('by')])).toEqual([['cancel', 'ada']]);
  });
});

describe('the status of all runs', () => {
  it('is idle, then that of the run that was just started, then what the engine says', async () => {
    const status = async () => (await call('GET', '/processing-status')).body;
    expect(await status()).toMatchObject({
      document_processing: { status: 'idle', run_id: null },
      item_generation: { status: 'idle' },
      deck_generation: { status: 'idle' },
    });
    await withBoth();
    await call('POST', '/documents/process');
    const runId = jobId(collection, 'document_processing', 1);
    expect(await status()).toMatchObject({ document_processing: { status: 'queued', run_id: runId } });
    await advance('document_processing', 'processing');
    expect(await status()).toMatchObject({
      document_processing: {
        status: 'processing',
        current_phase: 'Generating categories',
        progress: { phase: 4, total_phases: 6, percentage: 50 },
        started_at: '1970-01-01T00:00:00.001Z',
      },
    });
  });
});

describe('generating items', () => {
  const results = { job_id: 'j', product_count: 4, image_count: 4, matched_count: 4, currency: null };

  it('needs a purchase order, then products, and no processing under way', async () => {
    const detail = async () =>
      z.object({ detail: z.string() }).parse((await call('POST', '/items/generate')).body).detail;
    expect(await detail()).toBe('Upload a purchase order first.');
    await withBoth();
    expect(await detail()).toBe('There are no products yet. Process Documents first.');
    await call('POST', '/documents/process');
    expect(await detail()).toBe('Process Documents is under way. Items are made from its products.');
  });

  it('reads the purchase orders, from the columns on where that is asked', async () => {
    const [, order = ''] = await withBoth();
    await write({ results });
    expect((await call('POST', '/items/generate', { body: { from: 'columns' } })).status).toBe(202);
    expect(await job('item_generation')).toMatchObject({ input: { document_ids: [order] }, from_phase: 3 });
    expect(await call('POST', '/items/generate')).toMatchObject({
      status: 409,
      body: { code: 'already_running', detail: 'Items are being generated.' },
    });
    expect((await call('POST', '/items/generate/cancel')).status).toBe(202);
  });
});

describe('decks', () => {
  it('are generated from items, once these are there', async () => {
    expect((await call('POST', '/deck/generate')).body).toMatchObject({
      code: 'conflict',
      detail: 'There are no items yet. Generate Items first.',
    });
    await write({ item_count: 3 });
    expect((await call('POST', '/deck/generate')).status).toBe(202);
    expect(await job('deck_generation')).toMatchObject({ input: { document_ids: [] } });
    expect((await call('POST', '/deck/generate')).body).toMatchObject({ code: 'already_running' });
    expect((await call('POST', '/deck/generate/cancel')).status).toBe(202);
  });

  it('are listed with addresses that open their files', async () => {
    const file = (name: string) => ({ path: `decks/${name}`, token: 'secret', bytes: 10 });
    await bench.db.doc(paths.deck(WORKSPACE, collection, 'deck')).set({
      job_id: 'deck',
      run: 1,
      title: 'Spring',
      season: '',
      layout: 4,
      item_count: 3,
      slide_count: 2,
      without_picture: 0,
      created_by: 'ada',
      created_at: new Date(1),
      pptx: file('a.pptx'),
      pdf: file('a.pdf'),
    });
    expect((await call('GET', '/decks')).body).toMatchObject({
      data: [
        {
          title: 'Spring',
          pdf: { url: expect.stringMatching(/\/v0\/b\/bucket\/o\/decks%2Fa\.pdf\?alt=media&token=secret$/u) },
        },
      ],
      next_cursor: null,
    });
  });
});

const GENERATED: GeneratedItem = {
  sku: 'A-1',
  base_sku: 'A',
  color: 'Blue',
  color_code: '1',
  name: 'Coat',
  category: 'Coats',
  sizes: [{ size: 'S', quantity: 2 }],
  quantity: 2,
  unit_price: 10,
  wholesale_price: null,
  msrp: null,
  currency: 'EUR',
  material: null,
  origin: null,
  season: null,
  delivery: null,
  product: null,
  image: { image_id: 'i', path: 'p', thumbnail_path: 't', token: 'k', width: 1, height: 1 },
  warnings: ['not_in_linesheet'],
  sources: [],
};

describe('items', () => {
  const add = async (id: string, fields: Partial<Item> = {}) =>
    await bench.db.doc(paths.item(WORKSPACE, collection, id)).set({
      generated: GENERATED,
      content_hash: 'h',
      run: 1,
      job_id: 'j',
      position: 0,
      in_order: true,
      before: null,
      ...fields,
    });
  const published = async () =>
    await write({
      item_count: 2,
      categories: [{ id: 'c', name: 'Coats', product_count: 1, confidence: 1, reason: '' }],
      category_edits: { names: { c: 'Outerwear' }, merged: {}, order: [] },
      item_results: {
        job_id: 'j',
        run: 1,
        products_job_id: 'p',
        document_ids: [],
        created: 2,
        updated: 0,
        skipped: 0,
        dropped: 0,
        line_count: 2,
        unmatched_count: 0,
        quantity: 4,
        amount: 40,
        currency: 'EUR',
        failed_checks: 0,
      },
    });

  it('are listed as the page shows them, by the page, without those of a run under way', async () => {
    await published();
    await add('a', { edits: { name: 'Long coat' } });
    await add('b', { position: 1 });
    await add('c', { position: 2, run: 2 });
    const first = await call('GET', '/items?limit=1');
    expect(first.body).toMatchObject({
      data: [
        {
          id: 'a',
          name: 'Long coat',
          category: 'Outerwear',
          quantity: 2,
          edited_fields: ['name'],
          warnings: ['not_in_linesheet'],
          image: { url: expect.stringContaining('/o/p?'), thumbnail_url: expect.stringContaining('/o/t?') },
        },
      ],
      next_cursor: 'a',
    });
    expect(JSON.stringify(first.body)).not.toContain('content_hash');
    const second = await call('GET', '/items?limit=5&cursor=a');
    expect(second.body).toMatchObject({ data: [{ id: 'b' }], next_cursor: null });
  });

  it('are changed beside what was generated, and put back', async () => {
    await published();
    await add('a');
    const change = async (body: unknown) => await call('PATCH', '/items/a', { body });
    const sizes = [{ size: 'M', quantity: 7 }];
    expect(await change({ set: { name: 'Cape', sizes, category: 'Outerwear' } })).toMatchObject({
      status: 200,
      body: { name: 'Cape', quantity: 7, category: 'Outerwear', edited_fields: ['name', 'sizes'] },
    });
    const stored = async () =>
      itemSchema.parse((await bench.db.doc(paths.item(WORKSPACE, collection, 'a')).get()).data());
    expect(await stored()).toMatchObject({ generated: GENERATED, edits: { name: 'Cape' }, edited_by: 'ada' });
    expect((await change({ reset: ['name'] })).body).toMatchObject({ name: 'Coat', quantity: 7 });
    expect((await stored()).edits).toEqual({ sizes });
    for (const wrong of [
      {},
      { set: { sku: 'x' } },
      { set: { name: 'x' }, reset: ['name'] },
      { set: { msrp: -1 } },
    ])
      expect((await change(wrong)).status).toBe(400);
    expect((await call('PATCH', '/items/none', { body: { set: { name: 'x' } } })).status).toBe(404);
  });
});

describe('products', () => {
  it('are those of the latest run, over all linesheets, by the page', async () => {
    const [first = ''] = await withBoth();
    const second = documentId((await upload('linesheet')).body);
    const add = async (document: string, id: string, position: number, run = 'j') =>
      await bench.db.doc(paths.product(WORKSPACE, collection, document, id)).set({
        job_id: run,
        position,
        sku: id,
        name: `Product ${id}`,
        category: null,
        wholesale_price: 10,
        msrp: null,
        currency: null,
        colors: [],
        color_codes: [],
        sizes: [],
        prices_by_size: null,
        material: null,
        origin: null,
        season: null,
        delivery: null,
        page: 1,
        confidence: { sku: 0.9 },
        places: {},
        place: { kind: 'cell', sheet: 'S', row: 1, column: 1 },
        image: null,
      });
    await add(first, 'a', 0);
    await add(first, 'b', 1);
    await add(first, 'old', 0, 'before');
    await add(second, 'c', 0);
    await write({
      results: { job_id: 'j', product_count: 3, image_count: 0, matched_count: 0, currency: null },
    });
    const page = z.object({
      data: z.array(z.object({ id: z.string(), document_id: z.string() })),
      next_cursor: z.string().nullable(),
    });
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { data, next_cursor: next } = page.parse((await call('GET', `/products?limit=1${from}`)).body);
      seen.push(...data.map(({ id, document_id: document }) => `${document}/${id}`));
      cursor = next;
    }
    const expected = [`${first}/a`, `${first}/b`, `${second}/c`];
    expect(seen).toEqual(expected.toSorted());
    for (const lost of ['nowhere', 'a.b', '../x', 'a.b.c'])
      expect((await call('GET', `/products?cursor=${lost}`)).status).toBe(400);
  });
});
