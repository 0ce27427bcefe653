/** Workers that die, requests that come twice: every run must end as if nothing had happened. */
import { PIPELINE_DEFINITIONS } from '@docket/model/pipelines';
import { expect, test } from '@playwright/test';
import { type Client, connectClient, startProcessing } from '../../scripts/docket/client.ts';
import { DEMO_PROJECT } from '../../scripts/local-stack/demo.ts';
import { clearFaults, injectFault, testAdmin, testPorts } from '../support/test-stack.ts';
import { jobOf, productsOf, reaches, sampleCollection } from './runs.ts';

let client: Client;
let undisturbed: unknown[];

test.beforeAll(async () => {
  client = await connectClient(DEMO_PROJECT, testPorts());
  undisturbed = await run('undisturbed');
  expect(undisturbed.length).toBeGreaterThan(24);
});
test.afterEach(clearFaults);
test.afterAll(async () => await client.close());

async function run(collection: string): Promise<unknown[]> {
  const documents = await sampleCollection(client, collection);
  await startProcessing(client, collection, documents);
  await reaches(testAdmin(), client.workspace, collection, 'completed', 80_000);
  return await productsOf(testAdmin(), client.workspace, collection, documents);
}

const PHASES = PIPELINE_DEFINITIONS.document_processing.phases;

/** Runs the sample with the faults that are in its way: each phase must have lost one worker, the products none. */
async function expectUndisturbed(collection: string): Promise<void> {
  expect(await run(collection)).toEqual(undisturbed);
  const job = await jobOf(testAdmin(), client.workspace, `${collection}-document_processing-1`);
  for (const [index, { key }] of PHASES.entries()) {
    const outcomes = job.attempts.filter(({ phase }) => phase === index + 1).map(({ outcome }) => outcome);
    expect(outcomes, key).toEqual(['lost', 'succeeded']);
  }
}

test('workers killed after the work of every other phase, before that of those between, cost time, not products', async () => {
  for (const [index, { key }] of PHASES.entries())
    await injectFault(key, index % 2 === 0 ? 'after' : 'before', { kind: 'kill' });
  await expectUndisturbed('killed-at-the-edges');
});

test('workers killed in the middle of every phase cost time, not products', async () => {
  for (const { key } of PHASES) await injectFault(key, 'before', { kind: 'kill', after_ms: 8 });
  await expectUndisturbed('killed-halfway');
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
