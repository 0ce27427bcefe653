/** The processing queue by the HTTP API. */
import { paths } from '@docket/model/paths';
import { adminRequestSchema, queueSettingsSchema } from '@docket/model/queue';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { maySignWishes } from '../src/admin/administrators.ts';
import { type ApiBench, openApiBench, problemCode, WORKSPACE } from './api-bench.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let bench: ApiBench;
beforeAll(async () => {
  bench = await openApiBench({ DOCKET_API_STARTS_PER_MINUTE: '10000' });
  await bench.member('ed', 'editor');
  await bench.member('eve', 'owner', 'w2');
});
afterAll(async () => {
  await bench.close();
});

const admin = `/workspaces/${WORKSPACE}/admin`;
const refusal = (called: { status: number; body: unknown }) => [called.status, problemCode(called.body)];
const before = (minutes: number) => new Date(bench.now.getTime() - minutes * 60_000);

async function addRun(id: string, minutes: number, change: object) {
  await bench.db.doc(paths.job(WORKSPACE, id)).set({
    pipeline: 'document_processing',
    subject: { type: 'collection', id: 'c' },
    input: { document_ids: ['d'] },
    run: 1,
    created_by: 'ada',
    created_at: before(minutes),
    updated_at: before(minutes),
    status: 'queued',
    open: true,
    ...change,
  });
}
async function addImage(id: string, status: string, code?: string) {
  await bench.db.doc(paths.image(WORKSPACE, id)).set({
    file_name: `${id}.jpg`,
    storage_path: 'somewhere',
    content_type: 'image/jpeg',
    size: 1,
    uploaded_by: 'ada',
    uploaded_at: before(90),
    processing_status: status,
    processing_error: code === undefined ? null : { code, message: 'It failed.', details: '' },
  });
}

describe('the processing queue', () => {
  it('of a workspace where nothing happens is empty', async () => {
    expect((await bench.call(`GET ${admin}/processing-queue`)).body).toMatchObject({
      paused: false,
      open_runs: 0,
      oldest_waiting: null,
      queue: [],
      failures: [],
      breakers: [],
    });
  });

  it('says what runs, what waits and for how long, what has failed of what, and who does not answer', async () => {
    await addRun('a', 10, { status: 'queued' });
    await addRun('b', 30, { status: 'processing', activity: { kind: 'held' } });
    await addRun('c', 20, {
      status: 'processing',
      phase: 2,
      attempt: 1,
      execution: { state: 'leased', fence: 1, holder: 'w', expires_at: bench.now },
    });
    await addRun('d', 5, { status: 'paused', paused_at: before(1) });
    const error = { code: 'file_corrupt', message: 'Broken.', phase: 'p', details: '' };
    await addRun('e', 60, { status: 'failed', open: false, needs_attention: true, error });
    await addRun('gone', 60, { status: 'completed', open: false });
    for (const id of ['x', 'y']) await addImage(id, 'failed', 'host_unavailable');
    await addImage('z', 'completed');
    const breaker = (state: string, failures: Date[]) => ({
      service: { kind: 'image_host', name: `${state}.example` },
      state,
      failures,
      last_error: '503',
      opened_at: null,
      retry_at: null,
      openings: 0,
      probe_until: null,
      updated_at: bench.now,
    });
    await bench.db.doc(paths.breaker(WORKSPACE, 'b1')).set(breaker('open', [before(1)]));
    await bench.db.doc(paths.breaker(WORKSPACE, 'b2')).set(breaker('closed', []));
    const { status, body } = await bench.call(`GET ${admin}/processing-queue`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      open_runs: 4,
      runs: { processing: 1, queued: 1, held: 1, paused: 1, waiting: 0, retrying: 0 },
      images: { failed: 2, completed: 1, queued: 0 },
      failed_runs: 1,
      oldest_waiting: { run_id: 'b', state: 'held', age_seconds: 1_800 },
      failures: [
        { cause: 'host_unavailable', runs: 0, images: 2 },
        { cause: 'file_corrupt', runs: 1, images: 0 },
      ],
      breakers: [{ service: { name: 'open.example' }, recent_failures: 1 }],
    });
    const queue = z.looseObject({ queue: z.array(z.looseObject({ run_id: z.string() })) }).parse(body).queue;
    expect(queue.map(({ run_id: run }) => run)).toEqual(['b', 'c', 'a', 'd']);
    expect(bench.errors).toEqual([]);
  });

  it('is paused and goes on, as by the switch on the page', async () => {
    const settings = async () =>
      queueSettingsSchema.parse((await bench.db.doc(paths.queueSettings(WORKSPACE)).get()).data());
    expect((await bench.call(`POST ${admin}/processing-queue/pause`)).body).toEqual({ paused: true });
    expect(await settings()).toMatchObject({ paused: true, by: 'ada' });
    expect((await bench.call(`GET ${admin}/processing-queue`)).body).toMatchObject({ paused: true });
    expect((await bench.call(`POST ${admin}/processing-queue/resume`)).body).toEqual({ paused: false });
    expect(await settings()).toMatchObject({ paused: false });
  });
});

