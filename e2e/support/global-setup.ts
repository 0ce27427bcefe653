/** Starts a stack for each worker of the browser tests and hands their addresses over through the environment. */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CURRENT_BACKFILL } from '@docket/model/image-derivatives';
import { paths } from '@docket/model/paths';
import type { FullConfig } from '@playwright/test';
import { localDirectory } from '../../scripts/local-stack/stack-file.ts';
import { type Stack, startStack } from '../../scripts/local-stack/stack.ts';
import { STACKS_VARIABLE, type TestStack } from './test-stacks.ts';

/** Times short enough for a test to wait for. */
const QUICK = {
  DOCKET_LEASE_MS: '4000',
  DOCKET_RETRY_BASE_MS: '3000',
  DOCKET_WEBHOOK_RETRY_MS: '1000',
  DOCKET_BREAKER_COOLDOWN_MS: '4000',
};

/** Resolves when what is done once after a deployment is done: a test must not find the run that its images cause. */
async function deployed({ admin }: Stack): Promise<void> {
  const done = admin.db.doc(paths.deployment(CURRENT_BACKFILL));
  while ((await done.get()).get('completed_at') === undefined) await pause(200);
}

/** Starts the stack of the worker with this index. */
async function start(index: number): Promise<{ stack: Stack; faults: string }> {
  const name = index === 0 ? 'e2e-stack' : `e2e-stack-${index}`;
  const faults = path.join(localDirectory, `e2e/faults-${index}`);
  await rm(faults, { recursive: true, force: true });
  await mkdir(faults, { recursive: true });
  const stack = await startStack({
    name,
    durable: false,
    usualPorts: false,
    web: true,
    demo: true,
    official: false,
    // The webhooks of the tests are servers on this machine.
    environment: { ...QUICK, DOCKET_FAULTS_DIR: faults, DOCKET_ALLOW_LOOPBACK: 'true' },
    onStep: (step) => process.stdout.write(`${name}: ${step}…\n`),
  });
  return { stack, faults };
}

export default async function globalSetup({ workers }: FullConfig): Promise<() => Promise<void>> {
  const started: Array<{ stack: Stack; faults: string }> = [];
  const stopAll = async () => void (await Promise.all(started.map(({ stack }) => stack.stop())));
  try {
    // One after the other: they are built in the same place.
    for (let index = 0; index < workers; index++) started.push(await start(index));
    await Promise.all(started.map(({ stack }) => deployed(stack)));
  } catch (error) {
    await stopAll();
    throw error;
  }
  const given: TestStack[] = started.map(({ stack: { url, ports }, faults }) => ({ url, ports, faults }));
  process.env[STACKS_VARIABLE] = JSON.stringify(given);
  return stopAll;
}
