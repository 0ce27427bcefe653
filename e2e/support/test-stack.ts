/** The stack of the test run: its addresses, an administrator's view of its data, and faults to be put in its way. */
import { existsSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Fault } from '@docket/functions/services/fault-directory';
import type { PhaseKey, Pipeline } from '@docket/model/pipelines';
import { expect } from '@playwright/test';
import { type Admin, connectAdmin } from '../../scripts/local-stack/admin.ts';
import { DEMO_PROJECT } from '../../scripts/local-stack/demo.ts';
import { type Ports, portsSchema } from '../../scripts/local-stack/ports.ts';

/** A phase of whichever pipeline. */
export type Phase = { [P in Pipeline]: PhaseKey<P> }[Pipeline];

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run the browser tests with npm test`);
  return value;
}

/** Where the web app is. */
export function testUrl(): string {
  return required('DOCKET_TEST_URL');
}

export function testPorts(): Ports {
  return portsSchema.parse(JSON.parse(required('DOCKET_TEST_PORTS')));
}

let admin: Admin | undefined;

/** The Admin SDK on the stack, shared by all tests of a worker. */
export function testAdmin(): Admin {
  admin ??= connectAdmin(DEMO_PROJECT, testPorts());
  return admin;
}

const faultFile = (phase: Phase, moment: 'before' | 'after', subject?: string) =>
  path.join(
    required('DOCKET_TEST_FAULTS'),
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
  const directory = required('DOCKET_TEST_FAULTS');
  for (const name of await readdir(directory)) await rm(path.join(directory, name), { force: true });
}
