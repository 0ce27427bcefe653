/**
 * The HTTP API as somebody else's program uses it: through Hosting, with an API key, by a client that is made from the OpenAPI
 * document alone. Every operation is called, and every answer held against the document.
 */
import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { API_KEY_ID_BYTES, API_KEY_SECRET_BYTES, composeApiKey } from '@docket/model/api-key';
import { paths } from '@docket/model/paths';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { connectClient } from '../../scripts/docket/client.ts';
import { DEMO_PROJECT, DEMO_WORKSPACE } from '../../scripts/local-stack/demo.ts';
import { makePhotos } from '../images/photos.ts';
import { testAdmin, testPorts, testUrl } from '../support/test-stack.ts';
import { type ApiCall, OpenApiClient } from './openapi-client.ts';

const SAMPLES = path.resolve(import.meta.dirname, '../../samples');

const named = z.looseObject({ id: z.string() });
const started = z.looseObject({ run_id: z.string(), status_url: z.string() });
const page = z.looseObject({
  data: z.array(z.looseObject({ id: z.string() })),
  next_cursor: z.string().nullable(),
});
const statusOf = z.looseObject({ status: z.string(), run_id: z.string().nullable() });

let client: OpenApiClient;

async function sample(name: string, type: string): Promise<File> {
  return new File([new Uint8Array(await readFile(path.join(SAMPLES, name)))], name, { type });
}

/** A key of the demo workspace, as an owner's browser makes one. */
async function makeKey(): Promise<string> {
  const { id, secret, text, hint } = composeApiKey(
    randomBytes(API_KEY_ID_BYTES),
    randomBytes(API_KEY_SECRET_BYTES),
  );
  await testAdmin()
    .db.doc(paths.apiKey(DEMO_WORKSPACE.id, id))
    .set({
      name: 'Tests',
      scopes: ['read', 'review', 'edit', 'administer'],
      secret_hash: createHash('sha256').update(secret).digest('hex'),
      hint,
      created_by: 'tests',
      created_at: new Date(),
      expires_at: null,
      revoked_at: null,
      revoked_by: null,
    });
  return text;
}

/** Calls an operation of the demo workspace, and reads its answer. */
async function call<T>(
  schema: z.ZodType<T>,
  id: string,
  { path: names = {}, ...rest }: ApiCall = {},
): Promise<T> {
  return schema.parse(
    await client.succeed(id, { ...rest, path: { workspace_id: DEMO_WORKSPACE.id, ...names } }),
  );
}

async function runEnds(id: string): Promise<string> {
  const status = async () => (await call(statusOf, 'getRun', { path: { run_id: id } })).status;
  await expect.poll(status).toMatch(/^(?:completed|failed|cancelled)$/u);
  return await status();
}

test.beforeAll(async () => {
  const document = await fetch(`${testUrl()}/api/v1/openapi.json`);
  expect(document.headers.get('content-type')).toContain('application/json');
  client = new OpenApiClient(await document.json(), testUrl(), {
    send: async (request) => await fetch(request),
    token: await makeKey(),
  });
});

