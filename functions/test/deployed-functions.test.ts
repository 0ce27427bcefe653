/**
 * The functions as they are deployed: what each loads before it can answer (how long that takes is measured by
 * `npm run bench -- cold-start`), and what the Firebase CLI makes of them without a project to deploy to.
 */
import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseEnv, promisify } from 'node:util';
import { DEFAULT_REGION } from '@docket/model/web-config';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { functionsFolder } from '../scripts/deployment.ts';
import { startDatabase } from './start-database.ts';

const run = promisify(execFile);
const built = path.resolve(functionsFolder, '../.local/deployed-functions-test');
const config = path.join(functionsFolder, 'config/.env');

/** Packages that a few functions need: they are large, or start something. */
const HEAVY = [
  '@e965/xlsx',
  '@google-cloud/tasks',
  '@google-cloud/vision',
  '@napi-rs/canvas',
  'file-type',
  'fontkit',
  'pdfjs-dist',
  'pdfkit',
  'sharp',
  'subset-font',
  'tesseract.js',
];

const server = await startDatabase();
/** What the functions say of themselves, as the CLI asks them before it deploys. */
let declared: unknown;
beforeAll(async () => {
  await run(process.execPath, [path.join(functionsFolder, 'scripts/build.ts'), built]);
  declared = await discovered();
});
afterAll(async () => {
  await server.close();
  await rm(built, { recursive: true, force: true });
});

describe('a cold start', () => {
  it('loads no package that few functions need, nor does the first event or request of a light function', async () => {
    const light = ['startJob', 'handleJobRequest', 'handleQueueSettings', 'deliverWebhook', 'api'];
    const { stdout } = await run(
      process.execPath,
      [path.join(functionsFolder, 'scripts/load-bundle.ts'), built, ...light],
      {
        env: {
          PATH: process.env['PATH'] ?? '',
          GCLOUD_PROJECT: 'demo-cold',
          FIREBASE_CONFIG: JSON.stringify({ projectId: 'demo-cold', storageBucket: 'demo-cold.appspot.com' }),
          FIRESTORE_EMULATOR_HOST: `127.0.0.1:${server.port}`,
        },
      },
    );
    const { atStart, packages } = z
      .object({ atStart: z.array(z.string()), packages: z.array(z.string()) })
      .parse(JSON.parse(stdout));
    expect(atStart).toContain('firebase-admin');
    expect(packages).toContain('@google-cloud/firestore');
    expect(packages.filter((name) => HEAVY.includes(name))).toEqual([]);
  });
});

/** A function of the Firebase CLI, which has no types. */
function cli(file: string, name: string): (...args: readonly unknown[]) => unknown {
  const loaded: unknown = createRequire(import.meta.url)(`firebase-tools/lib/${file}`);
  const found: unknown = typeof loaded === 'object' && loaded !== null ? Reflect.get(loaded, name) : null;
  if (typeof found !== 'function') throw new Error(`firebase-tools has no ${name} in ${file} any more`);
  return (...args) => Reflect.apply(found, undefined, args);
}

const endpointSchema = z.looseObject({
  id: z.string(),
  region: z.string(),
  concurrency: z.number().nullish(),
  maxInstances: z.number().nullish(),
  minInstances: z.number().nullish(),
  availableMemoryMb: z.number().nullish(),
  taskQueueTrigger: z
    .looseObject({ rateLimits: z.looseObject({ maxConcurrentDispatches: z.number() }) })
    .optional(),
});

async function discovered(): Promise<unknown> {
  const manifest = path.join(built, 'functions.json');
  const sdk = createRequire(import.meta.url)
    .resolve('firebase-functions')
    .replace(/\/lib\/.*/u, '');
  await run(process.execPath, [path.join(sdk, 'lib/bin/firebase-functions.js')], {
    cwd: built,
    env: {
      PATH: process.env['PATH'] ?? '',
      GCLOUD_PROJECT: 'shop',
      FIREBASE_CONFIG: '{}',
      FUNCTIONS_CONTROL_API: 'true',
      FUNCTIONS_MANIFEST_OUTPUT_PATH: manifest,
    },
  });
  return JSON.parse(await readFile(manifest, 'utf8'));
}

/** What the CLI would deploy with `parameters`. Throws where it would ask for one, or refuse. */
async function planned(parameters: Readonly<Record<string, string | undefined>>) {
  const build = cli('deploy/functions/runtimes/discovery/v1alpha1.js', 'buildFromV1Alpha1');
  const resolved = await cli(
    'deploy/functions/build.js',
    'resolveBackend',
  )({
    build: build(declared, 'shop', DEFAULT_REGION, 'nodejs24'),
    firebaseConfig: { projectId: 'shop', storageBucket: 'shop.firebasestorage.app' },
    userEnvs: parameters,
    codebase: 'default',
    nonInteractive: true,
    isEmulator: false,
  });
  const { backend } = z.object({ backend: z.unknown() }).parse(resolved);
  cli('deploy/functions/validate.js', 'endpointsAreValid')(backend);
  const endpoints = z
    .array(endpointSchema)
    .parse(cli('deploy/functions/backend.js', 'allEndpoints')(backend));
  return new Map(endpoints.map((endpoint) => [endpoint.id, endpoint]));
}

describe('a deployment', () => {
  const usual = async () => parseEnv(await readFile(config, 'utf8'));

  it('is complete with the parameters in functions/config/.env: nobody is asked for one', async () => {
    expect(cli('functions/env.js', 'parseStrict')(await readFile(config, 'utf8'))).toEqual(await usual());
    const endpoints = await planned({ ...(await usual()) });
    expect(endpoints.size).toBeGreaterThan(20);
    await expect(planned({})).rejects.toThrow('no value for the following environment variables');
  });

  it('gives each phase of a worker an instance of its own, and the light functions many requests', async () => {
    const endpoints = await planned({ ...(await usual()) });
    for (const id of ['runDocumentsPhase', 'runImagesPhase', 'inventoryLabels'])
      expect(endpoints.get(id)?.concurrency).toBe(1);
    expect(endpoints.get('startJob')?.concurrency).toBe(80);
  });

  it('follows its parameters', async () => {
    const endpoints = await planned({
      ...(await usual()),
      DOCKET_REGION: 'europe-west1',
      DOCKET_WORKER_MEMORY_MB: '2048',
      DOCKET_WORKER_INSTANCES: '5',
      DOCKET_MAX_INSTANCES: '7',
      DOCKET_MIN_INSTANCES: '1',
      DOCKET_LIGHT_CONCURRENCY: '30',
    });
    for (const { region } of endpoints.values()) expect(region).toBe('europe-west1');
    const worker = endpoints.get('runImagesPhase');
    expect(worker).toMatchObject({ availableMemoryMb: 2048, maxInstances: 5 });
    expect(worker?.taskQueueTrigger?.rateLimits.maxConcurrentDispatches).toBe(5);
    expect(endpoints.get('startJob')).toMatchObject({ maxInstances: 7, minInstances: 1, concurrency: 30 });
    expect(endpoints.get('api')).toMatchObject({ minInstances: 1 });
  });
});

describe('App Check', () => {
  it('is asked of every callable function, where it is enforced', async () => {
    const source = await readFile(path.join(functionsFolder, 'src/index.ts'), 'utf8');
    const callables = [...source.matchAll(/= onCall\(([^)]*)/gu)].map(([, options = '']) => options);
    expect(callables.length).toBeGreaterThan(1);
    for (const options of callables) expect(options).toContain('enforceAppCheck');
  });
});
