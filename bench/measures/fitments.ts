/** Figures of fitment jobs: thousands of parts through the client path, a cancel in the middle, thousands approved at once. */
import { type FitmentGroup, fitmentGroupSchema } from '@docket/model/fitment/fitment-group';
import { type FitmentJob, fitmentJobSchema } from '@docket/model/fitment/fitment-job';
import { type Job, jobSchema } from '@docket/model/job';
import { jobId, paths, storagePaths } from '@docket/model/paths';
import { addDoc, collection, doc, serverTimestamp, writeBatch } from 'firebase/firestore';
import type { z } from 'zod';
import type { Client } from '../../scripts/docket/client.ts';
import { startFitmentJob } from '../../scripts/docket/fitments.ts';
import type { Stack } from '../../scripts/local-stack/stack.ts';
import { inventedParts } from '../fixtures/invented-parts.ts';
import { formatMs, type Measure } from './measure.ts';
import { phasesOf, timeRow } from './runs.ts';

const PARTS = 10_000;
const SAVED_BUDGET_MS = 60_000;
const CANCEL_BUDGET_MS = 2_000;
const APPROVED = 5_000;
const APPROVED_BUDGET_MS = 3_000;
const LIMIT_MS = 300_000;

/** Finds the vehicles of 10,000 parts, approves half of what was found, then cancels another such job while it saves. */
export async function measureFitments(stack: Stack, client: Client): Promise<Measure[]> {
  const file = { name: 'invented.csv', bytes: new TextEncoder().encode(inventedParts(PARTS)) };
  const started = performance.now();
  await startFitmentJob(client, 'bench-fitments', file);
  const seen = firstGroup(stack, client, 'bench-fitments');
  const job = await runThat(stack, client, 'bench-fitments', ({ status }) => hasEnded(status));
  const saved = performance.now() - started;
  if (job.status !== 'completed')
    throw new Error(`The job has ended as ${job.status}: ${job.error?.details}`);
  const { results } = await recordThat(stack, client, 'bench-fitments', () => true);
  const what = `${PARTS} parts, ${results?.fitments} fitments in ${results?.groups} groups`;
  return [
    timeRow(`${what}: upload to saved for review (${phasesOf(job)})`, saved, SAVED_BUDGET_MS),
    timeRow(`${what}: upload to the first group`, (await seen) - started, SAVED_BUDGET_MS),
    ...(await measureApproval(stack, client, 'bench-fitments')),
    ...(await measureCancel(stack, client, file)),
  ];
}

/** The first approval is not counted: it starts what counts. */
async function measureApproval(stack: Stack, client: Client, id: string): Promise<Measure[]> {
  await approve(stack, client, id, 1);
  const { committed, counted } = await approve(stack, client, id, APPROVED);
  const what = `${APPROVED} fitments approved at once: to the counts on the job`;
  return [timeRow(`${what} (commit ${formatMs(committed)})`, counted, APPROVED_BUDGET_MS)];
}

/**
 * Approves `count` fitments more, as a page does: all groups and the review in one commit. Returns the milliseconds until
 * the server has taken it, and until the job has the new counts.
 */
async function approve(
  stack: Stack,
  client: Client,
  id: string,
  count: number,
): Promise<{ committed: number; counted: number }> {
  const { workspace, uid } = client;
  const batch = writeBatch(client.db);
  const review = doc(collection(client.db, paths.fitmentReviews(workspace, id)));
  let chosen = 0;
  let before = 0;
  for (const { path, group } of await groupsOf(stack, client, id)) {
    before += Object.keys(group.decisions).length;
    const open = Object.keys(group.fitments).filter((fitment) => group.decisions[fitment] === undefined);
    const ids = open.slice(0, count - chosen);
    if (ids.length === 0) continue;
    chosen += ids.length;
    batch.update(doc(client.db, path), {
      ...Object.fromEntries(ids.map((fitment) => [`decisions.${fitment}`, 'approved'])),
      reviewed_by: uid,
      reviewed_at: serverTimestamp(),
      review_id: review.id,
    });
  }
  batch.set(review, { decision: 'approved', fitments: chosen, by: uid, at: serverTimestamp() });
  const started = performance.now();
  await batch.commit();
  const committed = performance.now() - started;
  await recordThat(stack, client, id, (job) => job.review.approved === before + chosen);
  return { committed, counted: performance.now() - started };
}

