/** The stack of the tests of this worker: its addresses, an administrator's view of its data, and faults to be put in its way. */
import { existsSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Fault } from '@docket/functions/services/fault-directory';
import type { PhaseKey, Pipeline } from '@docket/model/pipelines';
import { expect } from '@playwright/test';
import { z } from 'zod';
import { type Admin, connectAdmin } from '../../scripts/local-stack/admin.ts';
import { DEMO_PROJECT } from '../../scripts/local-stack/demo.ts';
import type { Ports } from '../../scripts/local-stack/ports.ts';
import { STACKS_VARIABLE, type TestStack, testStackSchema } from './test-stacks.ts';

/** A phase of whichever pipeline. */
export type Phase = { [P in Pipeline]: PhaseKey<P> }[Pipeline];

/** Each worker has a stack of its own, so that no test sees what another one beside it does. */
function testStack(): TestStack {
  const stacks = process.env[STACKS_VARIABLE];
  if (stacks === undefined)
    throw new Error(`${STACKS_VARIABLE} is not set: run the browser tests with npm test`);
  const stack = z.array(testStackSchema).parse(JSON.parse(stacks))[
    Number(process.env['TEST_PARALLEL_INDEX'])
  ];
  if (stack === undefined) throw new Error('There are fewer stacks than workers');
  return stack;
}

/** Where the web app is. */
export function testUrl(): string {
  return testStack().url;
}

export function testPorts(): Ports {
  return testStack().ports;
}

let admin: Admin | undefined;

/** The Admin SDK on the stack, shared by all tests of a worker. */
export function testAdmin(): Admin {
  admin ??= connectAdmin(DEMO_PROJECT, testPorts());
  return admin;
}

const faultFile = (phase: Phase, moment: 'before' | 'after', subject?: string) =>
  path.join(
    testStack().faults,
    [phase, moment, ...(subject === undefined ? [] : [subject]), 'json'].join('.'),
  );

/** Puts a fault in the way of `phase`: of the runs for one subject, or of whichever run comes there first. */
export async function injectFault(
  phase: Phase,
  moment: 'before' | 'after',
  fault: Fault,
  subject?: string,
): Promise<void> {
  await writeFile(faultFile(phase, moment, subject), JSON.stringify(fault));
}

/** Resolves when a fault that is used up when it strikes has struck. */
export async function faultHasStruck(phase: Phase, moment: 'before' | 'after'): Promise<void> {
  await expect.poll(() => existsSync(faultFile(phase, moment)), { intervals: [100] }).toBe(false);
}

/** Takes one fault away; whoever it held goes on. */
export async function releaseFault(phase: Phase, moment: 'before' | 'after'): Promise<void> {
  await rm(faultFile(phase, moment), { force: true });
}

/** Takes all faults away; whoever is held goes on. */
export async function clearFaults(): Promise<void> {
  const directory = testStack().faults;
  for (const name of await readdir(directory)) await rm(path.join(directory, name), { force: true });
}
