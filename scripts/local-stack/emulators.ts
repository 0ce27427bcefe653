/**
 * Starts and stops `firebase emulators:start` with Docket's own Firestore and rules runtime in the place of Google's two
 * Java programs: a launcher named `java` comes first on the PATH of this one process.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { parametersOf } from '../deployment.ts';
import type { Ports } from './ports.ts';
import { descendantsOf, killAll } from './processes.ts';
import { root } from './stack-file.ts';

const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 20_000;

export interface EmulatorOptions {
  /** Distinguishes stacks that run side by side; names files. */
  name: string;
  project: string;
  ports: Ports;
  /** Where data is kept between starts; null: nowhere. */
  data: string | null;
  /** What hosting serves, relative to the project's folder. */
  site: string;
  /** The bundle of the functions, likewise. */
  functions: string;
  /** Directory of the export to begin with; null: empty Auth and Storage. */
  importFrom: string | null;
  /** Google's own emulators, which need Java and a download. */
  official: boolean;
  environment: Record<string, string>;
}

/** A running emulator suite. */
export interface Emulators {
  pid: number;
  /** Resolves with a sentence when it ends without having been asked to. */
  ended: Promise<string>;
  /** Ends every process of the suite. */
  stop: () => Promise<void>;
  /** Ends every process of the suite at once, as a power cut would: for tests. */
  kill: () => Promise<void>;
}

/**
 * For the process of the emulators. V8 looks through all that a program holds whenever another 64 MB of buffers have come
 * and gone: with large uploads twice a second, 0.1 s of a processor each time. These let the heap count buffers as its own
 * and grow to three times what it holds before that, and keep helper threads from taking the processors from the workers.
 */
const EMULATOR_FLAGS = [
  '--external-memory-accounted-in-global-limit',
  '--heap-growing-percent=200',
  '--single-threaded-gc',
];

const headersSchema = z.looseObject({
  headers: z.array(z.object({ key: z.string(), value: z.string() })),
});
const configSchema = z.looseObject({
  functions: z.array(z.looseObject({})),
  hosting: z.looseObject({ headers: z.array(headersSchema) }),
  emulators: z.looseObject({}),
});

/** The headers of the site, which let pages talk to the emulators as well. */
function localHeaders(headers: readonly z.infer<typeof headersSchema>[]) {
  return headers.map((matching) => ({
    ...matching,
    headers: matching.headers.map(({ key, value }) => ({
      key,
      value: value.replaceAll(/(connect|img|frame)-src [^;]*/gu, '$& http://127.0.0.1:*'),
    })),
  }));
}

/** firebase.json with the chosen ports and site, as a file of its own. */
async function writeConfig(options: EmulatorOptions): Promise<string> {
  const config = configSchema.parse(JSON.parse(await readFile(path.join(root, 'firebase.json'), 'utf8')));
  const ports = Object.fromEntries(
    Object.entries(options.ports).map(([emulator, port]) => [emulator, { host: '127.0.0.1', port }]),
  );
  const file = path.join(root, `firebase.local.${options.name}.json`);
  await writeParameters(options);
  const local = {
    ...config,
    functions: config.functions.map((codebase) => ({
      ...codebase,
      source: options.functions,
      configDir: options.functions,
    })),
    hosting: { ...config.hosting, public: options.site, headers: localHeaders(config.hosting.headers) },
    emulators: { ...config.emulators, ...ports },
  };
  await writeFile(file, JSON.stringify(local));
  return file;
}

/** The parameters of a deployment as `.env` of the functions: as they usually are, but for what the stack says. */
async function writeParameters({ functions, environment }: EmulatorOptions): Promise<void> {
  const lines = Object.entries(await parametersOf()).map(
    ([name, value]) => `${name}=${JSON.stringify(environment[name] ?? value)}\n`,
  );
  await writeFile(path.join(root, functions, '.env'), lines.join(''));
}