/** From the wish to cancel, while groups are being saved, until the job is cancelled and nothing of it is left. */
async function measureCancel(
  stack: Stack,
  client: Client,
  file: { name: string; bytes: Uint8Array },
): Promise<Measure[]> {
  const id = 'bench-cancelled';
  await startFitmentJob(client, id, file);
  await firstGroup(stack, client, id);
  const started = performance.now();
  await addDoc(collection(client.db, paths.jobRequests(client.workspace)), {
    job_id: jobId(id, 'fitment_generation', 1),
    action: 'cancel',
    by: client.uid,
    at: serverTimestamp(),
  });
  const { status } = await runThat(stack, client, id, (job) => hasEnded(job.status));
  const took = performance.now() - started;
  if (status !== 'cancelled') throw new Error(`The job that was to be cancelled has ended as ${status}`);
  const left = (await groupsOf(stack, client, id)).length;
  const prefix = storagePaths.fitmentJobRun(client.workspace, id, jobId(id, 'fitment_generation', 1));
  const [files] = await stack.admin.bucket.getFiles({ prefix });
  return [
    timeRow('fitment job cancelled while it saves: to cancelled and clean', took, CANCEL_BUDGET_MS),
    {
      what: 'fitment job cancelled while it saves: groups and files left',
      figure: String(left + files.length),
      budget: '0',
      kept: left + files.length === 0,
    },
  ];
}

function hasEnded(status: Job['status']): boolean {
  return status === 'completed' || status === 'failed' || status === 'cancelled';
}

async function groupsOf(
  stack: Stack,
  { workspace }: Client,
  id: string,
): Promise<{ path: string; group: FitmentGroup }[]> {
  const { docs } = await stack.admin.db.collection(paths.fitmentGroups(workspace, id)).orderBy('index').get();
  return docs.map((found) => ({ path: found.ref.path, group: fitmentGroupSchema.parse(found.data()) }));
}

/** When the first group is there, as `performance.now()` tells. */
async function firstGroup(stack: Stack, { workspace }: Client, id: string): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const first = stack.admin.db.collection(paths.fitmentGroups(workspace, id)).limit(1);
  const stop = first.onSnapshot(({ empty }) => empty || resolve(performance.now()), reject);
  try {
    return await promise;
  } finally {
    stop();
  }
}

async function runThat(
  stack: Stack,
  { workspace }: Client,
  id: string,
  fits: (job: Job) => boolean,
): Promise<Job> {
  return await documentThat(stack, paths.job(workspace, jobId(id, 'fitment_generation', 1)), jobSchema, fits);
}

async function recordThat(
  stack: Stack,
  { workspace }: Client,
  id: string,
  fits: (record: FitmentJob) => boolean,
): Promise<FitmentJob> {
  return await documentThat(stack, paths.fitmentJob(workspace, id), fitmentJobSchema, fits);
}

/** The document at `path` as soon as it is as wanted. */
async function documentThat<T>(
  { admin }: Stack,
  path: string,
  schema: z.ZodType<T>,
  fits: (value: T) => boolean,
): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const timer = setTimeout(
    () => reject(new Error(`${path} is not as wanted after ${formatMs(LIMIT_MS)}`)),
    LIMIT_MS,
  );
  const stop = admin.db.doc(path).onSnapshot((snapshot) => {
    const value = schema.safeParse(snapshot.data());
    if (value.success && fits(value.data)) resolve(value.data);
  }, reject);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    stop();
  }
}
