/** A workspace with owners, images and failures on the bench of the engine, and whoever administers its queue. */
import { imageSchema, type Image } from '@docket/model/image';
import { type ImageBatch, imageBatchSchema } from '@docket/model/image-batch';
import { recipeFor } from '@docket/model/image-derivatives';
import { type Job, jobSchema } from '@docket/model/job';
import { jobId, paths } from '@docket/model/paths';
import type { PipelineOn } from '@docket/model/pipelines';
import type { AdminAction, AdminRequest } from '@docket/model/queue';
import { ROLES } from '@docket/model/roles';
import type { Firestore } from 'firebase-admin/firestore';
import { Administration } from '../src/admin/administration.ts';
import type { PhaseHandler } from '../src/engine/pipeline-module.ts';
import { DeploymentBackfill } from '../src/images/backfill/deployment-backfill.ts';
import { imageBackfill } from '../src/images/pipeline.ts';
import { type Bench, openBench, WORKSPACE } from './engine-bench.ts';

export interface AdminBench extends Bench {
  /** Whoever deals with requests, an instance of its own; `now` is what its clock shows, if it is wrong. */
  administration(now?: Date): Administration;
  /** Writes `count` images with `fields` besides what every image has. Returns their ids. */
  images(count: number, fields?: object, workspace?: string): Promise<string[]>;
  /** Writes a request, by the owner unless `change` says otherwise. Returns its id. */
  wish(
    action: AdminAction,
    change?: Partial<Extract<AdminRequest, { action: 'retry_all_failed' }>>,
  ): Promise<string>;
  /** Writes a request and has it dealt with. */
  request(...wish: Parameters<AdminBench['wish']>): Promise<string>;
  /** Takes on every run that was started, and resolves when nothing is left to do. */
  settle(): Promise<void>;
  batches(): Promise<ImageBatch[]>;
  jobs(): Promise<{ id: string; job: Job }[]>;
  image(id: string): Promise<Image>;
}

/** What older versions of the product know of an image. */
const LEGACY = {
  content_type: 'image/jpeg',
  size: 1_000,
  storage_path: 'somewhere',
  uploaded_by: 'u',
  uploaded_at: new Date('2024-05-01'),
};

export const UP_TO_DATE = { processing_status: 'completed', recipe: recipeFor(null), flatten: null };

/** An image that has failed before anything was asked. */
export function failedWith(code: string) {
  return {
    processing_status: 'failed',
    thumbnail_status: 'completed',
    variant_status: 'failed',
    processing_error: { code, message: '', details: '' },
    processing_completed_at: new Date('2024-05-02'),
  };
}

