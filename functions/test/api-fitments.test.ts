/** Parts, fitment jobs and reviews by the HTTP API. */
import type { Decision } from '@docket/model/fitment/fitment-group';
import { newFitmentJobSchema } from '@docket/model/fitment/fitment-job';
import { newJobSchema } from '@docket/model/job';
import { LIMITS } from '@docket/model/limits';
import { jobId, paths } from '@docket/model/paths';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { storeAndCommit } from '../src/api/stored-file.ts';
import { type ApiBench, openApiBench, problemCode, WORKSPACE, CUT_OFF } from './api-bench.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const AT = new Date('2026-01-01T07:00:00Z');
let bench: ApiBench;
beforeAll(async () => {
  bench = await openApiBench({
    DOCKET_API_STARTS_PER_MINUTE: '10000',
    DOCKET_API_REQUESTS_PER_MINUTE: '10000',
  });
  await bench.member('vic', 'viewer');
  await bench.member('rita', 'reviewer');
  await bench.member('eve', 'owner', 'w2');
});
afterAll(async () => {
  await bench.close();
});

const base = `/workspaces/${WORKSPACE}`;
const idOf = (body: unknown) => z.looseObject({ id: z.string() }).parse(body).id;
const refusal = (called: { status: number; body: unknown }) => [called.status, problemCode(called.body)];
const detail = (body: unknown) => z.looseObject({ detail: z.string() }).parse(body).detail;

let numbers = 0;
async function addPart(description = 'Front brake pads, Ford F-150 2005-2010') {
  const part_number = `BP-${(numbers += 1)}`;
  return idOf((await bench.call(`POST ${base}/parts`, { body: { part_number, description } })).body);
}

describe('parts', () => {
  it('are added once under a number, and listed in the order of their numbers', async () => {
    const body = { part_number: ' zz-1  a', description: 'Pads ', texts: [' ', 'Not for SS\r\n'] };
    const made = await bench.call(`POST ${base}/parts`, { body });
    expect(made).toMatchObject({
      status: 201,
      body: { part_number: 'zz-1  a', description: 'Pads', texts: ['Not for SS'], created_by: 'ada' },
    });
    const again = await bench.call(`POST ${base}/parts`, { body: { ...body, part_number: 'ZZ-1 A' } });
    expect(refusal(again)).toEqual([409, 'conflict']);
    expect(detail(again.body)).toContain(idOf(made.body));
    await addPart();
    const list = z
      .object({ data: z.array(z.looseObject({ id: z.string(), part_number: z.string() })) })
      .parse((await bench.call(`GET ${base}/parts`, { token: 'token-vic' })).body).data;
    expect(list.map(({ part_number }) => part_number)).toEqual(
      list.map(({ part_number }) => part_number).toSorted(),
    );
    expect(list.map(({ id }) => id)).toContain(idOf(made.body));
  });

  it('with an idempotency key are added once, and the number of another one is still a conflict', async () => {
    const body = { part_number: 'KEY-1', description: 'Pads' };
    const headers = { 'idempotency-key': 'part-1' };
    await bench.call(`POST ${base}/parts`, { body, headers });
    const records = await bench.db.collection(`workspaces/${WORKSPACE}/idempotency_keys`).get();
    await Promise.all(records.docs.map(async ({ ref }) => await ref.update(CUT_OFF)));
    expect((await bench.call(`POST ${base}/parts`, { body, headers })).status).toBe(201);
    const other = { body: { ...body, description: 'Rotor' }, headers: { 'idempotency-key': 'part-2' } };
    expect(refusal(await bench.call(`POST ${base}/parts`, other))).toEqual([409, 'conflict']);
  });

  it('need something that vehicles can be found in, and room for it', async () => {
    const nothing = await bench.call(`POST ${base}/parts`, { body: { part_number: 'N', description: ' ' } });
    expect(refusal(nothing)).toEqual([422, 'unprocessable']);
    const vehicle = { years: '', make: 'x'.repeat(2_000), model: '', submodel: '', engine: '', position: '' };
    const body = { part_number: 'N', vehicles: Array.from({ length: 600 }, () => vehicle) };
    expect(refusal(await bench.call(`POST ${base}/parts`, { body }))).toEqual([422, 'unprocessable']);
    expect(refusal(await bench.call(`POST ${base}/parts`, { body: {} }))).toEqual([400, 'invalid_request']);
  });
});

