/** The operations of the HTTP API on images: each is kept once, whoever sends it; what failed is tried again. */
import { type Image, imageSchema, newImageSchema } from '@docket/model/image';
import { imageBatchSchema } from '@docket/model/image-batch';
import { recipeFor } from '@docket/model/image-derivatives';
import { newJobSchema } from '@docket/model/job';
import { jobId, paths } from '@docket/model/paths';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { type ApiBench, type CallOptions, openApiBench, problemCode, WORKSPACE } from './api-bench.ts';

let bench: ApiBench;
beforeAll(async () => {
  bench = await openApiBench({
    DOCKET_API_STARTS_PER_MINUTE: '5000',
    FIREBASE_STORAGE_EMULATOR_HOST: '127.0.0.1:9199',
  });
  await bench.member('max', 'viewer');
  await bench.member('eve', 'owner', 'w2');
});
afterAll(async () => await bench.close());

const IMAGES = `/workspaces/${WORKSPACE}/images`;
let count = 0;
/** An image that no other test has. */
let content: Uint8Array<ArrayBuffer>;
beforeEach(() => {
  content = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, (count += 1), 1, 2, 3]);
});

/** Leaves the requests so far as if they had been cut off before they were answered, so long ago that they may come again. */
async function cutOff(): Promise<void> {
  const records = await bench.db.collection(`workspaces/${WORKSPACE}/idempotency_keys`).get();
  await Promise.all(records.docs.map(async ({ ref }) => await ref.update({ answer: null, status: null })));
  bench.now = new Date(bench.now.getTime() + 3 * 60_000);
}

const call = async (method: string, path = '', options: CallOptions = {}) =>
  await bench.call(`${method} ${IMAGES}${path}`, options);

const upload = async (
  bytes: Uint8Array<ArrayBuffer> | string = content,
  fields: Record<string, string> = {},
  headers = {},
) => {
  const form = new FormData();
  form.set('file', new File([bytes], 'Foto 1.jpg'));
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return await call('POST', '', { body: form, headers });
};

const uploadedSchema = z.object({
  image: z.object({ id: z.string() }),
  added: z.boolean(),
  run: z.object({ run_id: z.string() }).nullable(),
});
const uploaded = async () => uploadedSchema.parse((await upload()).body);
const record = (id: string) => bench.db.doc(paths.image(WORKSPACE, id));
const objects = (id: string) => [...bench.files.objects.keys()].filter((name) => name.includes(`/${id}/`));
const batches = async () =>
  (await bench.db.collection(paths.imageBatches(WORKSPACE)).get()).docs.map(({ id }) => id);
const jobOf = async (runId: string) =>
  newJobSchema.parse((await bench.db.doc(paths.job(WORKSPACE, runId)).get()).data());
/** Ends the runs that have the image, as the engine does, and leaves it as `fields` say. */
async function end(id: string, fields: Partial<Image>): Promise<void> {
  const open = bench.db.collection(paths.jobs(WORKSPACE)).where('open', '==', true);
  const found = await open.where('input.image_ids', 'array-contains', id).get();
  await Promise.all(
    found.docs.map(async ({ ref }) => await ref.update({ status: 'completed', open: false })),
  );
  await record(id).update({ processing_completed_at: bench.now, ...fields });
}
const FAILED: Partial<Image> = {
  processing_status: 'failed',
  thumbnail_status: 'failed',
  variant_status: 'failed',
  processing_attempts: 3,
  processing_error: { code: 'image_missing', message: 'It is damaged.', details: 'libvips: 7' },
};

