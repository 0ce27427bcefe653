/** Listings by the HTTP API. */
import { LISTING_FIELDS, listingSchema, newListingSchema } from '@docket/model/listing/listing';
import { newJobSchema } from '@docket/model/job';
import { paths } from '@docket/model/paths';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { type ApiBench, openApiBench, problemCode, WORKSPACE } from './api-bench.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const IMAGES = ['f-1', 'f-2'];
let bench: ApiBench;
beforeAll(async () => {
  bench = await openApiBench({
    DOCKET_API_STARTS_PER_MINUTE: '10000',
    DOCKET_API_REQUESTS_PER_MINUTE: '10000',
  });
  await bench.member('vic', 'viewer');
  await bench.member('eve', 'owner', 'w2');
  for (const image of IMAGES)
    await bench.db.doc(paths.image(WORKSPACE, image)).set({ file_name: 'a.jpg', uploaded_by: 'ada' });
});
afterAll(async () => {
  await bench.close();
});

const list = `/workspaces/${WORKSPACE}/listings`;
const refusal = (called: { status: number; body: unknown }) => [called.status, problemCode(called.body)];
const idOf = (body: unknown) => z.looseObject({ id: z.string() }).parse(body).id;

let id: string;
beforeEach(async () => {
  id = idOf((await bench.call(`POST ${list}`, { body: { image_ids: IMAGES, language: 'de' } })).body);
});
const stored = async () =>
  listingSchema.parse((await bench.db.doc(paths.listing(WORKSPACE, id)).get()).data());

/** What an analysis has found: a good title and a doubtful brand. */
async function suggest() {
  const grounds = { source: 'text', reason: 'It says so.' } as const;
  await bench.db.doc(paths.listingAnalysis(WORKSPACE, id)).set({
    language: 'de',
    suggestions: [
      { field: 'title', value: 'Bohrmaschine', confidence: 0.9, ...grounds },
      { field: 'brand', value: 'Bosch', confidence: 0.2, ...grounds },
    ],
    photos: [],
    job_id: `${id}-listing_analysis-1`,
    photo_ids: IMAGES,
    updated_at: bench.now,
  });
}

describe('a listing', () => {
  it('begins as a draft with images of the library, as on the page', async () => {
    const made = await bench.call(`POST ${list}`, { body: { image_ids: IMAGES } });
    expect(made).toMatchObject({
      status: 201,
      body: { state: 'draft', processing_status: 'DRAFT', image_ids: IMAGES, language: 'en', filled: [] },
    });
    const record = await bench.db.doc(paths.listing(WORKSPACE, idOf(made.body))).get();
    expect(newListingSchema.parse(record.data())).toMatchObject({ photos: IMAGES, own_photos: [] });
    expect((await bench.call(`POST ${list}`)).status).toBe(201);
  });

  it.each([
    ['images that are not there', { image_ids: ['f-1', 'nowhere'] }, 422],
    ['an image twice', { image_ids: ['f-1', 'f-1'] }, 400],
    ['more images than a listing has', { image_ids: Array.from({ length: 13 }, (_, at) => `f-${at}`) }, 400],
    ['another language', { language: 'xx' }, 400],
  ])('does not begin with %s', async (_name, body, status) => {
    expect((await bench.call(`POST ${list}`, { body })).status).toBe(status);
  });

  it('begins once with an idempotency key', async () => {
    const request = { body: {}, headers: { 'idempotency-key': 'listing' } };
    const first = await bench.call(`POST ${list}`, request);
    expect((await bench.call(`POST ${list}`, request)).body).toEqual(first.body);
  });

  it('is read by members, and changed by editors', async () => {
    expect((await bench.call(`GET ${list}/${id}`, { token: 'token-vic' })).body).toMatchObject({ id });
    const change = { token: 'token-vic', body: { title: 'x' } };
    expect(refusal(await bench.call(`PATCH ${list}/${id}`, change))).toEqual([403, 'forbidden']);
    expect(refusal(await bench.call(`POST ${list}`, { ...change, body: {} }))).toEqual([403, 'forbidden']);
    for (const deed of ['analyse', 'publish'])
      expect((await bench.call(`POST ${list}/${id}/${deed}`, { token: 'token-vic' })).status).toBe(403);
    expect((await bench.call(`DELETE ${list}/${id}`, { token: 'token-vic' })).status).toBe(403);
    expect((await bench.call(`GET ${list}/${id}`, { token: 'token-eve' })).status).toBe(404);
    for (const request of [
      'GET x',
      'PATCH x',
      'DELETE x',
      'POST x/analyse',
      'GET x/processing-status',
      'POST x/publish',
    ]) {
      const [method = '', end = ''] = request.split(' ');
      const body = method === 'PATCH' ? { body: { title: 'x' } } : {};
      expect(refusal(await bench.call(`${method} ${list}/${end}`, body))).toEqual([404, 'not_found']);
    }
  });

  it('is filled in field by field, and what is filled in counts', async () => {
    const changed = await bench.call(`PATCH ${list}/${id}`, {
      body: { title: 'Drill', price: { amount: 45, currency: 'EUR' } },
    });
    expect(changed).toMatchObject({
      status: 200,
      body: { fields: { title: 'Drill', brand: '' }, filled: ['title', 'price'] },
    });
    await bench.call(`PATCH ${list}/${id}`, { body: { title: '', tags: ['tool'] } });
    expect(await stored()).toMatchObject({ title: '', tags: ['tool'], touched: ['title', 'price', 'tags'] });
  });

  it.each([
    ['nothing', {}],
    ['an unknown field', { colour: 'red' }],
    ['a title that is too long', { title: 'x'.repeat(121) }],
    ['a tag of two lines', { tags: ['a\nb'] }],
    ['a price without a currency', { price: { amount: 3 } }],
  ])('is not changed by %s', async (_name, body) => {
    expect(refusal(await bench.call(`PATCH ${list}/${id}`, { body }))).toEqual([400, 'invalid_request']);
  });

  it('is deleted', async () => {
    expect((await bench.call(`DELETE ${list}/${id}`)).body).toEqual({ id, deleted: true });
    expect((await bench.call(`GET ${list}/${id}`)).status).toBe(404);
  });
});