describe('a fitment job', () => {
  it('about parts of the workspace is created with its run, as by a page', async () => {
    const part = await addPart();
    const called = await bench.call(`POST ${base}/fitment-jobs`, {
      body: { type: 'selection', part_ids: [part], name: ' Pads ' },
    });
    expect(called).toMatchObject({
      status: 202,
      body: { fitment_job: { name: 'Pads', type: 'selection', status: 'queued', part_count: 1 } },
    });
    const { run_id: run, fitment_job: job } = z
      .object({ run_id: z.string(), fitment_job: z.looseObject({ id: z.string() }) })
      .parse(called.body);
    const stored = await bench.db.doc(paths.fitmentJob(WORKSPACE, job.id)).get();
    expect(newFitmentJobSchema.parse(stored.data())).toMatchObject({ part_count: 1, created_by: 'ada' });
    const selection = await bench.db.doc(paths.fitmentSelection(WORKSPACE, job.id)).get();
    expect(selection.data()).toEqual({ part_ids: [part] });
    expect(newJobSchema.parse((await bench.db.doc(paths.job(WORKSPACE, run)).get()).data())).toMatchObject({
      pipeline: 'fitment_generation',
      subject: { type: 'fitment_job', id: job.id },
    });
    const address = called.headers.get('location')?.replace('/api/v1', '') ?? '';
    expect(await bench.call(`GET ${address}`, { token: 'token-vic' })).toMatchObject({
      status: 200,
      body: { fitment_job: { id: job.id }, run: { status: 'queued', run_id: run } },
    });
  });

  it('is called by its parts unless somebody says otherwise', async () => {
    const parts = [await addPart(), await addPart()];
    const one = await bench.call(`POST ${base}/fitment-jobs`, { body: { part_ids: parts.slice(1) } });
    expect(one.body).toMatchObject({ fitment_job: { name: `BP-${numbers}` } });
    const two = await bench.call(`POST ${base}/fitment-jobs`, { body: { part_ids: parts } });
    expect(two.body).toMatchObject({ fitment_job: { name: '2 parts' } });
  });

  it('needs parts that are there, each once', async () => {
    const part = await addPart();
    const unknown = await bench.call(`POST ${base}/fitment-jobs`, { body: { part_ids: [part, 'part-no'] } });
    expect(refusal(unknown)).toEqual([422, 'unprocessable']);
    expect(detail(unknown.body)).toContain('“part-no”');
    for (const part_ids of [[], [part, part], [`${part}/x`]])
      expect(refusal(await bench.call(`POST ${base}/fitment-jobs`, { body: { part_ids } }))).toEqual([
        400,
        'invalid_request',
      ]);
  });

  it('is created once with an idempotency key', async () => {
    const request = { body: { part_ids: [await addPart()] }, headers: { 'idempotency-key': 'job-1' } };
    const first = await bench.call(`POST ${base}/fitment-jobs`, request);
    expect((await bench.call(`POST ${base}/fitment-jobs`, request)).body).toEqual(first.body);
  });

  it('needs an editor of the workspace', async () => {
    const request = { body: { part_ids: [await addPart()] } };
    expect(
      refusal(await bench.call(`POST ${base}/fitment-jobs`, { ...request, token: 'token-rita' })),
    ).toEqual([403, 'forbidden']);
    expect(
      refusal(await bench.call(`POST ${base}/fitment-jobs`, { ...request, token: 'token-eve' })),
    ).toEqual([404, 'not_found']);
    expect(refusal(await bench.call(`POST ${base}/parts`, { ...request, token: 'token-vic' }))).toEqual([
      403,
      'forbidden',
    ]);
  });

  it('of another workspace is not there', async () => {
    await bench.db.doc(paths.fitmentJob('w2', 'foreign')).set(jobRecord());
    for (const end of ['', '/progress', '/fitments', '/exceptions'])
      expect(refusal(await bench.call(`GET ${base}/fitment-jobs/foreign${end}`))).toEqual([404, 'not_found']);
  });
});