/** Starts the suite and resolves when all emulators are ready. Throws with the last lines of its output otherwise. */
export async function startEmulators(options: EmulatorOptions): Promise<Emulators> {
  const config = await writeConfig(options);
  const logs = path.join(root, '.local', options.name);
  await mkdir(logs, { recursive: true });
  // The Storage emulator keeps its files in a fixed folder below the temporary one and removes that folder when it stops:
  // stacks side by side need one each. Its path is short because sockets are made in it.
  const temporary = await mkdtemp(path.join(tmpdir(), 'docket-'));
  const bin = path.join(root, 'emulator/bin');
  const launcher = path.join(bin, 'docket-emulator.mjs');
  const own = {
    PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}`,
    FIRESTORE_EMULATOR_BINARY_PATH: launcher,
    STORAGE_EMULATOR_BINARY_PATH: launcher,
    // All functions are deployed with `retry: true`, which the Firebase CLI does not tell its emulators.
    DOCKET_EMULATOR_RETRY: 'all',
    // A query without an index fails here as it would in production.
    DOCKET_EMULATOR_INDEXES: path.join(root, 'firestore.indexes.json'),
    ...(options.data === null ? {} : { DOCKET_EMULATOR_DATA: path.join(options.data, 'firestore') }),
  };
  const child = spawn(
    process.execPath,
    [
      ...EMULATOR_FLAGS,
      path.join(root, 'node_modules/firebase-tools/lib/bin/firebase.js'),
      'emulators:start',
      `--config=${path.basename(config)}`,
      `--project=${options.project}`,
      '--log-verbosity=INFO',
      '--only=auth,firestore,functions,storage,tasks,eventarc,hosting',
      ...(options.importFrom !== null && existsSync(options.importFrom)
        ? ['--import', options.importFrom]
        : []),
    ],
    {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ...(options.official ? {} : own),
        FIREBASE_FUNCTIONS_DISCOVERY_OUTPUT_PATH: 'true',
        METADATA_SERVER_DETECTION: 'none',
        NO_UPDATE_NOTIFIER: '1',
        // Otherwise the emulators' Express shows stack traces to whoever sends an address that is none.
        NODE_ENV: 'production',
        TMPDIR: temporary,
        TEMP: temporary,
        TMP: temporary,
        ...options.environment,
      },
    },
  );
  const ended = exitOf(child);
  const end = async (signal: 'SIGINT' | 'SIGKILL') => {
    await stopTree(child, signal);
    await rm(config, { force: true });
    await rm(temporary, { recursive: true, force: true });
  };
  try {
    await ready(child, path.join(logs, 'emulators.log'));
  } catch (error) {
    await end('SIGKILL');
    throw error;
  }
  return {
    pid: child.pid ?? 0,
    ended,
    stop: async () => await end('SIGINT'),
    kill: async () => await end('SIGKILL'),
  };
}

async function exitOf(child: ChildProcess): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  child.once('exit', (code, signal) => resolve(`The emulators ended (${signal ?? `exit code ${code}`}).`));
  return await promise;
}

/** Copies the output to a log file and resolves at the line that says that all is ready. */
async function ready(child: ChildProcess, logFile: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const log = createWriteStream(logFile);
  const last: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (line) => {
      log.write(`${line}\n`);
      last.push(line);
      if (last.length > 20) last.shift();
      if (line.includes('All emulators ready')) resolve();
    });
  }
  const failed = (why: string) => reject(new Error(`${why}\n${last.join('\n')}`));
  child.once('exit', () => failed('The emulators did not start:'));
  const timer = setTimeout(() => failed('The emulators did not get ready in time:'), START_TIMEOUT_MS);
  await promise.finally(() => clearTimeout(timer));
}

/** Ends the CLI and all it has started: politely first, then, for whatever is left, not. */
async function stopTree(child: ChildProcess, signal: 'SIGINT' | 'SIGKILL'): Promise<void> {
  if (child.pid === undefined) return;
  const started = descendantsOf(child.pid);
  if (child.exitCode === null && child.signalCode === null) {
    const gone = exitOf(child);
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await gone;
    clearTimeout(timer);
  }
  killAll(started);
}