describe('an image that is uploaded', () => {
  it('is kept and processed as one of a page is', async () => {
    const { status, body } = await upload(content, { flatten: '#ffffff' });
    expect(status).toBe(201);
    const { image, added, run } = uploadedSchema.parse(body);
    expect([image.id, added]).toEqual([expect.stringMatching(/^f-[0-9a-f]{32}$/u), true]);
    const stored = newImageSchema.parse((await record(image.id).get()).data());
    expect(stored).toMatchObject({
      file_name: 'Foto 1.jpg',
      content_type: 'image/jpeg',
      size: content.length,
      flatten: '#ffffff',
      uploaded_by: 'ada',
      source: { kind: 'upload' },
    });
    expect(stored.storage_path).toMatch(
      new RegExp(`^workspaces/${WORKSPACE}/images/${image.id}/original/[\\w-]+-Foto-1\\.jpg$`, 'u'),
    );
    expect(bench.files.custom.get(stored.storage_path ?? '')).toEqual({
      firebaseStorageDownloadTokens: stored.token,
    });
    const batch = await bench.db.doc(paths.imageBatch(WORKSPACE, stored.batch_id)).get();
    expect(imageBatchSchema.parse(batch.data())).toMatchObject({ source: 'upload', image_count: 1 });
    expect(stored.batch_id).toMatch(/^[A-Za-z0-9]+$/u);
    expect(await jobOf(run?.run_id ?? '')).toMatchObject({
      pipeline: 'image_processing',
      input: { image_ids: [image.id] },
    });
    const address = `http://127.0.0.1:9199/v0/b/bucket/o/${encodeURIComponent(stored.storage_path ?? '')}?alt=media&token=${stored.token}`;
    expect(body).toMatchObject({ image: { original_url: address, best_url: address, thumbnails: [] } });
  });

  it('is there once, whoever sends it and however often, and that is said', async () => {
    const first = await uploaded();
    const before = await batches();
    const again = await upload();
    expect([again.status, uploadedSchema.parse(again.body)]).toEqual([
      201,
      { image: { id: first.image.id }, added: false, run: null },
    ]);
    expect(objects(first.image.id)).toHaveLength(1);
    expect(await batches()).toEqual(before);
  });

  it('is added by one of several that send it at once', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, async () => await uploaded()));
    expect(answers.filter(({ added }) => added)).toHaveLength(1);
    const id = answers[0]?.image.id ?? '';
    expect(objects(id)).toEqual([imageSchema.parse((await record(id).get()).data()).storage_path]);
  });

  it('is answered as before when its request was cut off and comes again', async () => {
    const headers = { 'idempotency-key': `k${count}` };
    const first = await upload(content, {}, headers);
    await cutOff();
    const again = await upload(content, {}, headers);
    expect(uploadedSchema.parse(again.body)).toEqual(uploadedSchema.parse(first.body));
    expect(objects(uploadedSchema.parse(first.body).image.id)).toHaveLength(1);
  });

  it.each([
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'SVG'],
    ['a HEIC picture', '\0\0\0\u0018ftypheic\0\0\0\0heic', 'JPEG'],
    ['nothing', '', 'empty'],
  ])('is refused when it is %s', async (_name, bytes, word) => {
    const refused = await upload(bytes);
    expect([refused.status, problemCode(refused.body)]).toEqual([422, 'unprocessable']);
    expect(refused.body).toMatchObject({ detail: expect.stringContaining(word) });
  });

  it('needs a colour that is one', async () => {
    expect(await upload(content, { flatten: 'white' })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/flatten' }] },
    });
  });

  it('leaves no file behind when it cannot be written', async () => {
    const before = bench.files.objects.size;
    const stored = vi.spyOn(bench.files.objects, 'set');
    const unavailable = Object.assign(new Error('unavailable'), { code: 14 });
    const refusing = vi.spyOn(bench.db, 'runTransaction').mockRejectedValue(unavailable);
    const refused = await upload();
    refusing.mockRestore();
    expect([refused.status, stored.mock.calls.length]).toEqual([503, 1]);
    expect(bench.files.objects.size).toBe(before);
    stored.mockRestore();
  });
});