describe('an analysis', () => {
  it('is started once at a time, and shows how it goes and what it suggests', async () => {
    const started = await bench.call(`POST ${list}/${id}/analyse`);
    expect(started).toMatchObject({ status: 202, body: { run_id: `${id}-listing_analysis-1` } });
    const run = await bench.db.doc(paths.job(WORKSPACE, `${id}-listing_analysis-1`)).get();
    expect(newJobSchema.parse(run.data())).toMatchObject({ input: { document_ids: [] }, created_by: 'ada' });
    expect(refusal(await bench.call(`POST ${list}/${id}/analyse`))).toEqual([409, 'already_running']);
    await suggest();
    expect(
      (await bench.call(`GET ${list}/${id}/processing-status`, { token: 'token-vic' })).body,
    ).toMatchObject({
      processing_status: 'PROCESSING',
      run: { status: 'queued' },
      suggestions: [{ field: 'title', value: 'Bohrmaschine', confidence: 0.9 }, { field: 'brand' }],
    });
  });

  it('needs photos', async () => {
    const bare = idOf((await bench.call(`POST ${list}`, { body: {} })).body);
    expect(refusal(await bench.call(`POST ${list}/${bare}/analyse`))).toEqual([422, 'unprocessable']);
  });

  it('has not begun before it is started', async () => {
    const { body } = await bench.call(`GET ${list}/${id}/processing-status`);
    expect(body).toMatchObject({ processing_status: 'DRAFT', run: { status: 'idle' }, suggestions: [] });
  });
});

describe('publishing', () => {
  it('saves what is filled in and what is suggested well, once', async () => {
    await suggest();
    await bench.call(`PATCH ${list}/${id}`, { body: { size: 'M' } });
    const published = await bench.call(`POST ${list}/${id}/publish`);
    expect(published).toMatchObject({
      status: 200,
      body: { state: 'ready', fields: { title: 'Bohrmaschine', size: 'M', brand: '' } },
    });
    expect((await stored()).touched.toSorted()).toEqual([...LISTING_FIELDS].toSorted());
    expect(refusal(await bench.call(`POST ${list}/${id}/publish`))).toEqual([409, 'conflict']);
    expect(refusal(await bench.call(`PATCH ${list}/${id}`, { body: { title: ' ' } }))).toEqual([
      422,
      'unprocessable',
    ]);
  });

  it('needs a title', async () => {
    expect(refusal(await bench.call(`POST ${list}/${id}/publish`))).toEqual([422, 'unprocessable']);
    await bench.call(`PATCH ${list}/${id}`, { body: { title: ' Drill ' } });
    expect((await bench.call(`POST ${list}/${id}/publish`)).body).toMatchObject({
      fields: { title: 'Drill' },
    });
  });

  it('moves a listing from the drafts to the items', async () => {
    const idsIn = async (state: string) => {
      const { body } = await bench.call(`GET ${list}?limit=200&state=${state}`);
      return z
        .object({ data: z.array(z.looseObject({ id: z.string() })) })
        .parse(body)
        .data.map((one) => one.id);
    };
    expect(await idsIn('draft')).toContain(id);
    await bench.call(`PATCH ${list}/${id}`, { body: { title: 'Drill' } });
    await bench.call(`POST ${list}/${id}/publish`);
    expect(await idsIn('draft')).not.toContain(id);
    expect(await idsIn('ready')).toContain(id);
    const all = await bench.call(`GET ${list}?limit=1`);
    expect(all.body).toMatchObject({ next_cursor: expect.any(String) });
    expect(bench.errors).toEqual([]);
  });
});
