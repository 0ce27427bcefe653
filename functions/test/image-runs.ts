/** Runs on batches of images, on the bench of the engine. */
import { BREAKER_FAILURES, breakerSchema, type Breaker, type Service } from '@docket/model/breaker';
import type { CleanupScope } from '@docket/model/job';
import { jobId, paths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import { z } from 'zod';
import { breakerId } from '../src/engine/breaker/breaker-id.ts';
import type { PhaseHandler, PipelineModules } from '../src/engine/pipeline-module.ts';
import { newJob, WORKSPACE } from './engine-bench.ts';

export const HOST: Service = { kind: 'image_host', name: 'cdn.example' };

/** What runs on batches do. */
export interface ImageWork {
  derive: PhaseHandler;
  clean: (jobId: string, scope: CleanupScope) => Promise<void>;
}

/** The modules of an engine whose batches are dealt with as `work` says at the time. */
export function imageModules(work: ImageWork): Pick<PipelineModules, 'image_processing'> {
  return {
    image_processing: {
      phases: { derive_images: async () => async (context) => await work.derive(context) },
      clean: async ({ jobId: id }, scope) => await work.clean(id, scope),
    },
  };
}

/** Creates a batch of `count` images with its job, as a client does; returns the job's id. */
export async function createBatch(db: Firestore, batch: string, count = 1): Promise<string> {
  const id = jobId(batch, 'image_processing', 1);
  const images = Array.from({ length: count }, (_, index) => `${batch}-${index}`);
  const writes = db.batch();
  writes.create(db.doc(paths.imageBatch(WORKSPACE, batch)), {
    source: 'upload',
    image_count: count,
    created_by: 'u',
    created_at: new Date(),
  });
  writes.create(db.doc(paths.job(WORKSPACE, id)), {
    ...newJob(1),
    pipeline: 'image_processing',
    subject: { type: 'image_batch', id: batch },
    input: { document_ids: [], image_ids: images },
  });
  await writes.commit();
  return id;
}

/** The breaker of `HOST`, or undefined when nothing is held against it. */
export async function breakerOf(db: Firestore): Promise<Breaker | undefined> {
  const snapshot = await db.doc(paths.breaker(WORKSPACE, breakerId(HOST))).get();
  return breakerSchema.optional().parse(snapshot.data());
}

/** Opens the breaker of `HOST` as if it had failed, to let somebody try again after `milliseconds`. */
export async function openBreaker(db: Firestore, milliseconds: number): Promise<void> {
  const now = new Date();
  const breaker: Breaker = {
    service: HOST,
    state: 'open',
    failures: Array.from({ length: BREAKER_FAILURES }, () => now),
    last_error: 'connection refused',
    opened_at: now,
    retry_at: new Date(now.getTime() + milliseconds),
    openings: 1,
    probe_until: null,
    updated_at: now,
  };
  await db.doc(paths.breaker(WORKSPACE, breakerId(HOST))).set(breaker);
}

const usageSchema = z.object({
  reads: z.record(z.string(), z.number()),
  writes: z.record(z.string(), z.number()),
});

/** Documents read and written while `work` was done, by collection. Counts everything that the database was asked for. */
export async function usageOf(work: () => Promise<void>): Promise<z.infer<typeof usageSchema>> {
  const url = `http://${process.env['FIRESTORE_EMULATOR_HOST']}/emulator/v1/projects/demo-engine/databases/(default)/usage`;
  await fetch(url, { method: 'DELETE' });
  await work();
  return usageSchema.parse(await (await fetch(url)).json());
}