describe('images that are imported', () => {
  const importAll = async (urls: readonly string[], headers = {}) =>
    await call('POST', '/import', { body: { urls }, headers });
  const importedSchema = z.object({
    added: z.number(),
    known: z.number(),
    images: z.array(z.object({ id: z.string(), added: z.boolean() })),
    runs: z.array(z.object({ run_id: z.string() })),
  });

  it('are fetched by a run for each host, each address once', async () => {
    const host = `https://h${count}.example.com`;
    const { status, body } = await importAll([
      `${host}/a.jpg`,
      `${host}/a.jpg#top`,
      `${host}/b.jpg`,
      `https://other${count}.example.com/c.jpg`,
    ]);
    expect(status).toBe(202);
    const { added, known, images, runs } = importedSchema.parse(body);
    expect([added, known, images.length, runs.length]).toEqual([3, 0, 3, 2]);
    expect(await jobOf(runs[0]?.run_id ?? '')).toMatchObject({
      pipeline: 'image_import',
      input: { image_ids: images.slice(0, 2).map(({ id }) => id) },
    });
    expect(newImageSchema.parse((await record(images[0]?.id ?? '').get()).data())).toMatchObject({
      file_name: 'a.jpg',
      source: { kind: 'url', url: `${host}/a.jpg` },
      storage_path: null,
    });
    const more = importedSchema.parse((await importAll([`${host}/a.jpg`, `${host}/new.jpg`])).body);
    expect([more.added, more.known, more.images.map((image) => image.added)]).toEqual([1, 1, [false, true]]);
  });

  it('are answered as before when their request was cut off and comes again', async () => {
    const urls = [`https://k${count}.example.com/a.jpg`, `https://l${count}.example.com/b.jpg`];
    const headers = { 'idempotency-key': `i${count}` };
    const first = await importAll(urls, headers);
    await cutOff();
    expect((await importAll(urls, headers)).body).toEqual(first.body);
  });

  it('are refused together when one of them is no address', async () => {
    const refused = await importAll([
      'https://example.com/a.jpg',
      'ftp://example.com/b',
      'https://a:b@c.de/',
    ]);
    expect(refused).toMatchObject({
      status: 400,
      body: {
        errors: [{ pointer: '/urls/1' }, { pointer: '/urls/2', detail: expect.stringContaining('password') }],
      },
    });
  });
});

describe('the library', () => {
  it('is listed, the latest first, of one state where that is asked', async () => {
    const { image } = await uploaded();
    const first = await call('GET', '?limit=1');
    expect(first.body).toMatchObject({ data: [{ id: expect.any(String) }], next_cursor: expect.any(String) });
    await end(image.id, FAILED);
    const failed = await call('GET', '?status=failed&limit=200');
    expect(failed.body).toMatchObject({ data: [{ id: image.id, error: { code: 'image_missing' } }] });
    expect(JSON.stringify(failed.body)).not.toContain('libvips');
    expect((await call('GET', '?status=lost')).status).toBe(400);
  });

  it('is nothing to those who may not, and to those of other workspaces', async () => {
    const { image } = await uploaded();
    const edits = [
      ['POST', '/import', { urls: ['https://example.com/x.jpg'] }],
      ['POST', `/${image.id}/retry-processing`, undefined],
      ['DELETE', `/${image.id}`, undefined],
      ['POST', '', new FormData()],
    ] as const;
    for (const [method, path, body] of edits)
      expect([path, (await call(method, path, { token: 'token-max', body })).status]).toEqual([path, 403]);
    for (const path of ['', `/${image.id}`, `/${image.id}/processing-status`]) {
      expect((await call('GET', path, { token: 'token-max' })).status).toBe(200);
      expect((await call('GET', path, { token: 'token-eve' })).status).toBe(404);
      if (path === '') continue;
      const elsewhere = await bench.call(`GET /workspaces/w2/images${path}`, { token: 'token-eve' });
      expect(elsewhere.status).toBe(404);
    }
  });

  it('loses an image that is deleted', async () => {
    const { image } = await uploaded();
    expect((await call('DELETE', `/${image.id}`)).body).toEqual({ id: image.id, deleted: true });
    expect((await call('DELETE', `/${image.id}`)).status).toBe(404);
    expect((await call('GET', `/${image.id}`)).status).toBe(404);
  });
});

