import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { project, Resources } from './servers.ts';

const bin = fileURLToPath(new URL('../bin/', import.meta.url));

let directory: string;
let resources: Resources;
let children: ChildProcess[];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'docket-emulator-'));
  resources = new Resources();
  children = [];
});

afterEach(async () => {
  await resources.close();
  for (const child of children) {
    child.kill('SIGKILL');
  }
  rmSync(directory, { recursive: true });
});

function run(command: string, args: string[], data?: string): ChildProcess {
  const { DOCKET_EMULATOR_DATA: _ignored, ...environment } = process.env;
  const child = spawn(command, args, {
    env: { ...environment, ...(data && { DOCKET_EMULATOR_DATA: data }) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  return child;
}

/** Starts the emulator as a program; gives its port once it listens. */
async function start(
  data?: string,
  more: string[] = [],
  node: string[] = [],
): Promise<{ child: ChildProcess; port: number }> {
  const child = run(
    process.execPath,
    [...node, join(bin, 'docket-emulator.mjs'), '--port', '0', ...more],
    data,
  );
  for await (const line of createInterface({ input: child.stdout ?? process.stdin })) {
    const port = /listening on .*:(\d+)$/.exec(line)?.[1];
    if (port) {
      return { child, port: Number(port) };
    }
  }
  throw new Error('The emulator ended before it listened.');
}

async function exitCode(child: ChildProcess): Promise<unknown> {
  const [code] = await once(child, 'close');
  return code;
}

describe('the emulator as a program', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends with code 0 on %s, though clients are connected',
    async (signal) => {
      const { child, port } = await start();
      await resources.admin(port).doc('a/b').set({});
      child.kill(signal);
      expect(await exitCode(child)).toBe(0);
    },
  );

  it('loses nothing it has acknowledged when it is killed', async () => {
    const first = await start(directory);
    const documents = `http://127.0.0.1:${first.port}/v1/projects/${project}/databases/(default)/documents`;
    let acknowledged = 0;
    const write = async (lane: number) => {
      for (let n = 0; ; n += 1) {
        await fetch(`${documents}/lane${lane}?documentId=d${n}`, {
          method: 'POST',
          headers: { authorization: 'Bearer owner' },
          body: '{"fields":{}}',
        });
        acknowledged += 1;
        if (acknowledged === 200) {
          first.child.kill('SIGKILL');
        }
      }
    };
    const lanes = Array.from({ length: 10 }, (_, lane) => lane);
    await Promise.allSettled(lanes.map(write));
    const admin = resources.admin((await start(directory)).port);
    const counts = await Promise.all(
      lanes.map(async (lane) => (await admin.collection(`lane${lane}`).count().get()).data().count),
    );
    const stored = counts.reduce((total, each) => total + each, 0);
    expect(acknowledged).toBeGreaterThanOrEqual(200);
    expect(stored).toBeGreaterThanOrEqual(acknowledged);
  });

  it.skipIf(process.platform === 'win32')(
    'goes on after a failure that nobody handles, and says where it was',
    async () => {
      const fault = 'data:text/javascript,process.on("SIGUSR2",()=>{Promise.reject(new Error("a fault"))})';
      const { child, port } = await start(undefined, [], ['--import', fault]);
      child.kill('SIGUSR2');
      for await (const line of createInterface({ input: child.stdout ?? process.stdin })) {
        if (line.includes('a fault')) {
          break;
        }
      }
      expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
    },
  );

  it('says that its port is taken, in words the Firebase CLI knows', async () => {
    const { port } = await start();
    const second = run(process.execPath, [join(bin, 'docket-emulator.mjs'), '--port', String(port)]);
    let errors = '';
    second.stderr?.on('data', (chunk) => {
      errors += String(chunk);
    });
    expect(await exitCode(second)).toBe(1);
    expect(errors).toContain('address already in use');
  });

  it('does not start with rules that have errors', async () => {
    const rules = join(directory, 'firestore.rules');
    writeFileSync(rules, "rules_version = '2'; service cloud.firestore { match /a { allow read: if ; } }");
    await expect(start(undefined, ['--rules', rules])).rejects.toThrow('ended before it listened');
  });

  it('asks for indexes where it is told of some, by its flag or by its environment', async () => {
    const indexes = join(directory, 'firestore.indexes.json');
    writeFileSync(indexes, '{ "indexes": [] }');
    vi.stubEnv('DOCKET_EMULATOR_INDEXES', indexes);
    const told = await start();
    vi.unstubAllEnvs();
    for (const { port } of [told, await start(undefined, ['--indexes', indexes])]) {
      const items = resources.admin(port).collection('items');
      await expect(items.orderBy('a').orderBy('b').get()).rejects.toMatchObject({ code: 9 });
    }
  });

  it('begins with an export that was made before', async () => {
    const first = await start();
    const database = 'projects/demo-test/databases/(default)';
    await resources
      .admin(first.port)
      .doc('a/b')
      .set({ text: 'é', when: new Date(0), list: [1, 1.5] });
    const answer = await fetch(`http://127.0.0.1:${first.port}/emulator/v1/projects/demo-test:export`, {
      method: 'POST',
      body: JSON.stringify({ database, export_directory: directory, export_name: 'firestore_export' }),
    });
    expect(answer.status).toBe(200);
    const metadata = join(directory, 'firestore_export/firestore_export.overall_export_metadata');
    const second = await start(undefined, ['--seed_from_export', metadata]);
    const [before, after] = await Promise.all(
      [first, second].map(async ({ port }) => (await resources.admin(port).doc('a/b').get()).data()),
    );
    expect(after).toEqual(before);
  });
});

describe.skipIf(process.platform === 'win32')('the stand-in for java', () => {
  it('names a version that is new enough', async () => {
    const java = run(join(bin, 'java'), ['-Duser.language=en', '-version']);
    let text = '';
    java.stderr?.on('data', (chunk) => {
      text += String(chunk);
    });
    expect(await exitCode(java)).toBe(0);
    expect(text).toMatch(/version "21/);
  });

  it('starts the emulator with the arguments behind the jar', async () => {
    const args = '-Dgoogle.cloud_firestore.debug_log_level=FINE -jar some.jar --host 127.0.0.1 --port 0';
    const java = run(join(bin, 'java'), args.split(' '));
    const [line] = await once(createInterface({ input: java.stdout ?? process.stdin }), 'line');
    expect(line).toMatch(/listening on 127\.0\.0\.1:\d+/);
    java.kill('SIGINT');
    expect(await exitCode(java)).toBe(0);
  });
});
