/** The whole stack ends in the middle of a run, as in a power cut; started again, it finishes the run. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { connectClient, startProcessing } from '../../scripts/docket/client.ts';
import { latestCheckpoint } from '../../scripts/local-stack/checkpoint.ts';
import { type Stack, startStack } from '../../scripts/local-stack/stack.ts';
import { localDirectory } from '../../scripts/local-stack/stack-file.ts';
import { productsOf, reaches, sampleCollection, statusOf } from './runs.ts';

const NAME = 'e2e-power-cut';
const folder = path.join(localDirectory, NAME);
const data = path.join(folder, 'data');
const faults = path.join(folder, 'faults');

async function start(): Promise<Stack> {
  return await startStack({
    name: NAME,
    durable: true,
    usualPorts: false,
    web: false,
    demo: true,
    official: false,
    environment: { DOCKET_LEASE_MS: '4000', DOCKET_FAULTS_DIR: faults },
    onStep: () => {},
  });
}

test.beforeEach(async () => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(faults, { recursive: true });
});
test.afterEach(async () => await rm(folder, { recursive: true, force: true }));

test('a power cut in the middle of a run costs time, not products', async () => {
  test.setTimeout(240_000);
  let stack = await start();
  try {
    let client = await connectClient(stack.project, stack.ports);
    const whole = await sampleCollection(client, 'whole');
    await startProcessing(client, 'whole', whole);
    await reaches(stack.admin, client.workspace, 'whole', 'completed');
    const undisturbed = await productsOf(stack.admin, client.workspace, 'whole', whole);
    expect(undisturbed).toHaveLength(39);

    const hold = path.join(faults, 'filter_images.before.json');
    await writeFile(hold, JSON.stringify({ kind: 'hold' }));
    const before = await latestCheckpoint(data);
    const cut = await sampleCollection(client, 'cut');
    await startProcessing(client, 'cut', cut);
    await expect
      .poll(async () => (await statusOf(stack.admin, client.workspace, 'cut'))?.progress.phase, {
        timeout: 60_000,
      })
      .toBe(3);
    await expect.poll(async () => await latestCheckpoint(data), { timeout: 30_000 }).not.toBe(before);
    await client.close();
    await stack.kill();

    await rm(hold);
    stack = await start();
    client = await connectClient(stack.project, stack.ports);
    await reaches(stack.admin, client.workspace, 'cut', 'completed');
    expect(await productsOf(stack.admin, client.workspace, 'cut', cut)).toEqual(undisturbed);
    await client.close();
  } finally {
    await stack.stop();
  }
});