describe('the processing of an image', () => {
  const importOne = async () => {
    const urls = [`https://n${count}.example.com/a.jpg`];
    const schema = z.object({ images: z.tuple([z.object({ id: z.string() })]) });
    return schema.parse((await call('POST', '/import', { body: { urls } })).body).images[0];
  };
  const status = async (id: string) => (await call('GET', `/${id}/processing-status`)).body;

  it('is shown in seven fields, with what can be shown by then', async () => {
    const { image, run } = await uploaded();
    expect(await status(image.id)).toMatchObject({
      processing_status: 'queued',
      thumbnail_status: 'pending',
      variant_status: 'pending',
      attempts: 0,
      error: null,
      started_at: null,
      completed_at: null,
      run_id: run?.run_id,
    });
    await end(image.id, {
      processing_status: 'completed',
      recipe: recipeFor(null),
      derived_token: 'd',
      thumbnails: [
        { name: 'thumb_320', path: 'x/t', width: 320, height: 200, bytes: 9, content_type: 'image/webp' },
      ],
    });
    const address = 'http://127.0.0.1:9199/v0/b/bucket/o/x%2Ft?alt=media&token=d';
    expect(await status(image.id)).toMatchObject({
      processing_status: 'completed',
      best_url: address,
      thumbnails: [{ name: 'thumb_320', url: address, width: 320 }],
      run_id: null,
    });
  });

  it('is retried where it has failed, by a batch of its own, and is queued from then on', async () => {
    const { image } = await uploaded();
    await end(image.id, FAILED);
    expect(await status(image.id)).toMatchObject({ processing_status: 'failed', attempts: 3 });
    bench.now = new Date(bench.now.getTime() + 1_000);
    const { status: code, body } = await call('POST', `/${image.id}/retry-processing`);
    expect(code).toBe(202);
    const { run_id: runId } = z.object({ run_id: z.string() }).parse(body);
    const job = await jobOf(runId);
    expect(job).toMatchObject({ pipeline: 'image_processing', input: { image_ids: [image.id] } });
    const batch = await bench.db.doc(paths.imageBatch(WORKSPACE, job.subject.id)).get();
    expect(batch.data()).toMatchObject({ source: 'retry', image_count: 1, created_by: 'ada' });
    expect(await status(image.id)).toMatchObject({ processing_status: 'queued', error: null, run_id: runId });
    expect(await call('POST', `/${image.id}/retry-processing`)).toMatchObject({
      status: 409,
      body: { code: 'already_running', run_id: runId },
    });
  });

  it('is retried together with taking note of the failed run, once no other of its images has failed', async () => {
    const [one, other] = [(await uploaded()).image.id, (await importOne()).id];
    const run = jobId(`b${count}`, 'image_processing', 1);
    for (const id of [one, other]) await end(id, FAILED);
    await bench.db.doc(paths.job(WORKSPACE, run)).set({
      pipeline: 'image_processing',
      input: { document_ids: [], image_ids: [one, other] },
      status: 'failed',
      open: false,
      needs_attention: true,
    });
    const notes = async () => {
      const found = await bench.db.collection(paths.jobRequests(WORKSPACE)).where('job_id', '==', run).get();
      return found.docs.map((note) => note.get('action'));
    };
    expect((await call('POST', `/${one}/retry-processing`)).status).toBe(202);
    expect(await notes()).toEqual([]);
    await end(one, { processing_status: 'completed' });
    expect((await call('POST', `/${other}/retry-processing`)).status).toBe(202);
    expect(await notes()).toEqual(['dismiss']);
  });

  it('is not retried where nothing is left to do, nor where there is nothing', async () => {
    const { image } = await uploaded();
    await end(image.id, { processing_status: 'completed', recipe: recipeFor(null) });
    const refused = await call('POST', `/${image.id}/retry-processing`);
    expect([refused.status, problemCode(refused.body)]).toEqual([409, 'conflict']);
    expect((await call('POST', '/f-none/retry-processing')).status).toBe(404);
  });

  it('that was never begun is, by fetching first what was never fetched', async () => {
    const { id } = await importOne();
    await end(id, {});
    const key = { 'idempotency-key': `r${count}` };
    const first = await call('POST', `/${id}/retry-processing`, { headers: key });
    expect(first.body).toMatchObject({ run_id: expect.stringMatching(/-image_import-1$/u) });
    await cutOff();
    expect((await call('POST', `/${id}/retry-processing`, { headers: key })).body).toEqual(first.body);
  });
});