describe('a fitment job about a file', () => {
  const form = (file: File, fields: Record<string, string> = {}) => {
    const body = new FormData();
    body.set('file', file);
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return body;
  };
  const csv = (name = 'Brake pärts.csv') =>
    new File(['Part number;Description\nBP-1;Pads, Ford F-150 2005\n'], name);
  const send = async (body: FormData, more = {}) =>
    await bench.call(`POST ${base}/fitment-jobs/upload`, { body, ...more });

  it('has the file in Storage as an upload of a page has it, with the type by its bytes', async () => {
    const called = await send(form(csv()));
    expect(called).toMatchObject({
      status: 202,
      body: {
        fitment_job: { name: 'Brake pärts', type: 'upload', file_name: 'Brake pärts.csv', part_count: null },
      },
    });
    const { id } = z
      .object({ fitment_job: z.looseObject({ id: z.string() }) })
      .parse(called.body).fitment_job;
    const stored = newFitmentJobSchema.parse(
      (await bench.db.doc(paths.fitmentJob(WORKSPACE, id)).get()).data(),
    );
    expect(stored).toMatchObject({
      type: 'upload',
      storage_path: `workspaces/${WORKSPACE}/fitment_jobs/${id}/original/Brake-parts.csv`,
      mapping: [],
    });
    const path = stored.type === 'upload' ? stored.storage_path : '';
    expect(String(bench.files.objects.get(path))).toContain('BP-1;Pads');
    const [metadata] = await bench.files.bucket.file(path).getMetadata();
    expect(metadata.contentType).toBe('text/csv');
  });

  it('can have another name', async () => {
    expect((await send(form(csv(), { name: 'Spring' }))).body).toMatchObject({
      fitment_job: { name: 'Spring' },
    });
  });

  it('is refused in a sentence when it is no file of parts, and nothing stays', async () => {
    const before = bench.files.objects.size;
    for (const file of [new File(['%PDF-1.7'], 'a.pdf'), new File([], 'empty.csv')]) {
      const refused = await send(form(file));
      expect(refusal(refused)).toEqual([422, 'unprocessable']);
      expect(detail(refused.body)).toContain(file.name);
    }
    const none = new FormData();
    none.set('file', 'text');
    expect(refusal(await send(none))).toEqual([400, 'invalid_request']);
    expect(refusal(await send(new FormData()))).toEqual([400, 'invalid_request']);
    expect(bench.files.objects.size).toBe(before);
  });

  it('with however long a name is stored, and without one is refused', async () => {
    const before = bench.files.objects.size;
    expect((await send(form(csv(`${'x'.repeat(299)}😀.csv`)))).status).toBe(202);
    expect(bench.files.objects.size).toBe(before + 1);
    expect(refusal(await send(form(csv(), { name: ' ' })))).toEqual([400, 'invalid_request']);
    expect(bench.files.objects.size).toBe(before + 1);
  });

  it('leaves its file behind only where it was written down', async () => {
    const { bucket, objects } = bench.files;
    const file = { path: 'a/file', contentType: 'text/csv', bytes: new Uint8Array([1]) };
    const failing = async (recordPath: string) => {
      const commit = async () => await Promise.reject(new Error('no answer'));
      await expect(storeAndCommit({ bucket, db: bench.db, commit }, file, recordPath, [])).rejects.toThrow(
        'no answer',
      );
      return objects.has('a/file');
    };
    expect(await failing('records/none')).toBe(false);
    await bench.db.doc('records/there').set({});
    expect(await failing('records/there')).toBe(true);
  });
});

