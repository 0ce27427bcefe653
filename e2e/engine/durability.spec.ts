/** Workers that die, requests that come twice: every run must end as if nothing had happened. */
import { randomUUID } from 'node:crypto';
import { PIPELINE_DEFINITIONS } from '@docket/model/pipelines';
import { expect, test } from '@playwright/test';
import { type Client, connectClient, startProcessing } from '../../scripts/docket/client.ts';
import { DEMO_PROJECT } from '../../scripts/local-stack/demo.ts';
import { clearFaults, injectFault, testAdmin, testPorts } from '../support/test-stack.ts';
import { jobOf, productsOf, reaches, sampleCollection } from './runs.ts';

const PHASES = PIPELINE_DEFINITIONS.document_processing.phases;
const suffix = randomUUID().slice(0, 8);
const UNDISTURBED = `undisturbed-${suffix}`;
const KILLED_AT_THE_EDGES = `killed-at-the-edges-${suffix}`;
const KILLED_HALFWAY = `killed-halfway-${suffix}`;

let client: Client;
let undisturbed: unknown[];
/** The documents of the two runs whose workers die: most of their time is waiting, so they wait beside each other. */
const documentsOf = new Map<string, string[]>();
/** When they were started: each has so many milliseconds from then on, however late somebody looks. */
const startedAt = new Map<string, number>();
const RUN_LIMIT_MS = 80_000;

test.beforeAll(async () => {
  client = await connectClient(DEMO_PROJECT, testPorts());
  const documents = await sampleCollection(client, UNDISTURBED);
  await startProcessing(client, UNDISTURBED, documents);
  await reaches(testAdmin(), client.workspace, UNDISTURBED, 'completed', RUN_LIMIT_MS);
  undisturbed = await productsOf(testAdmin(), client.workspace, UNDISTURBED, documents);
  expect(undisturbed.length).toBeGreaterThan(24);

  for (const [index, { key }] of PHASES.entries()) {
    const edge = index % 2 === 0 ? 'after' : 'before';
    await injectFault(key, edge, { kind: 'kill' }, KILLED_AT_THE_EDGES);
    await injectFault(key, 'before', { kind: 'kill', after_ms: 8 }, KILLED_HALFWAY);
  }
  for (const collection of [KILLED_AT_THE_EDGES, KILLED_HALFWAY]) {
    documentsOf.set(collection, await sampleCollection(client, collection));
    startedAt.set(collection, Date.now());
    await startProcessing(client, collection, documentsOf.get(collection) ?? []);
  }
});
test.afterAll(async () => {
  await clearFaults();
  await client.close();
});

/** Waits for a run of which each phase loses a worker: it must have lost one in each, and of the products none. */
async function expectUndisturbed(collection: string): Promise<void> {
  const left = (startedAt.get(collection) ?? 0) + RUN_LIMIT_MS - Date.now();
  await reaches(testAdmin(), client.workspace, collection, 'completed', Math.max(1, left));
  const documents = documentsOf.get(collection) ?? [];
  expect(await productsOf(testAdmin(), client.workspace, collection, documents)).toEqual(undisturbed);
  const job = await jobOf(testAdmin(), client.workspace, `${collection}-document_processing-1`);
  for (const [index, { key }] of PHASES.entries()) {
    const outcomes = job.attempts.filter(({ phase }) => phase === index + 1).map(({ outcome }) => outcome);
    expect(outcomes, key).toEqual(['lost', 'succeeded']);
  }
}

test('workers killed after the work of every other phase, before that of those between, cost time, not products', async () => {
  await expectUndisturbed(KILLED_AT_THE_EDGES);
});

test('workers killed in the middle of every phase cost time, not products', async () => {
  await expectUndisturbed(KILLED_HALFWAY);
});

test('20 simultaneous starts of the Web SDK make one job and one result', async () => {
  const documents = await sampleCollection(client, 'started-20-times');
  const starts = await Promise.allSettled(
    Array.from({ length: 20 }, async () => await startProcessing(client, 'started-20-times', documents)),
  );
  expect(starts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await reaches(testAdmin(), client.workspace, 'started-20-times', 'completed');
  expect(await productsOf(testAdmin(), client.workspace, 'started-20-times', documents)).toEqual(undisturbed);
  const jobs = await testAdmin().db.collection(`workspaces/${client.workspace}/jobs`).get();
  expect(jobs.docs.filter((job) => job.get('subject.id') === 'started-20-times')).toHaveLength(1);
});
