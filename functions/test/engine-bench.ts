/** An engine on the embedded Firestore with a task queue in memory and phases that the test writes. */
import { randomUUID } from 'node:crypto';
import { startServer } from '@docket/emulator/server';
import { type Job, jobSchema } from '@docket/model/job';
import { jobId, paths } from '@docket/model/paths';
import { type PhaseKey, PIPELINE_DEFINITIONS, type Weight } from '@docket/model/pipelines';
import { type PhaseTask, taskId } from '@docket/model/task';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';
import { Engine } from '../src/engine/engine.ts';
import { JobStore } from '../src/engine/job-store.ts';
import type { PhaseHandler, RunInfo } from '../src/engine/pipeline-module.ts';
import type { TaskQueue } from '../src/engine/ports.ts';
import { type EngineSettings, readSettings } from '../src/engine/settings.ts';

export type DocumentPhase = PhaseKey<'document_processing'>;

/** A queue that hands over at once, `deliveries` times, and refuses ids that it has seen. */
class MemoryQueue implements TaskQueue {
  readonly seen = new Set<string>();
  readonly running = new Set<Promise<void>>();
  deliveries = 1;
  /** Set to false to lose everything that is enqueued. */
  open = true;
  deliver: (task: PhaseTask) => Promise<void> = async () => {};

  async enqueue(_weight: Weight, task: PhaseTask, notBefore: Date | null): Promise<void> {
    if (!this.open || this.seen.has(taskId(task))) return;
    this.seen.add(taskId(task));
    const wait = notBefore === null ? 0 : Math.max(0, notBefore.getTime() - Date.now() + 5);
    for (let delivery = 0; delivery < this.deliveries; delivery++) {
      const run = new Promise((resolve) => setTimeout(resolve, wait)).then(
        async () => await this.deliver(task),
      );
      this.running.add(run);
      void run.finally(() => this.running.delete(run));
    }
  }

  /** Resolves when nothing is queued or running. */
  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }
}

export interface Bench {
  db: Firestore;
  queue: MemoryQueue;
  /** What each phase does; those that are not named succeed at once. */
  phases: Partial<Record<DocumentPhase, PhaseHandler>>;
  /** The phases that were begun, in order. */
  begun: DocumentPhase[];
  cleaned: { run: RunInfo; scope: string }[];
  engine: Engine;
  /** A second engine: another worker on the same database. */
  anotherEngine(): Engine;
  /** Creates the job document of run `run` as a client does. */
  start(run: number): Promise<string>;
  job(id: string): Promise<Job>;
  subject(): Promise<FirebaseFirestore.DocumentData | undefined>;
  close(): Promise<void>;
}

export const WORKSPACE = 'w';
export const COLLECTION = 'c';

/** A bench with an empty collection. `settings` shortens times. */
export async function openBench(settings: Partial<EngineSettings>): Promise<Bench> {
  const server = await startServer({ port: 0 });
  process.env['METADATA_SERVER_DETECTION'] = 'none';
  process.env['FIRESTORE_EMULATOR_HOST'] = `127.0.0.1:${server.port}`;
  const app = initializeApp({ projectId: 'demo-engine' }, randomUUID());
  const db = getFirestore(app);
  await db.doc(paths.collection(WORKSPACE, COLLECTION)).set({ name: 'C', categories: ['before'] });
  const queue = new MemoryQueue();
  const phases: Bench['phases'] = {};
  const begun: DocumentPhase[] = [];
  const cleaned: Bench['cleaned'] = [];
  const handlerOf = (key: DocumentPhase) => async (): Promise<PhaseHandler> => {
    begun.push(key);
    return phases[key] ?? (async () => ({}));
  };
  const effective = { ...readSettings({}), retryBaseMs: 10, progressMs: 20, ...settings };
  const createEngine = () =>
    new Engine({
      db,
      store: new JobStore(db, effective, () => new Date(), randomUUID),
      queue,
      modules: {
        document_processing: {
          phases: {
            extract_images: handlerOf('extract_images'),
            extract_text: handlerOf('extract_text'),
            filter_images: handlerOf('filter_images'),
            generate_categories: handlerOf('generate_categories'),
            extract_products: handlerOf('extract_products'),
            match_images: handlerOf('match_images'),
          },
          clean: async (run, scope) => {
            cleaned.push({ run, scope });
          },
        },
      },
      settings: effective,
      log: { info: () => {}, error: () => {} },
      faults: { reach: async () => {} },
      holder: randomUUID(),
    });
  const engine = createEngine();
  queue.deliver = async (task) => await engine.runPhase(task);
  return {
    db,
    queue,
    phases,
    begun,
    cleaned,
    engine,
    anotherEngine: createEngine,
    start: async (run) => {
      const id = jobId(COLLECTION, 'document_processing', run);
      await db.doc(paths.job(WORKSPACE, id)).create(newJob(run));
      return id;
    },
    job: async (id) => jobSchema.parse((await db.doc(paths.job(WORKSPACE, id)).get()).data()),
    subject: async () => (await db.doc(paths.collection(WORKSPACE, COLLECTION)).get()).data(),
    close: async () => {
      await deleteApp(app);
      await server.close();
    },
  };
}

/** A start as a client writes it. */
export function newJob(run: number) {
  return {
    pipeline: 'document_processing',
    subject: { type: 'collection', id: COLLECTION },
    input: { document_ids: ['d'] },
    run,
    created_by: 'u',
    created_at: new Date(),
    status: 'queued',
    open: true,
  };
}

export const ALL_PHASES: DocumentPhase[] = PIPELINE_DEFINITIONS.document_processing.phases.map(
  ({ key }) => key,
);
