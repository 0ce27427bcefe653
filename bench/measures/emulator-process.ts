/** The embedded Firestore emulator as a process of its own, as whoever measures it starts it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../scripts/local-stack/stack-file.ts';

/** A running emulator. */
export interface EmulatorProcess {
  port: number;
  /** From the start of the process to its first answer, in milliseconds. */
  started: number;
  stop: () => Promise<void>;
}

/** Starts it on a free port. @param data where it keeps its data; null: in memory */
export async function startEmulator(data: string | null): Promise<EmulatorProcess> {
  const begun = performance.now();
  const { DOCKET_EMULATOR_DATA: _other, ...environment } = process.env;
  const child = spawn(
    process.execPath,
    [path.join(root, 'emulator/bin/docket-emulator.mjs'), '--port', '0'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...environment, ...(data === null ? {} : { DOCKET_EMULATOR_DATA: data }) },
    },
  );
  const port = await portOf(child);
  await (await fetch(`http://127.0.0.1:${port}/`)).text();
  return {
    port,
    started: performance.now() - begun,
    async stop() {
      const ended = once(child, 'close');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function portOf(child: ChildProcess): Promise<number> {
  for await (const line of createInterface({ input: child.stdout ?? process.stdin })) {
    const port = /listening on .*:(\d+)$/.exec(line)?.[1];
    if (port !== undefined) return Number(port);
  }
  throw new Error('The emulator has ended before it listened.');
}
