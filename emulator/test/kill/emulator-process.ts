/** The emulator as a process of its own, which can be killed at any moment. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../bin/docket-emulator.mjs', import.meta.url));

export interface EmulatorProcess {
  /** Resolves with the port once the emulator listens. Rejects when it ends before that. */
  readonly listening: Promise<number>;
  /** Ends it without a chance to do anything, and resolves when it is gone. */
  kill(): Promise<void>;
}

/** Starts an emulator that keeps its data in `directory`, with further arguments. */
export function spawnEmulator(directory: string, args: readonly string[] = []): EmulatorProcess {
  const child = spawn(process.execPath, [program, '--port', '0', ...args], {
    env: { ...process.env, DOCKET_EMULATOR_DATA: directory, DOCKET_EMULATOR_FOLLOW_PARENT: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = once(child, 'close');
  const listening = portOf(child);
  // Whoever kills it before it listens does not wait for the port.
  listening.catch(() => {});
  return {
    listening,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

async function portOf(child: ChildProcess): Promise<number> {
  let errors = '';
  child.stderr?.on('data', (text) => {
    errors += String(text);
  });
  for await (const line of createInterface({ input: child.stdout ?? process.stdin })) {
    const port = /listening on .*:(\d+)$/.exec(line)?.[1];
    if (port) {
      child.stdout?.resume();
      return Number(port);
    }
  }
  throw new Error(`The emulator ended before it listened. ${errors}`);
}
