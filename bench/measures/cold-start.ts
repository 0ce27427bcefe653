/**
 * How long somebody waits who is the first to need a function: from the start of its process to its answer, with the bundle as it
 * is deployed and the framework that Cloud Run functions start it with. Not included: what the cloud needs for a container.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { root } from '../../scripts/local-stack/stack-file.ts';
import { startEmulator } from './emulator-process.ts';
import { formatMs, type Measure, percentile } from './measure.ts';

const run = promisify(execFile);

/** What Google's buildpack adds to a folder that does not name one. */
const FRAMEWORK = '@google-cloud/functions-framework@5.0.5';
const BUDGET_MS = 1_500;
const STARTS = 9;
const ANSWER_WITHIN_MS = 60_000;
const PROJECT = 'demo-cold';

/** A light function, and the first request that it gets. */
interface Light {
  target: string;
  signature: 'http' | 'cloudevent';
  path: string;
  request: RequestInit;
}

const json = { 'content-type': 'application/json' };
const jobName = `projects/${PROJECT}/databases/(default)/documents/workspaces/nobody/jobs/none`;

const LIGHT: readonly Light[] = [
  {
    target: 'queueFigures',
    signature: 'http',
    path: '/',
    request: { method: 'POST', headers: json, body: JSON.stringify({ data: {} }) },
  },
  { target: 'api', signature: 'http', path: '/api/v1/openapi.json', request: { method: 'GET' } },
  {
    target: 'startJob',
    signature: 'cloudevent',
    path: '/',
    request: {
      method: 'POST',
      headers: {
        ...json,
        'ce-id': 'first',
        'ce-specversion': '1.0',
        'ce-type': 'google.cloud.firestore.document.v1.created',
        'ce-source': `//firestore.googleapis.com/projects/${PROJECT}/databases/(default)`,
        'ce-subject': 'documents/workspaces/nobody/jobs/none',
        'ce-time': '2026-01-01T00:00:00Z',
        'ce-project': PROJECT,
        'ce-database': '(default)',
        'ce-document': 'workspaces/nobody/jobs/none',
        'ce-datacontenttype': 'application/json',
      },
      body: JSON.stringify({
        value: {
          name: jobName,
          fields: {},
          createTime: '2026-01-01T00:00:00Z',
          updateTime: '2026-01-01T00:00:00Z',
        },
      }),
    },
  },
];

/** Installs the bundle alone, and measures starts of the light functions beside those of a bare Node and of the Admin SDK. */
export async function measureColdStart(): Promise<Measure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'docket-cold-'));
  const firestore = await startEmulator(null);
  try {
    await install(folder);
    const bare = await times(async () => await timeOf(['--eval', '0'], folder));
    const sdk = await times(
      async () => await timeOf(['--eval', 'import("firebase-admin/firestore")'], folder),
    );
    const measures: Measure[] = [];
    for (const light of LIGHT) {
      const starts = await times(async () => await firstAnswer(light, folder, firestore.port));
      measures.push(rowOf(light, starts, { bare: percentile(bare, 0.5), sdk: percentile(sdk, 0.5) }));
    }
    return measures;
  } finally {
    await firestore.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function install(folder: string): Promise<void> {
  await run(process.execPath, [path.join(root, 'functions/scripts/build.ts'), folder]);
  const options = { cwd: folder, shell: process.platform === 'win32' };
  await run('npm', ['ci', '--omit=dev', '--prefer-offline', '--loglevel=error'], options);
  await run(
    'npm',
    ['install', '--no-save', '--omit=dev', '--prefer-offline', '--loglevel=error', FRAMEWORK],
    options,
  );
}

/** A start of an instance: how long it took, and how long a processor was busy with it; the latter is known on Linux alone. */
interface Start {
  wall: number;
  processor: number | null;
}

function rowOf({ target }: Light, starts: readonly Start[], than: { bare: number; sdk: number }): Measure {
  const walls = starts.map(({ wall }) => wall);
  const median = percentile(walls, 0.5);
  const busy = starts.flatMap(({ processor }) => (processor === null ? [] : [processor]));
  return {
    what: `cold start of ${target} to its first answer, median of ${starts.length}`,
    figure: [
      `${formatMs(median)}, p95 ${formatMs(percentile(walls, 0.95))}`,
      ...(busy.length === 0 ? [] : [`${formatMs(percentile(busy, 0.5))} of a processor`]),
      `${(median / than.bare).toFixed(1)} × a bare Node (${formatMs(than.bare)})`,
      `${(median / than.sdk).toFixed(1)} × the Admin SDK's Firestore alone (${formatMs(than.sdk)})`,
    ].join(', '),
    budget: `≤ ${formatMs(BUDGET_MS)}`,
    kept: median <= BUDGET_MS,
  };
}

/** One after another: an instance that starts has its processor to itself. The first is thrown away: it fills the disk's cache. */
async function times<T>(measure: () => Promise<T>): Promise<T[]> {
  const measured: T[] = [];
  for (let start = 0; start <= STARTS; start++) measured.push(await measure());
  return measured.slice(1);
}

/** How long a program of Node runs, in milliseconds. */
async function timeOf(args: readonly string[], cwd: string): Promise<number> {
  const started = performance.now();
  await run(process.execPath, args, { cwd });
  return performance.now() - started;
}

/** From the start of an instance's process to the answer to its first request. */
async function firstAnswer(light: Light, folder: string, firestorePort: number): Promise<Start> {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(
    process.execPath,
    ['node_modules/@google-cloud/functions-framework/build/src/main.js'],
    {
      cwd: folder,
      stdio: 'ignore',
      env: {
        PATH: process.env['PATH'],
        PORT: String(port),
        FUNCTION_TARGET: light.target,
        FUNCTION_SIGNATURE_TYPE: light.signature,
        K_SERVICE: light.target.toLowerCase(),
        GCLOUD_PROJECT: PROJECT,
        FIREBASE_CONFIG: JSON.stringify({ projectId: PROJECT, storageBucket: `${PROJECT}.appspot.com` }),
        FIRESTORE_EMULATOR_HOST: `127.0.0.1:${firestorePort}`,
      },
    },
  );
  const ended = once(child, 'close');
  try {
    const { status } = await answered(`http://127.0.0.1:${port}${light.path}`, light.request, started);
    if (status >= 500) throw new Error(`${light.target} has answered ${status}.`);
    return { wall: performance.now() - started, processor: await processorTime(child.pid) };
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}

/** Clock ticks of Linux: a hundred a second. */
const TICK_MS = 10;

/** How long processors have been busy with a process, in milliseconds; null where the system does not say. */
async function processorTime(pid: number | undefined): Promise<number | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  const [user, system] = stat?.split(') ').at(-1)?.split(' ').slice(11, 13) ?? [];
  return user === undefined ? null : (Number(user) + Number(system)) * TICK_MS;
}

/** Asks until somebody listens, as the load balancer does. */
async function answered(address: string, request: RequestInit, started: number): Promise<Response> {
  while (performance.now() - started < ANSWER_WITHIN_MS) {
    const response = await fetch(address, request).catch(() => null);
    if (response !== null) {
      await response.arrayBuffer();
      return response;
    }
    await pause(5);
  }
  throw new Error(`Nobody answers at ${address}.`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
