/** An engine on the embedded Firestore with a task queue in memory and phases that the test writes. */
import { randomUUID } from 'node:crypto';
import { type Job, jobSchema, type RequestAction } from '@docket/model/job';
import { jobId, paths } from '@docket/model/paths';
import { type PhaseKey, type Pipeline, PIPELINE_DEFINITIONS, type Weight } from '@docket/model/pipelines';
import { type PhaseTask, taskId } from '@docket/model/task';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';
import { Breakers } from '../src/engine/breaker/breakers.ts';
import { Engine } from '../src/engine/engine.ts';
import { JobStore } from '../src/engine/job-store.ts';
import type { PhaseHandler, PipelineModules, RunInfo } from '../src/engine/pipeline-module.ts';
import type { Announcer, TaskQueue } from '../src/engine/ports.ts';
import { type EngineSettings, readSettings } from '../src/engine/settings.ts';
import { startDatabase } from './start-database.ts';
import {
  unusedFitmentModules,
  unusedImageModules,
  unusedInventoryModules,
  unusedListingModules,
} from './unused-modules.ts';

export type DocumentPhase = PhaseKey<'document_processing'>;

/** A queue that hands over at once, `deliveries` times, and refuses ids that it has seen. */
export class MemoryQueue implements TaskQueue {
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
  /** Who is told of ends; by default whoever reads `announced`. */
  announcer: Announcer;
  /** Job, status and number of each end that was told, in order. */
  announced: string[];
  /** Creates the job document of run `run` as a client does; `change` makes it another one than usual. */
  start(run: number, change?: { pipeline?: Pipeline; from_phase?: number }): Promise<string>;
  /** Tells the engine of the job as the trigger does. */
  claim(id: string): Promise<void>;
  /** Starts run `run` and waits until nothing is queued or running. */
  run(run?: number): Promise<string>;
  /** Asks something of a job as a client does, and has the engine deal with it. */
  ask(id: string, action: RequestAction): Promise<void>;
  job(id: string): Promise<Job>;
  subject(): Promise<FirebaseFirestore.DocumentData | undefined>;
  close(): Promise<void>;
}

export const WORKSPACE = 'w';
export const COLLECTION = 'c';

/** A bench with an empty collection. `settings` shortens times; `modulesFor` gives pipelines other phases than usual. */
export async function openBench(
  settings: Partial<EngineSettings>,
  modulesFor: (db: Firestore) => Partial<PipelineModules> = () => ({}),
): Promise<Bench> {
  const server = await startDatabase();
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
      breakers: new Breakers(db, effective, () => new Date()),
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
        item_generation: {
          phases: {
            fetch_order: trivial,
            parse_order: trivial,
            identify_columns: trivial,
            extract_lines: trivial,
            enrich_lines: trivial,
            build_items: trivial,
            save_items: trivial,
          },
          clean: async () => {},
        },
        deck_generation: {
          phases: {
            collect_items: trivial,
            prepare_pictures: trivial,
            write_presentation: trivial,
            write_pdf: trivial,
          },
          clean: async () => {},
        },
        ...unusedImageModules,
        ...unusedInventoryModules,
        ...unusedListingModules,
        ...unusedFitmentModules,
        ...modulesFor(db),
      },
      announcer: { announce: async (run) => await bench.announcer.announce(run) },
      settings: effective,
      log: { info: () => {}, error: () => {} },
      faults: { reach: async () => {} },
      holder: randomUUID(),
    });
  const engine = createEngine();
  queue.deliver = async (task) => await engine.runPhase(task);
  const bench: Bench = {
    db,
    queue,
    phases,
    begun,
    cleaned,
    engine,
    anotherEngine: createEngine,
    announced: [],
    announcer: {
      announce: async (run) => {
        bench.announced.push(`${run.jobId} ${run.job.status} ${run.fence}`);
      },
    },
    start: async (run, change = {}) => {
      const job = { ...newJob(run), ...change };
      const id = jobId(COLLECTION, job.pipeline, run);
      await db.doc(paths.job(WORKSPACE, id)).create(job);
      return id;
    },
    claim: async (id) => await engine.jobCreated({ workspaceId: WORKSPACE, jobId: id }),
    run: async (run = 1) => {
      const id = await bench.start(run);
      await bench.claim(id);
      await queue.idle();
      return id;
    },
    ask: async (id, action) => {
      const wish = { job_id: id, action, by: 'u', at: new Date() };
      const ref = await db.collection(paths.jobRequests(WORKSPACE)).add(wish);
      await engine.requested(WORKSPACE, ref.id);
    },
    job: async (id) => jobSchema.parse((await db.doc(paths.job(WORKSPACE, id)).get()).data()),
    subject: async () => (await db.doc(paths.collection(WORKSPACE, COLLECTION)).get()).data(),
    close: async () => {
      await deleteApp(app);
      await server.close();
    },
  };
  return bench;
}

/** A phase that has nothing to do. */
const trivial = async (): Promise<PhaseHandler> => async () => ({});

/** A start as a client writes it. */
export function newJob(run: number) {
  const pipeline: Pipeline = 'document_processing';
  return {
    pipeline,
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
