import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readExport } from '../src/backup/export-files.ts';
import { freePorts } from './free-ports.ts';
import { project } from './servers.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const bin = join(root, 'emulator/bin');
const timeout = 60_000;

let directory: string;
let port: number;
let running: ChildProcess | undefined;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'docket-cli-'));
  const [firestore = 0, hub, logging] = await freePorts(3);
  port = firestore;
  const at = (each: number | undefined) => ({ host: '127.0.0.1', port: each });
  const emulators = { firestore: at(port), hub: at(hub), logging: at(logging), ui: { enabled: false } };
  writeFileSync(join(directory, 'firebase.json'), JSON.stringify({ emulators }));
});

afterAll(async () => {
  if (running?.pid !== undefined && running.exitCode === null) {
    const gone = once(running, 'close');
    process.kill(-running.pid, 'SIGKILL');
    await gone;
  }
  rmSync(directory, { recursive: true, force: true });
});

/** Starts the Firestore emulator through the CLI with data from `data/`; resolves with what ends both. */
async function start(): Promise<() => Promise<unknown>> {
  const cli = join(root, 'node_modules/firebase-tools/lib/bin/firebase.js');
  const flags = ['--project', project, '--only', 'firestore', '--import', 'data', '--export-on-exit', 'data'];
  const child = spawn(process.execPath, [cli, 'emulators:start', ...flags], {
    cwd: directory,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
      FIRESTORE_EMULATOR_BINARY_PATH: join(bin, 'docket-emulator.mjs'),
      METADATA_SERVER_DETECTION: 'none',
      NO_UPDATE_NOTIFIER: '1',
    },
  });
  running = child;
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  while (!output.includes('All emulators ready')) {
    if (child.exitCode !== null) {
      throw new Error(`The CLI ended: ${output}`);
    }
    await wait(20);
  }
  return async () => {
    const gone = once(child, 'close');
    child.kill('SIGINT');
    const [code] = await gone;
    return code;
  };
}

function url(path: string): string {
  return `http://127.0.0.1:${port}/v1/projects/${project}/databases/${path}`;
}

async function create(database: string, id: string): Promise<void> {
  const answer = await fetch(url(`${database}/documents/c?documentId=${id}`), {
    method: 'POST',
    body: JSON.stringify({ fields: { text: { stringValue: 'é😀' } } }),
  });
  expect(answer.status).toBe(200);
}

async function read(database: string, id: string): Promise<unknown> {
  return await (await fetch(url(`${database}/documents/c/${id}`))).json();
}

describe('firebase emulators:start with --import and --export-on-exit', () => {
  it(
    'has everything again the next time, also what is in other databases than the default one',
    async () => {
      const endFirst = await start();
      await create('(default)', 'first');
      await create('named', 'other');
      const before = await Promise.all([read('(default)', 'first'), read('named', 'other')]);
      expect(await endFirst()).toBe(0);

      const endSecond = await start();
      expect(await Promise.all([read('(default)', 'first'), read('named', 'other')])).toEqual(before);
      await create('(default)', 'second');
      expect(await endSecond()).toBe(0);

      const metadata = join(directory, 'data/firestore_export/firestore_export.overall_export_metadata');
      const paths = (await readExport(metadata, { project, time: 0 })).map(({ name, documents }) => [
        name.split('/').at(-1),
        Array.from(documents, ({ segments }) => segments.join('/')),
      ]);
      expect(paths).toEqual([
        ['(default)', ['c/first', 'c/second']],
        ['named', ['c/other']],
      ]);
    },
    timeout,
  );
});