/** Opens a bench in which batches of images succeed at once. */
export async function openAdminBench(): Promise<AdminBench> {
  const bench = await openBench({}, (db) => {
    const load = async () => completing(db);
    return {
      image_processing: { phases: { derive_images: load }, clean: async () => {} },
      image_import: {
        phases: { fetch_images: async () => async () => ({}), derive_imported: load },
        clean: async () => {},
      },
      image_backfill: imageBackfill(db),
    };
  });
  const { db, engine, queue } = bench;
  const clock = () => new Date();
  await db.doc(paths.workspace(WORKSPACE)).set({ name: 'W', created_by: 'owner', created_at: clock() });
  for (const role of ROLES) {
    await db.doc(paths.member(WORKSPACE, role)).set({
      uid: role,
      workspace_id: WORKSPACE,
      role,
      email: '',
      display_name: '',
      joined_at: clock(),
    });
  }
  const administration = (now?: Date) =>
    new Administration({
      db,
      retryJob: async (key) => await engine.retryJob(key),
      deployment: new DeploymentBackfill(db, clock),
      clock: () => now ?? clock(),
      log: { info: () => {}, error: () => {} },
    });
  let written = 0;
  const wish: AdminBench['wish'] = async (action, change = {}) => {
    const request = { action, by: 'owner', at: clock(), ...change };
    const ref = await db
      .collection(paths.adminRequests(WORKSPACE))
      .add(action === 'retry_all_failed' ? { cause: null, ...request } : request);
    return ref.id;
  };
  const admin: AdminBench = {
    ...bench,
    administration,
    images: async (count, fields = {}, workspace = WORKSPACE) => {
      const ids = Array.from({ length: count }, () => `f-${String(++written).padStart(6, '0')}`);
      const writer = db.bulkWriter();
      for (const id of ids)
        void writer.set(db.doc(paths.image(workspace, id)), { file_name: `${id}.jpg`, ...LEGACY, ...fields });
      await writer.close();
      return ids;
    },
    wish,
    request: async (...asked) => {
      const id = await wish(...asked);
      await administration().requested(WORKSPACE, id);
      return id;
    },
    settle: async () => {
      for (let before = -1; before !== queue.seen.size; ) {
        before = queue.seen.size;
        await engine.sweep();
        await queue.idle();
      }
    },
    batches: async () => {
      const { docs } = await db.collection(paths.imageBatches(WORKSPACE)).get();
      return docs.map((batch) => imageBatchSchema.parse(batch.data()));
    },
    jobs: async () => {
      const { docs } = await db.collection(paths.jobs(WORKSPACE)).get();
      return docs.map((job) => ({ id: job.id, job: jobSchema.parse(job.data()) }));
    },
    image: async (id) => imageSchema.parse((await db.doc(paths.image(WORKSPACE, id)).get()).data()),
  };
  return admin;
}

/** A phase that finds nothing wrong with its images. */
function completing(db: Firestore): PhaseHandler {
  return async ({ workspaceId, job }) => {
    const writes = db.batch();
    for (const id of job.input.image_ids ?? [])
      writes.update(db.doc(paths.image(workspaceId, id)), UP_TO_DATE);
    await writes.commit();
    return { outcome: { completed: job.input.image_ids?.length ?? 0, failed: 0 } };
  };
}

/** How often each image is the material of a run. */
export function timesOf(jobs: readonly { job: Job }[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const id of jobs.flatMap(({ job }) => job.input.image_ids ?? []))
    times.set(id, (times.get(id) ?? 0) + 1);
  return times;
}

/** `timesOf` when each of `ids` is the material of one run, and nothing else is. */
export function onceEach(ids: readonly string[]): Map<string, number> {
  return new Map(ids.map((id) => [id, 1]));
}

/** Writes a batch of `imageIds` whose run has failed with `code`, as it would have been. Returns the id of its job. */
export async function failedBatch(
  db: Firestore,
  batchId: string,
  imageIds: readonly string[],
  code: string,
  { pipeline = 'image_processing', phase = 1 }: { pipeline?: PipelineOn<'image_batch'>; phase?: number } = {},
): Promise<string> {
  const id = jobId(batchId, pipeline, 1);
  const at = new Date('2024-05-02');
  const error = { code, message: '', phase: '', details: '' };
  await db.doc(paths.imageBatch(WORKSPACE, batchId)).set({
    source: 'upload',
    image_count: imageIds.length,
    created_by: 'u',
    created_at: at,
    processing_status: {
      [pipeline]: {
        status: 'failed',
        task_id: id,
        run: 1,
        started_at: at,
        completed_at: at,
        last_updated: at,
        current_phase: '',
        progress: { phase, total_phases: phase, percentage: 0, within: null },
        activity: { kind: 'working' },
        error,
      },
    },
  });
  await db.doc(paths.job(WORKSPACE, id)).set({
    pipeline,
    phase,
    subject: { type: 'image_batch', id: batchId },
    input: { document_ids: [], image_ids: imageIds },
    run: 1,
    created_by: 'u',
    created_at: at,
    status: 'failed',
    open: false,
    execution: { state: 'ended', fence: 2, zombie_until: null },
    attempt: 3,
    error,
    needs_attention: true,
    completed_at: at,
  });
  return id;
}