/** A job whose run has completed, with `groups` of `each` fitments. */
function jobRecord(results: { groups: number; each: number } | null = null, change: object = {}) {
  const fitments = (results?.groups ?? 0) * (results?.each ?? 0);
  return {
    type: 'selection',
    name: 'Job',
    part_count: 2,
    created_by: 'ada',
    created_at: AT,
    results: results && { parts: 2, fitments, exceptions: results.groups, groups: results.groups },
    review: { pending: fitments, approved: 0, rejected: 0 },
    processing_status: {
      fitment_generation: {
        status: results === null ? 'processing' : 'completed',
        task_id: 'x-fitment_generation-1',
        run: 1,
        started_at: AT,
        completed_at: results === null ? null : AT,
        last_updated: AT,
        current_phase: 'Saving',
        progress: { phase: 5, total_phases: 5, percentage: 100, within: null },
        activity: { kind: 'working' },
        error: null,
      },
    },
    ...change,
  };
}

const MAKES = ['Ford', 'Honda'];
const groupIdOf = (index: number) => `g${String(index).padStart(5, '0')}`;

async function seedJob(id: string, groups: number, each: number, decisions: Record<string, Decision> = {}) {
  const batch = bench.db.batch();
  batch.set(bench.db.doc(paths.fitmentJob(WORKSPACE, id)), jobRecord({ groups, each }));
  for (let index = 0; index < groups; index += 1) {
    const fitments = Object.fromEntries(
      Array.from({ length: each }, (_, place) => [
        `f${place}`,
        {
          part: place % 2,
          make: MAKES[place % 2] ?? '',
          model: `M${place}`,
          submodel: '',
          qualifiers: ['V8'],
          from: 2000 + place,
          to: 2005 + place,
          confidence: place / 10,
          reasoning: 'Named in the text.',
        },
      ]),
    );
    batch.set(bench.db.doc(paths.fitmentGroup(WORKSPACE, id, groupIdOf(index))), {
      index,
      parts: [
        { part_id: `p${index}-0`, part_number: `N${index}-0`, description: 'Pads' },
        { part_id: `p${index}-1`, part_number: `N${index}-1`, description: 'Rotor' },
      ],
      fitments,
      exceptions: [{ part: 0, code: 'unknown_make', words: 'Frod', reasoning: 'No such make.' }],
      decisions: Object.fromEntries(
        Object.entries(decisions).flatMap(([ref, decision]) => {
          const [group, fitment = ''] = ref.split('.');
          return group === groupIdOf(index) ? [[fitment, decision]] : [];
        }),
      ),
    });
  }
  await batch.commit();
}

const listSchema = z.object({
  data: z.array(z.looseObject({ id: z.string(), status: z.string() })),
  next_cursor: z.string().nullable(),
});

/** All fitments of a job, page by page; `between` happens after each page. */
async function listAll(query: string, between: () => Promise<void> = async () => {}) {
  const found: z.infer<typeof listSchema>['data'] = [];
  let cursor: string | null = null;
  do {
    const from: string = cursor === null ? '' : `&cursor=${cursor}`;
    const { body } = await bench.call(`GET ${base}/fitment-jobs/j/fitments?${query}${from}`);
    const page = listSchema.parse(body);
    found.push(...page.data);
    cursor = page.next_cursor;
    await between();
  } while (cursor !== null);
  return found;
}

async function decisionsOf(group: string, job = 'j') {
  return (await bench.db.doc(paths.fitmentGroup(WORKSPACE, job, group)).get()).get('decisions');
}
const reviewsOf = async () => (await bench.db.collection(paths.fitmentReviews(WORKSPACE, 'j')).get()).docs;
const bulk = async (deed: string, body: unknown, more = {}) =>
  await bench.call(`POST ${base}/fitment-jobs/j/bulk-${deed}`, { body, token: 'token-rita', ...more });

