/** What all operations of the HTTP API have in common: who may call, how often, what is wrong with a request, doing it once. */
import { jobId, paths } from '@docket/model/paths';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { beginOnce } from '../src/api/idempotency.ts';
import { type ApiBench, openApiBench, problemCode, WORKSPACE } from './api-bench.ts';

/** Starts that a caller may make in a minute. */
const STARTS = 40;

let bench: ApiBench;
beforeAll(async () => {
  bench = await openApiBench({ DOCKET_API_STARTS_PER_MINUTE: String(STARTS) });
  await bench.member('rita', 'reviewer');
  await bench.member('eve', 'owner', 'w2');
});
afterAll(async () => await bench.close());

let runs = 0;
/** A run that can be cancelled. */
let run: string;
beforeEach(async () => {
  run = jobId(`c${(runs += 1)}`, 'document_processing', 1);
  await bench.db.doc(paths.job(WORKSPACE, run)).set({
    pipeline: 'document_processing',
    subject: { type: 'collection', id: `c${runs}` },
    input: { document_ids: ['d'] },
    run: 1,
    created_by: 'ada',
    created_at: new Date(bench.now.getTime() + runs),
    status: 'queued',
    open: true,
  });
});

const address = () => `/workspaces/${WORKSPACE}/runs/${run}`;
const wishes = async () => {
  const found = await bench.db.collection(paths.jobRequests(WORKSPACE)).where('job_id', '==', run).get();
  return found.size;
};

describe('whoever calls', () => {
  it('is recognised by an ID token, with the role that they have at this moment', async () => {
    expect(await bench.call(`GET ${address()}`)).toMatchObject({
      status: 200,
      body: { run_id: run, status: 'queued' },
    });
    await bench.member('max', 'viewer');
    expect((await bench.call(`GET ${address()}`, { token: 'token-max' })).status).toBe(200);
    await bench.db.doc(paths.member(WORKSPACE, 'max')).delete();
    expect((await bench.call(`GET ${address()}`, { token: 'token-max' })).status).toBe(404);
  });

  it('or by an API key, which may do what it was made for', async () => {
    const key = await bench.key(['read']);
    expect((await bench.call(`GET ${address()}`, { token: key })).status).toBe(200);
    const refused = await bench.call(`POST ${address()}/requests`, {
      token: key,
      body: { action: 'cancel' },
    });
    expect([refused.status, problemCode(refused.body)]).toEqual([403, 'forbidden']);
  });

  it('and nobody else: without a token, with a wrong one, with one of another workspace', async () => {
    const foreign = await bench.key(['read', 'edit'], 'w2');
    for (const token of [null, 'nonsense', 'docket_x_y', foreign]) {
      const refused = await bench.call(`GET ${address()}`, { token });
      expect([refused.status, problemCode(refused.body)]).toEqual([401, 'unauthenticated']);
      expect(refused.headers.get('www-authenticate')).toBe('Bearer');
    }
    const stranger = await bench.call(`GET ${address()}`, { token: 'token-eve' });
    const nowhere = await bench.call('GET /workspaces/none/runs/x', { token: 'token-eve' });
    expect([stranger.status, nowhere.status]).toEqual([404, 404]);
    expect(stranger.body).toMatchObject({ detail: expect.stringContaining('no such workspace') });
  });

  it('needs the role for it', async () => {
    const refused = await bench.call(`POST ${address()}/requests`, {
      token: 'token-rita',
      body: { action: 'cancel' },
    });
    expect([refused.status, problemCode(refused.body)]).toEqual([403, 'forbidden']);
    expect(await wishes()).toBe(0);
  });

  it('is told when the allowance is used up, and when to come back', async () => {
    const key = await bench.key(['read', 'edit']);
    const send = async () =>
      await bench.call(`POST ${address()}/requests`, { token: key, body: { action: 'no' } });
    const passed: number[] = [];
    let last = await send();
    // The database counts by its own minutes: when one ends in between, there are those of the next.
    while (last.status !== 429 && passed.length <= 2 * STARTS) {
      passed.push(last.status);
      last = await send();
    }
    expect(new Set(passed)).toEqual(new Set([400]));
    expect(passed.length).toBeGreaterThanOrEqual(STARTS);
    expect([last.status, problemCode(last.body)]).toEqual([429, 'too_many_requests']);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(last.headers.get('ratelimit')).not.toBeNull();
    bench.now = new Date(bench.now.getTime() + 61_000);
  });
});

