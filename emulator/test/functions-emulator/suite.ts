/** The Firebase CLI's real functions emulator beside this Firestore emulator, with the functions of `fixture/`. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePorts } from '../free-ports.ts';
import { project } from '../servers.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const fixture = fileURLToPath(new URL('./fixture/', import.meta.url));
const bin = join(root, 'emulator/bin');

export interface Suite {
  /** The port of the Firestore emulator. */
  readonly port: number;
  /**
   * Resolves with the lines that functions have written down when they are all that is waited for. Throws with the output
   * of the CLI when that takes too long.
   */
  readonly whenThere: (complete: (lines: readonly unknown[]) => boolean) => Promise<unknown[]>;
  /** Ends everything that was started. */
  readonly close: () => Promise<void>;
}

/** Starts both emulators on free ports. Throws with the output of the CLI when they do not come up. */
export async function startSuite(): Promise<Suite> {
  const directory = mkdtempSync(join(tmpdir(), 'docket-triggers-'));
  const names = ['firestore', 'functions', 'eventarc', 'tasks', 'hub', 'logging'];
  const [inspector = 0, ...ports] = await freePorts(names.length + 1);
  layOut(
    directory,
    Object.fromEntries(names.map((name, index) => [name, { host: '127.0.0.1', port: ports[index] }])),
  );
  const file = join(directory, 'events.jsonl');
  writeFileSync(file, '');
  const output: string[] = [];
  const child = runCli(directory, file, inspector, output);
  const close = async () => {
    await end(child);
    rmSync(directory, { recursive: true, force: true });
  };
  const lines = () =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): unknown => JSON.parse(line));
  const until = async (what: string, done: () => boolean) => {
    for (let waited = 0; !done(); waited += 50) {
      if (waited > 60_000 || child.exitCode !== null) {
        throw new Error(`${what}\n${output.join('')}\n${readFileSync(file, 'utf8')}`);
      }
      await wait(50);
    }
  };
  try {
    await until('The emulators did not start.', () => output.join('').includes('All emulators ready'));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    port: ports[0] ?? 0,
    async whenThere(complete) {
      await until('Not all events came.', () => complete(lines()));
      return lines();
    },
    close,
  };
}

/** The folder of a project whose functions find their libraries here. */
function layOut(directory: string, emulators: object): void {
  const functions = join(directory, 'functions');
  mkdirSync(functions);
  for (const name of ['package.json', 'index.js']) {
    copyFileSync(join(fixture, name), join(functions, name));
  }
  symlinkSync(join(root, 'node_modules'), join(functions, 'node_modules'));
  const config = {
    functions: [{ source: 'functions', codebase: 'default', runtime: 'nodejs24' }],
    emulators: { ...emulators, ui: { enabled: false } },
  };
  writeFileSync(join(directory, 'firebase.json'), JSON.stringify(config));
}

/** With an inspector, one process serves all functions; otherwise each would have to start its own. */
function runCli(directory: string, eventsFile: string, inspector: number, output: string[]): ChildProcess {
  const cli = join(root, 'node_modules/firebase-tools/lib/bin/firebase.js');
  const launcher = join(bin, 'docket-emulator.mjs');
  const child = spawn(
    process.execPath,
    [
      cli,
      'emulators:start',
      '--project',
      project,
      '--only',
      'functions,firestore',
      '--inspect-functions',
      String(inspector),
    ],
    {
      cwd: directory,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
        FIRESTORE_EMULATOR_BINARY_PATH: launcher,
        FIREBASE_FUNCTIONS_DISCOVERY_OUTPUT_PATH: 'true',
        // The CLI says to the one process beforehand which function comes next: of two at a time, one would be the other.
        FUNCTIONS_EMULATOR_PARALLEL: '1',
        METADATA_SERVER_DETECTION: 'none',
        NO_UPDATE_NOTIFIER: '1',
        EVENTS_FILE: eventsFile,
      },
    },
  );
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => output.push(text));
  }
  return child;
}

/** Ends the CLI, which ends what it has started; what is left of its process group after a while is killed. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.pid !== undefined) {
    const ended = once(child, 'close');
    child.kill('SIGINT');
    await Promise.race([ended, wait(10_000)]);
    killGroup(child.pid);
    await ended;
  }
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing is left of it.
  }
}
