/** The data of runs in Firestore and Storage: what is handed over, and what is removed with a run, a document, a collection. */
import { jobSchema } from '@docket/model/job';
import { jobId, paths, storagePaths } from '@docket/model/paths';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cleanRun } from '../src/collections/clean.ts';
import { removeCollectionData } from '../src/collections/remove.ts';
import { RunFiles } from '../src/collections/run-files.ts';
import { type Bench, COLLECTION, newJob, openBench, WORKSPACE } from './engine-bench.ts';
import { type MemoryBucket, openBucket } from './memory-bucket.ts';

let bench: Bench;
let storage: MemoryBucket;

beforeEach(async () => {
  storage = await openBucket();
  bench = await openBench({});
});
afterEach(async () => {
  await bench.close();
  await storage.close();
});

const job = (run: number) => jobId(COLLECTION, 'document_processing', run);
const infoOf = (run: number) => ({
  workspaceId: WORKSPACE,
  jobId: job(run),
  job: jobSchema.parse(newJob(run)),
  token: 't',
});
const image = (document: string, run: number, name = 'i') =>
  storagePaths.image(WORKSPACE, COLLECTION, document, job(run), name);
const work = (document: string, run: number) =>
  storagePaths.work(WORKSPACE, COLLECTION, document, job(run), 'content');
const original = (document: string) => storagePaths.original(WORKSPACE, COLLECTION, document, 'Süß (1).pdf');

const putDocument = async (id: string) =>
  await bench.db.doc(paths.document(WORKSPACE, COLLECTION, id)).set({ kind: 'linesheet' });
const putProduct = async (document: string, run: number) =>
  await bench.db
    .doc(paths.product(WORKSPACE, COLLECTION, document, `${run}-00000`))
    .set({ job_id: job(run), name: 'Coat' });

async function products(): Promise<string[]> {
  const found = await bench.db.collectionGroup('products').get();
  return found.docs.map((product) => String(product.get('job_id'))).toSorted();
}

describe('a hand-over', () => {
  const schema = z.object({ pages: z.number() });
  const files = () => new RunFiles(bench.db, storage.bucket, infoOf(1));

  it('is taken as it was given', async () => {
    storage.objects.set(work('d', 1), '{"pages":3}');
    expect(await files().work('d', 'content', schema)).toEqual({ pages: 3 });
  });

  it.each(['', '{"pages":', '{"pages":"3"}', '[]'])(
    'that reads %j counts as missing, so that it is made again: another version may have written it',
    async (content) => {
      storage.objects.set(work('d', 1), content);
      expect(await files().work('d', 'content', schema)).toBeNull();
    },
  );
});

describe('cleaning', () => {
  beforeEach(async () => {
    await putDocument('d');
    for (const run of [1, 2, 3]) {
      await putProduct('d', run);
      storage.objects.set(image('d', run), 'x').set(work('d', run), '{}');
    }
    storage.objects.set(original('d'), 'pdf');
  });

  it('a cancelled run removes all that it has made and nothing else', async () => {
    await cleanRun(bench.db, storage.bucket, infoOf(2), 'partial');
    expect(await products()).toEqual([job(1), job(3)]);
    expect([...storage.objects.keys()].toSorted()).toEqual(
      [original('d'), image('d', 1), work('d', 1), image('d', 3), work('d', 3)].toSorted(),
    );
  });

  it('after a completed run removes its hand-overs and all of earlier runs, but nothing of a later one', async () => {
    await cleanRun(bench.db, storage.bucket, infoOf(2), 'superseded');
    expect(await products()).toEqual([job(2), job(3)]);
    expect([...storage.objects.keys()].toSorted()).toEqual(
      [original('d'), image('d', 2), image('d', 3), work('d', 3)].toSorted(),
    );
  });

  it('after a completed run removes what it has made of documents that were removed meanwhile', async () => {
    await bench.db.doc(paths.document(WORKSPACE, COLLECTION, 'd')).delete();
    await cleanRun(bench.db, storage.bucket, infoOf(3), 'superseded');
    expect(await products()).toEqual([]);
    expect([...storage.objects.keys()]).toEqual([original('d')]);
  });
});

describe('a deleted collection', () => {
  it('takes everything with it, also files that never became documents, and nothing of its neighbours', async () => {
    await putDocument('d');
    await putProduct('d', 1);
    const neighbour = storagePaths.original(WORKSPACE, `${COLLECTION}2`, 'd', 'a.pdf');
    storage.objects
      .set(neighbour, 'x')
      .set(original('d'), 'x')
      .set(original('abandoned'), 'x')
      .set(image('removed', 1), 'x');
    await removeCollectionData(bench.db, storage.bucket, WORKSPACE, COLLECTION);
    expect(await products()).toEqual([]);
    expect([...storage.objects.keys()]).toEqual([neighbour]);
  });
});
