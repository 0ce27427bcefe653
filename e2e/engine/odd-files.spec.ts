/** Files that cannot be processed: each a plain message at the right phase, a job that can be retried, nothing lost. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { errorMessage } from '@docket/model/errors';
import { mayRequest } from '@docket/model/job';
import { expect, test } from '@playwright/test';
import { ODD_FILES, type OddFile } from '../../bench/fixtures/odd-files.ts';
import {
  type Client,
  connectClient,
  createCollection,
  startProcessing,
  uploadDocument,
} from '../../scripts/docket/client.ts';
import { DEMO_PROJECT } from '../../scripts/local-stack/demo.ts';
import { testAdmin, testPorts } from '../support/test-stack.ts';
import { jobOf, reaches } from './runs.ts';

let client: Client;
let folder: string;
/** The job of each odd file: all of them run beside each other. */
const jobs = new Map<OddFile, string>();
const collectionOf = (odd: OddFile) => `odd-${ODD_FILES.indexOf(odd)}`;

test.beforeAll(async () => {
  client = await connectClient(DEMO_PROJECT, testPorts());
  folder = await mkdtemp(path.join(tmpdir(), 'docket-odd-'));
  for (const odd of ODD_FILES) jobs.set(odd, await start(odd));
});
test.afterAll(async () => {
  await client.close();
  await rm(folder, { recursive: true, force: true });
});

/** Uploads an odd file into a collection of its own and starts to process it; beside an order, a good linesheet. */
async function start(odd: OddFile): Promise<string> {
  const collection = collectionOf(odd);
  const file = path.join(folder, collection);
  await odd.write(file);
  await createCollection(client, collection, odd.name);
  const upload = { name: odd.name, kind: odd.kind, bytes: await readFile(file) };
  const documents = [await uploadDocument(client, collection, upload)];
  if (odd.kind === 'purchase_order') {
    const name = 'harbour-and-vale-aw26-style-list.csv';
    const bytes = await readFile(path.resolve(import.meta.dirname, '../../samples', name));
    documents.push(await uploadDocument(client, collection, { name, kind: 'linesheet', bytes }));
  }
  return await startProcessing(client, collection, documents);
}

for (const odd of ODD_FILES) {
  test(`${odd.name} as ${odd.kind.replace('_', ' ')}: ${odd.expects}`, async () => {
    const status = await reaches(testAdmin(), client.workspace, collectionOf(odd), 'failed');
    expect(status.error?.code).toBe(odd.expects);
    expect(status.error?.message).not.toBe(errorMessage('internal'));
    expect(status.progress.phase).toBeLessThanOrEqual(2);
    const job = await jobOf(testAdmin(), client.workspace, jobs.get(odd) ?? '');
    expect(mayRequest(job.status, 'retry')).toBe(true);
    expect(job.attempts.filter(({ outcome }) => outcome === 'lost')).toEqual([]);
  });
}