describe('what a job has found', () => {
  beforeEach(async () => {
    await bench.db.recursiveDelete(bench.db.doc(paths.fitmentJob(WORKSPACE, 'j')));
    await seedJob('j', 12, 5);
  });

  it('comes by the page, each fitment once, whatever is decided meanwhile', async () => {
    const { body } = await bench.call(`GET ${base}/fitment-jobs/j/fitments?limit=2`, { token: 'token-vic' });
    expect(body).toMatchObject({
      data: [
        {
          id: 'g00000.f0',
          part_id: 'p0-0',
          part_number: 'N0-0',
          part_description: 'Pads',
          make: 'Ford',
          year_from: 2000,
          year_to: 2005,
          confidence: 0,
          status: 'pending',
        },
        { id: 'g00000.f2' },
      ],
      counts: { total: 60, pending: 60, approved: 0, rejected: 0 },
    });
    let turn = 0;
    const all = await listAll('limit=7&status=pending', async () => {
      // What was shown is decided on: nothing moves.
      await bulk('approve', { fitment_ids: [`${groupIdOf(turn)}.f0`] });
      turn += 1;
    });
    const ids = all.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(60 - turn);
    expect((await listAll('limit=50')).length).toBe(60);
  });

  it('can be had by state, confidence, part and make', async () => {
    await bulk('reject', { fitment_ids: ['g00001.f0'] });
    expect((await listAll('status=rejected')).map(({ id }) => id)).toEqual(['g00001.f0']);
    expect((await listAll('min_confidence=0.4')).length).toBe(12);
    expect((await listAll('part_id=p3-1')).length).toBe(2);
    expect((await listAll('make=HONDA&min_confidence=0.3')).length).toBe(12);
    for (const query of ['status=maybe', 'min_confidence=2', 'cursor=a', 'cursor=..'])
      expect(refusal(await bench.call(`GET ${base}/fitment-jobs/j/fitments?${query}`))).toEqual([
        400,
        'invalid_request',
      ]);
  });

  it('includes what could not be told', async () => {
    const { body } = await bench.call(`GET ${base}/fitment-jobs/j/exceptions?limit=3`);
    expect(body).toMatchObject({ data: [{ part_id: 'p0-0', code: 'unknown_make', words: 'Frod' }, {}, {}] });
    expect(body).toMatchObject({ next_cursor: '3.0' });
  });

  it('waits for somebody to look at it, and is completed when all is decided on', async () => {
    const status = async () => (await bench.call(`GET ${base}/fitment-jobs/j`)).body;
    expect(await status()).toMatchObject({ status: 'review_required', part_count: 2, exception_count: 12 });
    await bulk('approve', { all: true });
    expect(await status()).toMatchObject({ status: 'completed', fitments: { approved: 60, pending: 0 } });
  });
});

