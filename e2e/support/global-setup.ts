/** Starts the stack for all browser tests and hands its addresses to them through the environment. */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CURRENT_BACKFILL } from '@docket/model/image-derivatives';
import { paths } from '@docket/model/paths';
import { localDirectory } from '../../scripts/local-stack/stack-file.ts';
import { type Stack, startStack } from '../../scripts/local-stack/stack.ts';

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

export default async function globalSetup(): Promise<() => Promise<void>> {
  const faults = path.join(localDirectory, 'e2e/faults');
  await rm(faults, { recursive: true, force: true });
  await mkdir(faults, { recursive: true });
  const stack = await startStack({
    name: 'e2e-stack',
    durable: false,
    usualPorts: false,
    web: true,
    demo: true,
    official: false,
    // The webhooks of the tests are servers on this machine.
    environment: { ...QUICK, DOCKET_FAULTS_DIR: faults, DOCKET_ALLOW_LOOPBACK: 'true' },
    onStep: (step) => process.stdout.write(`${step}…\n`),
  });
  await deployed(stack);
  process.env['DOCKET_TEST_URL'] = stack.url;
  process.env['DOCKET_TEST_PORTS'] = JSON.stringify(stack.ports);
  process.env['DOCKET_TEST_FAULTS'] = faults;
  return stack.stop;
}