describe('retrying all that has failed', () => {
  const wishes = async () => {
    const { docs } = await bench.db.collection(paths.adminRequests(WORKSPACE)).get();
    return docs.map((wish) => adminRequestSchema.parse(wish.data()));
  };

  it('is a wish like that of the page, once with an idempotency key', async () => {
    const request = { body: { cause: 'host_unavailable' }, headers: { 'idempotency-key': 'retry' } };
    const taken = await bench.call(`POST ${admin}/retry-all-failed`, request);
    expect(taken.status).toBe(202);
    expect(taken.headers.get('location')).toBe(`/api/v1${admin}/processing-queue`);
    await bench.call(`POST ${admin}/retry-all-failed`, request);
    expect(await wishes()).toMatchObject([
      { action: 'retry_all_failed', cause: 'host_unavailable', by: 'ada' },
    ]);
    await bench.call(`POST ${admin}/retry-all-failed`);
    expect(new Set((await wishes()).map((wish) => 'cause' in wish && wish.cause))).toEqual(
      new Set(['host_unavailable', null]),
    );
    const unknown = await bench.call(`POST ${admin}/retry-all-failed`, { body: { cause: 'bad luck' } });
    expect(refusal(unknown)).toEqual([400, 'invalid_request']);
  });

  it('may be wished by a key that administers, for as long as it does', async () => {
    const key = await bench.key(['read', 'administer']);
    const taken = await bench.call(`POST ${admin}/retry-all-failed`, { token: key, body: {} });
    const { request_id: id } = z.looseObject({ request_id: z.string() }).parse(taken.body);
    const by = z.string().parse((await bench.db.doc(paths.adminRequest(WORKSPACE, id)).get()).get('by'));
    const may = async (signature = by) => await maySignWishes(bench.db, WORKSPACE, signature, bench.now);
    expect(await may()).toBe(true);
    expect(await may('ada')).toBe(true);
    expect(await may('ed')).toBe(false);
    expect(await may('key:../members/ada')).toBe(false);
    await bench.db
      .doc(paths.apiKey(WORKSPACE, by.slice('key:'.length)))
      .update({ revoked_at: bench.now, revoked_by: 'ada' });
    expect(await may()).toBe(false);
  });
});

describe('whoever does not administer', () => {
  it.each([
    'GET processing-queue',
    'POST retry-all-failed',
    'POST processing-queue/pause',
    'POST processing-queue/resume',
  ])('may not %s', async (request) => {
    const [method = '', end = ''] = request.split(' ');
    const called = async (token: string) => refusal(await bench.call(`${method} ${admin}/${end}`, { token }));
    expect(await called('token-ed')).toEqual([403, 'forbidden']);
    expect(await called('token-eve')).toEqual([404, 'not_found']);
    expect(await called(await bench.key(['read', 'edit']))).toEqual([403, 'forbidden']);
  });
});