describe('deciding', () => {
  beforeEach(async () => {
    await bench.db.recursiveDelete(bench.db.doc(paths.fitmentJob(WORKSPACE, 'j')));
    await seedJob('j', 3, 4, { 'g00000.f0': 'rejected', 'g00001.f0': 'approved' });
  });

  it('on named fitments is one commit with a review, as on the page', async () => {
    const answer = await bulk('approve', {
      fitment_ids: ['g00000.f1', 'g00001.f0', 'g00002.f3', 'g00002.f3'],
    });
    expect(answer).toMatchObject({
      status: 200,
      body: { decided: 2, already: 1, counts: { total: 12, pending: 8, approved: 3, rejected: 1 } },
    });
    expect(await decisionsOf('g00000')).toEqual({ f0: 'rejected', f1: 'approved' });
    const reviews = await reviewsOf();
    expect(reviews.map((review) => review.data())).toMatchObject([
      { decision: 'approved', fitments: 2, by: 'rita' },
    ]);
    const group = await bench.db.doc(paths.fitmentGroup(WORKSPACE, 'j', 'g00002')).get();
    expect(group.data()).toMatchObject({ reviewed_by: 'rita', review_id: reviews[0]?.id });
  });

  it('on named fitments overrules what was decided before', async () => {
    await bulk('reject', { fitment_ids: ['g00001.f0'] });
    expect(await decisionsOf('g00001')).toEqual({ f0: 'rejected' });
  });

  it('on all leaves what others have decided', async () => {
    expect((await bulk('approve', { all: true, make: 'ford' })).body).toMatchObject({
      decided: 4,
      already: 1,
    });
    expect(await decisionsOf('g00000')).toEqual({ f0: 'rejected', f2: 'approved' });
    expect((await bulk('reject', { all: true, min_confidence: 0.3, part_id: 'p2-1' })).body).toMatchObject({
      decided: 1,
    });
    expect(await decisionsOf('g00002')).toEqual({ f0: 'approved', f2: 'approved', f3: 'rejected' });
  });

  it('again decides nothing more', async () => {
    await bulk('approve', { all: true });
    expect((await bulk('approve', { all: true })).body).toMatchObject({ decided: 0, already: 11 });
    expect(await reviewsOf()).toHaveLength(1);
  });

  it('can be taken back', async () => {
    expect((await bulk('reset', { fitment_ids: ['g00000.f0', 'g00000.f1'] })).body).toMatchObject({
      decided: 1,
      already: 1,
      counts: { pending: 11 },
    });
    expect((await bulk('reset', { all: true })).body).toMatchObject({ decided: 1, counts: { pending: 12 } });
    expect(await decisionsOf('g00001')).toEqual({});
  });

  it('on an unknown fitment is refused by its name, and does nothing', async () => {
    for (const unknown of ['g00009.f0', 'g00000.f9', 'nowhere.x', 'g00000.constructor']) {
      const refused = await bulk('approve', { fitment_ids: ['g00000.f1', unknown] });
      expect(refusal(refused)).toEqual([422, 'unprocessable']);
      expect(detail(refused.body)).toContain(`“${unknown}”`);
    }
    expect(await decisionsOf('g00000')).toEqual({ f0: 'rejected' });
    expect(await reviewsOf()).toEqual([]);
  });

  it.each([
    ['nothing', {}],
    ['no fitment', { fitment_ids: [] }],
    ['what is no id', { fitment_ids: ['f0'] }],
    ['a path', { fitment_ids: ['../x.f0'] }],
    ['both', { fitment_ids: ['g00000.f1'], all: true }],
    [
      'too many',
      { fitment_ids: Array.from({ length: LIMITS.fitmentsPerRequest + 1 }, (_, at) => `g.f${at}`) },
    ],
  ])('on %s is refused', async (_name, body) => {
    expect(refusal(await bulk('approve', body))).toEqual([400, 'invalid_request']);
  });

  it('needs a reviewer', async () => {
    const wish = { fitment_ids: ['g00000.f1'] };
    expect(refusal(await bulk('approve', wish, { token: 'token-vic' }))).toEqual([403, 'forbidden']);
    expect(refusal(await bulk('reject', wish, { token: 'token-eve' }))).toEqual([404, 'not_found']);
    const key = await bench.key(['read', 'review']);
    expect((await bulk('reject', wish, { token: key })).status).toBe(200);
    expect((await reviewsOf())[0]?.get('by')).toMatch(/^key:/u);
  });

  it('waits until there are results', async () => {
    await bench.db.doc(paths.fitmentJob(WORKSPACE, 'early')).set(jobRecord());
    const early = await bench.call(`POST ${base}/fitment-jobs/early/bulk-approve`, { body: { all: true } });
    expect(refusal(early)).toEqual([409, 'conflict']);
  });

  it('at the same time as somebody on the page keeps what both decide, and counts it', async () => {
    const group = bench.db.doc(paths.fitmentGroup(WORKSPACE, 'j', 'g00000'));
    await Promise.all([
      bulk('approve', { fitment_ids: ['g00000.f1'] }),
      group.update({ 'decisions.f2': 'rejected' }),
      bulk('reject', { fitment_ids: ['g00000.f3'] }),
    ]);
    expect(await decisionsOf('g00000')).toEqual({
      f0: 'rejected',
      f1: 'approved',
      f2: 'rejected',
      f3: 'rejected',
    });
    const { body } = await bulk('approve', { fitment_ids: ['g00002.f0'] });
    expect(body).toMatchObject({ counts: { pending: 6, approved: 3, rejected: 3 } });
  });

  it('with an idempotency key happens once, and answers the same', async () => {
    const headers = { 'idempotency-key': 'review-1' };
    const first = await bulk('approve', { fitment_ids: ['g00000.f1'] }, { headers });
    await bulk('reset', { fitment_ids: ['g00000.f1'] });
    expect((await bulk('approve', { fitment_ids: ['g00000.f1'] }, { headers })).body).toEqual(first.body);
    expect(await decisionsOf('g00000')).toEqual({ f0: 'rejected' });
  });
});