describe('a request that is not as described', () => {
  it.each([
    ['no JSON', { headers: { 'content-type': 'application/json' }, body: undefined }, 400],
    ['another type', { headers: { 'content-type': 'text/plain' }, body: { action: 'cancel' } }, 415],
    ['an unknown field', { body: { action: 'cancel', more: 1 } }, 400],
    ['a value that is none', { body: { action: 'explode' } }, 400],
    ['a list', { body: [] }, 400],
  ])('%s is refused with what is wrong', async (_name, options, status) => {
    const refused = await bench.call(`POST ${address()}/requests`, options);
    expect(refused.status).toBe(status);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect(refused.headers.get('cache-control')).toBe('no-store');
    expect(await wishes()).toBe(0);
  });

  it('is told where', async () => {
    const { body } = await bench.call(`GET /workspaces/${WORKSPACE}/runs?limit=1000`);
    expect(body).toMatchObject({ code: 'invalid_request', errors: [{ in: 'query', pointer: '/limit' }] });
  });

  it('has nothing at its address, or nothing by its method', async () => {
    expect(problemCode((await bench.call('GET /nowhere')).body)).toBe('not_found');
    expect(problemCode((await bench.call(`DELETE ${address()}`)).body)).toBe('method_not_allowed');
  });
});

describe('with an idempotency key', () => {
  const cancel = (key: string, action = 'cancel') =>
    bench.call(`POST ${address()}/requests`, { body: { action }, headers: { 'idempotency-key': key } });

  it('the same request happens once and answers the same', async () => {
    const first = await cancel(`k-${run}`);
    const again = await cancel(`k-${run}`);
    expect(first.status).toBe(202);
    expect(again).toMatchObject({ status: 202, body: first.body });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect(await wishes()).toBe(1);
  });

  it('twenty at once are one', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, async () => await cancel(`k-${run}`)));
    expect(await wishes()).toBe(1);
    expect(answers.filter(({ status }) => status === 202).length).toBeGreaterThan(0);
    expect(answers.filter(({ status }) => status !== 202 && status !== 409)).toEqual([]);
  });

  it('another request under the same key is a mistake', async () => {
    await cancel(`k-${run}`);
    const other = await cancel(`k-${run}`, 'pause');
    expect([other.status, problemCode(other.body)]).toEqual([422, 'idempotency_key_reused']);
  });

  it('what was refused may be sent again', async () => {
    const refused = await cancel(`k-${run}`, 'resume');
    expect([refused.status, problemCode(refused.body)]).toEqual([409, 'conflict']);
    await bench.db.doc(paths.job(WORKSPACE, run)).update({ status: 'paused' });
    expect((await cancel(`k-${run}`, 'resume')).status).toBe(202);
  });

  it('what was cut off in the middle is finished, and makes nothing twice', async () => {
    await cancel(`k-${run}`);
    const records = await bench.db.collection(`workspaces/${WORKSPACE}/idempotency_keys`).get();
    await Promise.all(records.docs.map(async ({ ref }) => await ref.update({ answer: null, status: null })));
    expect(problemCode((await cancel(`k-${run}`)).body)).toBe('idempotency_in_progress');
    bench.now = new Date(bench.now.getTime() + 3 * 60_000);
    expect((await cancel(`k-${run}`)).status).toBe(202);
    expect(await wishes()).toBe(1);
  });

  it('what has a longer answer than can be remembered is begun again, with the same ids', async () => {
    const request = {
      workspaceId: WORKSPACE,
      principal: 'user-ada',
      key: 'long',
      method: 'post',
      address: '/workspaces',
      content: ['{}'],
    };
    const begin = async () => await beginOnce(bench.db, request, () => bench.now);
    const first = await begin();
    if (first.type === 'replay') throw new Error('Nothing was answered before');
    await first.settle(202, 'é'.repeat(600_000));
    const second = await begin();
    expect(second).toMatchObject({ type: 'go', seed: first.seed });
    if (second.type === 'go') await second.settle(202, 'short');
    expect(await begin()).toEqual({ type: 'replay', status: 202, answer: 'short' });
  });
});

describe('a list', () => {
  it('comes by the page, and what is added meanwhile shifts nothing', async () => {
    const list = `GET /workspaces/${WORKSPACE}/runs?pipeline=document_processing&limit=2`;
    const ids = (body: unknown) =>
      typeof body === 'object' && body !== null && 'data' in body && Array.isArray(body.data)
        ? body.data.map((shown: { run_id: string }) => shown.run_id)
        : [];
    const first = await bench.call(list);
    expect(ids(first.body)[0]).toBe(run);
    const cursor = ids(first.body)[1];
    expect(first.body).toMatchObject({ next_cursor: cursor });
    expect(first.headers.get('cache-control')).toBe('no-store');
    const second = await bench.call(`${list}&cursor=${cursor}`);
    expect(ids(second.body)).toHaveLength(2);
    expect(ids(second.body)).not.toContain(cursor);
    const lost = await bench.call(`${list}&cursor=nowhere`);
    expect(lost).toMatchObject({ status: 400, body: { errors: [{ pointer: '/cursor' }] } });
  });
});