test.describe
  .serial('a program that knows the OpenAPI document', () => {
    test('uploads linesheet and order, processes, watches, generates items and a deck, and fetches them', async () => {
      const { id } = await call(named, 'createCollection', { body: { name: 'By the API' } });
      const of = { collection_id: id };
      await call(named, 'updateCollection', { path: of, body: { season: 'SS27' } });
      const linesheet = await sample('harbour-and-vale-aw26-linesheet.pdf', 'application/pdf');
      const order = await sample('nordlicht-store-po-1187.xlsx', 'application/octet-stream');
      const { document } = await call(z.looseObject({ document: named }), 'uploadDocument', {
        path: of,
        query: { process: false },
        body: { file: linesheet, kind: 'linesheet' },
      });
      await call(z.unknown(), 'uploadDocument', { path: of, body: { file: order, kind: 'purchase_order' } });
      const { data: documents } = await call(z.looseObject({ data: z.array(named) }), 'listDocuments', {
        path: of,
      });
      expect(documents).toHaveLength(2);

      const key = { 'Idempotency-Key': `process-${id}` };
      const processing = await call(started, 'processDocuments', { path: of, body: {}, headers: key });
      const again = await call(started, 'processDocuments', { path: of, body: {}, headers: key });
      expect(again).toEqual(processing);
      const statuses = z.record(z.string(), statusOf);
      const seen = new Set<string>();
      const processed = async () => {
        const { document_processing: now } = await call(statuses, 'getProcessingStatus', { path: of });
        seen.add(now?.status ?? '');
        return now?.status;
      };
      await expect.poll(processed, { intervals: [200] }).toBe('completed');
      expect([...seen].every((status) => ['queued', 'processing', 'completed'].includes(status))).toBe(true);
      const products = await call(page, 'listProducts', { path: of, query: { limit: 5 } });
      expect(products.data.length).toBe(5);
      expect(
        (await call(page, 'listProducts', { path: of, query: { cursor: products.next_cursor ?? '' } })).data
          .length,
      ).toBeGreaterThan(0);

      const generation = await call(started, 'generateItems', { path: of, body: {} });
      expect(await runEnds(generation.run_id)).toBe('completed');
      const items = await call(page, 'listItems', { path: of });
      expect(items.data.length).toBeGreaterThan(0);
      const item = { ...of, item_id: items.data[0]?.id ?? '' };
      await call(z.looseObject({ name: z.literal('Renamed') }), 'updateItem', {
        path: item,
        body: { set: { name: 'Renamed' } },
      });
      const deck = await call(started, 'generateDeck', { path: of });
      expect(await runEnds(deck.run_id)).toBe('completed');
      expect((await call(page, 'listDecks', { path: of })).data).toHaveLength(1);

      // Once more, and called off.
      for (const [start, cancel, body] of [
        ['processDocuments', 'cancelProcessing', {}],
        ['generateItems', 'cancelItemGeneration', {}],
        ['generateDeck', 'cancelDeckGeneration', undefined],
      ] as const) {
        const { run_id: run } = await call(started, start, {
          path: of,
          ...(body === undefined ? {} : { body }),
        });
        const { run_id: cancelled } = await call(started, cancel, { path: of });
        expect(cancelled).toBe(run);
        expect(await runEnds(run)).toBe('cancelled');
      }
      await call(named, 'getCollection', { path: of });
      await call(page, 'listCollections');
      await call(named, 'deleteDocument', { path: { ...of, document_id: document.id } });
      await call(named, 'deleteCollection', { path: of });
    });

    test('creates a fitment job, watches it, and approves in bulk', async () => {
      const { id: part } = await call(named, 'createPart', {
        body: {
          part_number: `API-${randomBytes(4).toString('hex')}`,
          description: 'Brake pads for 2015-2018 Honda Civic',
        },
      });
      await call(page, 'listParts');
      const body = { type: 'selection', part_ids: [part], name: 'By the API' };
      const selection = await call(started.extend({ fitment_job: named }), 'createFitmentJob', { body });
      expect(await runEnds(selection.run_id)).toBe('completed');
      const file = await sample('kestrel-parts.csv', 'text/csv');
      const upload = await call(started.extend({ fitment_job: named }), 'uploadFitmentJob', {
        body: { file },
      });
      const of = { fitment_job_id: upload.fitment_job.id };
      const progress = z.looseObject({ run: statusOf, fitment_job: z.looseObject({ status: z.string() }) });
      await expect
        .poll(async () => (await call(progress, 'getFitmentJobProgress', { path: of })).fitment_job.status)
        .toBe('review_required');
      const counts = z.looseObject({ pending: z.number(), approved: z.number(), rejected: z.number() });
      const found = await call(page.extend({ counts }), 'listFitments', {
        path: of,
        query: { status: 'pending', limit: 3 },
      });
      const ids = found.data.map(({ id }) => id);
      const decided = z.looseObject({ decided: z.number(), counts });
      expect(
        await call(decided, 'bulkApproveFitments', { path: of, body: { fitment_ids: ids } }),
      ).toMatchObject({ decided: 3 });
      expect(
        await call(decided, 'bulkResetFitments', { path: of, body: { fitment_ids: ids } }),
      ).toMatchObject({ decided: 3 });
      expect(
        await call(decided, 'bulkRejectFitments', { path: of, body: { fitment_ids: ids } }),
      ).toMatchObject({ decided: 3 });
      const rest = await call(decided, 'bulkApproveFitments', { path: of, body: { all: true } });
      expect(rest.decided).toBe(found.counts.pending - 3);
      const job = z.looseObject({ status: z.string() });
      await expect
        .poll(async () => (await call(job, 'getFitmentJob', { path: of })).status)
        .toBe('completed');
      await call(z.unknown(), 'listFitmentExceptions', { path: of });
      expect(
        (await call(z.looseObject({ data: z.array(z.unknown()) }), 'listApprovedFitments')).data.length,
      ).toBeGreaterThan(0);
      await call(z.unknown(), 'listFitmentJobs');
      await call(named, 'deleteFitmentJob', { path: of });
    });

    test('uploads an image, asks for its status, and retries one that failed', async () => {
      const photos = await makePhotos(2);
      const file = (index: number, bytes: number) =>
        new File([new Uint8Array(photos[index]?.buffer ?? []).slice(0, bytes)], `photo-${index}.jpg`, {
          type: 'image/jpeg',
        });
      const uploaded = z.looseObject({ image: named });
      const { image } = await call(uploaded, 'uploadImage', {
        body: { file: file(0, 1e6) },
      });
      const state = z.looseObject({ processing_status: z.string() });
      const status = async (id: string) =>
        (await call(state, 'getImageProcessingStatus', { path: { image_id: id } })).processing_status;
      await expect.poll(async () => await status(image.id)).toBe('completed');
      await call(named, 'getImage', { path: { image_id: image.id } });
      await call(page, 'listImages', { query: { limit: 2, status: 'completed' } });

      const broken = await call(uploaded, 'uploadImage', {
        body: { file: file(1, 700) },
      });
      await expect.poll(async () => await status(broken.image.id)).toBe('failed');
      const retry = await call(started, 'retryImageProcessing', { path: { image_id: broken.image.id } });
      await runEnds(retry.run_id);
      expect(await status(broken.image.id)).toBe('failed');
      await call(z.unknown(), 'importImages', { body: { urls: ['http://127.0.0.1:9/none.png'] } });
      await call(named, 'deleteImage', { path: { image_id: broken.image.id } });

      const listing = await call(named, 'createListing', { body: { image_ids: [image.id], language: 'en' } });
      const of = { listing_id: listing.id };
      await call(named, 'updateListing', { path: of, body: { title: 'Lantern' } });
      const analysis = await call(started, 'analyseListing', { path: of });
      await runEnds(analysis.run_id);
      await call(z.unknown(), 'getListingProcessingStatus', { path: of });
      await call(named, 'publishListing', { path: of });
      await call(named, 'getListing', { path: of });
      await call(page, 'listListings');
      await call(named, 'deleteListing', { path: of });
    });

    test('keeps stock, looks after the queue, and has called everything that there is', async () => {
      await call(page, 'listLocations');
      const item = await call(named, 'createInventoryItem', { body: { name: 'Plywood 3 mm', quantity: 4 } });
      const of = { item_id: item.id };
      await call(z.unknown(), 'adjustStock', { path: of, body: { delta: -1, reason: 'used' } });
      expect(
        await call(z.looseObject({ quantity: z.number() }), 'getInventoryItem', { path: of }),
      ).toMatchObject({ quantity: 3 });
      await call(page, 'listInventoryItems');
      await call(z.unknown(), 'listLowStock');
      await call(z.unknown(), 'pauseQueue');
      await call(z.unknown(), 'resumeQueue');
      await call(z.unknown(), 'getProcessingQueue');
      await call(z.unknown(), 'retryAllFailed', { body: {} });
      const runs = await call(
        z.looseObject({ data: z.array(z.looseObject({ run_id: z.string(), status: z.string() })) }),
        'listRuns',
      );
      const failed = runs.data.find(({ status }) => status === 'completed');
      const refused = await client.call('requestOfRun', {
        path: { workspace_id: DEMO_WORKSPACE.id, run_id: failed?.run_id ?? '' },
        body: { action: 'cancel' },
      });
      expect(refused).toMatchObject({ status: 409, body: { code: 'conflict' } });

      const person = await connectClient(DEMO_PROJECT, testPorts());
      await client.succeed('listWorkspaces', { token: await person.idToken() });
      await person.close();
      const missing = [...client.operations.keys()].filter((id) => !client.called.has(id));
      expect(missing).toEqual(['requestOfRun']);
    });
  });