describe('many groups', () => {
  it('are gone through in several pages, and decided on in several commits', async () => {
    await bench.db.recursiveDelete(bench.db.doc(paths.fitmentJob(WORKSPACE, 'j')));
    await seedJob('j', 90, 2);
    // More groups than one request looks through: the page is empty, and goes on.
    const rare = 'part_id=p80-0';
    expect((await bench.call(`GET ${base}/fitment-jobs/j/fitments?${rare}`)).body).toMatchObject({
      data: [],
    });
    expect((await listAll(rare)).map(({ id }) => id)).toEqual(['g00080.f0']);
    expect((await bulk('approve', { all: true })).body).toMatchObject({
      decided: 180,
      counts: { total: 180, pending: 0, approved: 180 },
    });
    expect(await reviewsOf()).toHaveLength(3);
  });
});

describe('approved fitments of all jobs', () => {
  it('come by the page, with the job that each is from', async () => {
    for (const job of ['j', 'j2'])
      await bench.db.recursiveDelete(bench.db.doc(paths.fitmentJob(WORKSPACE, job)));
    await seedJob('j', 2, 2);
    await seedJob('j2', 1, 3);
    await bulk('approve', { all: true });
    await bench.call(`POST ${base}/fitment-jobs/j2/bulk-approve`, { body: { fitment_ids: ['g00000.f1'] } });
    const found: unknown[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await bench.call(`GET ${base}/fitments/approved?limit=2${from}`);
      const page = z
        .object({
          data: z.array(z.looseObject({ id: z.string(), fitment_job_id: z.string() })),
          next_cursor: z.string().nullable(),
        })
        .parse(body);
      found.push(...page.data.map(({ id, fitment_job_id: job }) => `${job} ${id}`));
      cursor = page.next_cursor;
    }
    expect(found).toEqual(['j g00000.f0', 'j g00000.f1', 'j g00001.f0', 'j g00001.f1', 'j2 g00000.f1']);
    for (const lost of ['x', 'a/b:0.0', ':0.0', 'j:x'])
      expect(
        refusal(await bench.call(`GET ${base}/fitments/approved?cursor=${encodeURIComponent(lost)}`)),
      ).toEqual([400, 'invalid_request']);
  });
});

describe('deleting a job', () => {
  it('takes one that has ended', async () => {
    await bench.db.doc(paths.fitmentJob(WORKSPACE, 'gone')).set(jobRecord({ groups: 0, each: 0 }));
    expect(await bench.call(`DELETE ${base}/fitment-jobs/gone`)).toMatchObject({
      status: 200,
      body: { id: 'gone', deleted: true },
    });
    expect((await bench.call(`DELETE ${base}/fitment-jobs/gone`)).status).toBe(404);
  });

  it('does not take one that is at work', async () => {
    await bench.db.doc(paths.fitmentJob(WORKSPACE, 'busy')).set(jobRecord());
    const refused = await bench.call(`DELETE ${base}/fitment-jobs/busy`);
    expect(refusal(refused)).toEqual([409, 'already_running']);
    expect(refused.body).toMatchObject({ run_id: 'x-fitment_generation-1' });
    expect((await bench.call(`DELETE ${base}/fitment-jobs/busy`, { token: 'token-vic' })).status).toBe(403);
    expect(jobId('x', 'fitment_generation', 1)).toBe('x-fitment_generation-1');
  });

  it('and all jobs are listed, the latest first', async () => {
    const list = await bench.call(`GET ${base}/fitment-jobs?limit=3`);
    expect(list.body).toMatchObject({ data: [{ status: 'queued' }, {}, {}] });
    expect(bench.errors).toEqual([]);
  });
});
