/** A whole local stack: emulators, functions, the web app, the clock, demo data. One for people, others for tests. */
import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { DEFAULT_REGION } from '@docket/model/web-config';
import { type Admin, bucketOf, connectAdmin } from './admin.ts';
import { type Checkpoints, keepCheckpoints, latestCheckpoint } from './checkpoint.ts';
import { DEMO_PROJECT, DEMO_USER } from './demo.ts';
import { type Emulators, startEmulators } from './emulators.ts';
import { choosePorts, type Ports } from './ports.ts';
import { seedDemo } from './seed.ts';
import { buildWeb, placeFunctions, placeSite } from './site.ts';
import { root } from './stack-file.ts';
import { tick } from './ticker.ts';
import { warmUp } from './warm-up.ts';

export interface StackOptions {
  /** Names files and data; stacks of different names run side by side. */
  name: string;
  /** Keep data between starts? Otherwise it begins empty and leaves nothing. */
  durable: boolean;
  /** Take the usual ports where they are free. */
  usualPorts: boolean;
  /** Serve the web app? Without it nothing of it is built. */
  web: boolean;
  /** Create the demo workspace with its sample documents? */
  demo: boolean;
  official: boolean;
  /** Told to the functions, over what a local stack tells them anyway. */
  environment: Record<string, string>;
  /** Told what is being done, for people who wait. */
  onStep: (step: string) => void;
}

export interface Stack {
  project: string;
  ports: Ports;
  /** Where the web app is. */
  url: string;
  admin: Admin;
  /** Resolves with a sentence when the stack ends without having been asked to. */
  ended: Promise<string>;
  stop: () => Promise<void>;
  /** Ends it at once, as a power cut would. */
  kill: () => Promise<void>;
}

/** Times that suit one person at one machine: lost work is noticed within seconds. */
const LOCAL_TIMES = {
  DOCKET_LEASE_MS: '15000',
  DOCKET_REDISPATCH_MS: '3000',
  DOCKET_ABANDON_DISPATCH_MS: '20000',
};

const SWEEP_EVERY_MS = 1_000;

/** Starts a stack; resolves when the page can be used. Throws with an explanation if it cannot be started. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const ports = await choosePorts(options.usualPorts);
  const project = DEMO_PROJECT;
  // Google's emulator keeps its data in exports of its own: neither of the two begins with what the other has left.
  const kept = options.official ? 'data-official' : 'data';
  const data = options.durable ? path.join(root, '.local', options.name, kept) : null;
  options.onStep('Building functions and web app');
  const functions = await placeFunctions(options.name);
  if (options.web) await buildWeb();
  const site = await placeSite(options.name, {
    firebase: { projectId: project, apiKey: 'local', storageBucket: bucketOf(project), appId: '1:1:web:1' },
    deployment: { region: DEFAULT_REGION, app_check_site_key: null },
    emulators: {
      host: '127.0.0.1',
      auth: ports.auth,
      firestore: ports.firestore,
      functions: ports.functions,
      storage: ports.storage,
    },
    demo: { email: DEMO_USER.email, password: DEMO_USER.password },
  });
  options.onStep('Starting the emulators');
  const emulators = await startEmulators({
    name: options.name,
    project,
    ports,
    data,
    site,
    functions,
    importFrom: data === null ? null : await latestCheckpoint(data),
    official: options.official,
    environment: {
      // As a deployed worker has it: see functions/config/.env.
      MALLOC_ARENA_MAX: '2',
      FUNCTIONS_EMULATOR_PARALLEL: String(2 * availableParallelism() + 2),
      ...LOCAL_TIMES,
      DOCKET_PUBLIC_URL: `http://127.0.0.1:${ports.hosting}`,
      ...options.environment,
    },
  });
  const admin = connectAdmin(project, ports);
  if (options.demo) {
    options.onStep('Setting up the demo workspace');
    try {
      await seedDemo(admin);
    } catch (error) {
      await emulators.kill();
      throw error;
    }
  }
  void warmUp(project, ports);
  const checkpoints =
    data === null
      ? null
      : keepCheckpoints(admin, { hubPort: ports.hub, data, firestoreKeepsItself: !options.official });
  return running(options, project, ports, admin, emulators, checkpoints);
}

function running(
  options: StackOptions,
  project: string,
  ports: Ports,
  admin: Admin,
  emulators: Emulators,
  checkpoints: Checkpoints | null,
): Stack {
  const stopTicking = tick(ports.functions, project, 'sweepJobs', SWEEP_EVERY_MS);
  const letGo = async () => {
    stopTicking();
    checkpoints?.close();
    await admin.close();
  };
  return {
    project,
    ports,
    url: `http://127.0.0.1:${ports.hosting}`,
    admin,
    ended: emulators.ended,
    stop: async () => {
      stopTicking();
      await checkpoints?.save();
      await letGo();
      await emulators.stop();
      if (!options.durable)
        await rm(path.join(root, '.local', options.name), { recursive: true, force: true });
    },
    kill: async () => {
      await emulators.kill();
      await letGo();
    },
  };
}
