/** Fitment jobs and their imports on a real (embedded) Firestore and a bucket in memory, with workers that die where a test wants. */
import { createHash } from 'node:crypto';
import { fitmentGroupSchema, type FitmentGroup } from '@docket/model/fitment/fitment-group';
import { fitmentJobSchema, type FitmentJob } from '@docket/model/fitment/fitment-job';
import { type DescribedPart, partIdOf } from '@docket/model/fitment/part';
import type { PartsMapping } from '@docket/model/fitment/part-tables';
import { jobId, paths, storagePaths, subjectPath } from '@docket/model/paths';
import { pipelineDefinition, type PipelineOn } from '@docket/model/pipelines';
import type { Firestore } from 'firebase-admin/firestore';
import { expect, vi } from 'vitest';
import type { PhaseContext, PhaseHandler } from '../src/engine/pipeline-module.ts';
import { fitmentGeneration } from '../src/fitments/generation/pipeline.ts';
import { partsImport } from '../src/fitments/parts-import/pipeline.ts';
import { vehicleImport } from '../src/fitments/vehicle-import/pipeline.ts';
import { type Bench, openBench, WORKSPACE } from './engine-bench.ts';
import { type MemoryBucket, openBucket } from './memory-bucket.ts';

type FitmentSubject = 'fitment_job' | 'parts_import' | 'vehicle_import';

/** Where a worker comes by: it has said how far a phase is, with the name of that phase. */
interface Step {
  phase: string;
  done: number;
}

export interface FitmentsBench {
  db: Firestore;
  bench: Bench;
  storage: MemoryBucket;
  /** Whether a worker that has just reported does no more until it is told to stop, as one that has died. */
  diesAt: (step: Step) => boolean;
  /** What happens after a worker has saved something; it goes on when that is done. */
  onSaved: (phase: string) => Promise<void>;
  /** What the clock of the phases shows besides the real time, in milliseconds. */
  elapsed: () => number;
  /** Adds parts to a workspace, as a client does. Returns their ids. */
  addParts(parts: readonly NewPart[], workspace?: string): Promise<string[]>;
  /** Starts a job about parts of the workspace. Returns the id of its run. */
  select(id: string, partIds: readonly string[]): Promise<string>;
  /** Starts a job about the parts of a file. Returns the id of its run. */
  upload(id: string, file: string | Buffer, name?: string, mapping?: PartsMapping): Promise<string>;
  /** Starts the first run on a record that is there. Returns its id. */
  begin(pipeline: PipelineOn<FitmentSubject>, id: string, record: object): Promise<string>;
  /** Has another worker take over from one that is believed dead. */
  takeOver(run: string): Promise<void>;
  record(id: string): Promise<FitmentJob>;
  /** The groups of a job in their order. */
  groups(id: string): Promise<FitmentGroup[]>;
  /** The fitments of a job: part number, vehicle and years. */
  fitments(id: string): Promise<string[]>;
  /** What phases have handed to each other and nobody has removed. */
  work(): string[];
  close(): Promise<void>;
}

interface NewPart extends Partial<DescribedPart> {
  number: string;
}

const AT = new Date('2026-03-01T10:00:00Z');
/** Writes of one commit. */
const BATCH = 400;

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** A worker dies when it comes to a place for the first time; resolves then. */
export function deathAt(fitments: FitmentsBench, fits: (step: Step) => boolean): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  fitments.diesAt = (step) => {
    if (!fits(step)) return false;
    fitments.diesAt = () => false;
    resolve();
    return true;
  };
  return promise;
}

/** A bench without parts. */
export async function openFitmentsBench(): Promise<FitmentsBench> {
  const storage = await openBucket();
  const clock = () => new Date(Date.now() + fitments.elapsed());
  const watched = (phase: string, load: () => Promise<PhaseHandler>) => async (): Promise<PhaseHandler> => {
    const handler = await load();
    return async (context: PhaseContext) => await watchedWork(fitments, phase, handler, context);
  };
  const bench = await openBench({ releaseGraceMs: 500, retryBaseMs: 1 }, (db) => {
    const generation = fitmentGeneration(db, storage.bucket, clock);
    const parts = partsImport(db, storage.bucket, clock);
    const vehicles = vehicleImport(db, storage.bucket, clock);
    return {
      fitment_generation: {
        ...generation,
        phases: {
          read_parts: watched('read_parts', generation.phases.read_parts),
          understand: watched('understand', generation.phases.understand),
          match: watched('match', generation.phases.match),
          score: watched('score', generation.phases.score),
          save: watched('save', generation.phases.save),
        },
      },
      parts_import: {
        ...parts,
        phases: {
          read_parts: watched('read_parts', parts.phases.read_parts),
          save_parts: watched('save_parts', parts.phases.save_parts),
        },
      },
      vehicle_import: {
        ...vehicles,
        phases: {
          read_vehicles: watched('read_vehicles', vehicles.phases.read_vehicles),
          check_vehicles: watched('check_vehicles', vehicles.phases.check_vehicles),
          save_vehicles: watched('save_vehicles', vehicles.phases.save_vehicles),
        },
      },
    };
  });
  const { db } = bench;

  const fitments: FitmentsBench = {
    db,
    bench,
    storage,
    diesAt: () => false,
    onSaved: async () => {},
    elapsed: () => 0,
    addParts: async (parts, workspace = WORKSPACE) => {
      const ids: string[] = [];
      for (let start = 0; start < parts.length; start += BATCH) {
        const batch = db.batch();
        for (const { number, description = '', texts = [], given = [] } of parts.slice(
          start,
          start + BATCH,
        )) {
          const id = await partIdOf(number, sha256);
          ids.push(id);
          batch.set(db.doc(paths.part(workspace, id)), {
            part_number: number,
            description,
            texts,
            given,
            created_by: 'u',
            created_at: AT,
            updated_at: AT,
          });
        }
        await batch.commit();
      }
      return ids;
    },
    select: async (id, partIds) => {
      await db.doc(paths.fitmentSelection(WORKSPACE, id)).create({ part_ids: partIds });
      const about = { type: 'selection', name: 'Parts', part_count: partIds.length };
      return await fitments.begin('fitment_generation', id, about);
    },
    upload: async (id, file, name = 'parts.csv', mapping = []) => {
      const path = storagePaths.fitmentJobFile(WORKSPACE, id, name);
      storage.objects.set(path, file);
      return await fitments.begin('fitment_generation', id, {
        type: 'upload',
        name: 'Catalogue',
        part_count: null,
        file_name: name,
        storage_path: path,
        size: Math.max(1, file.length),
        mapping,
      });
    },
    begin: async (pipeline, id, record) => {
      const { subject } = pipelineDefinition(pipeline);
      const run = jobId(id, pipeline, 1);
      const signed = { created_by: 'u', created_at: new Date() };
      const writes = db.batch();
      writes.create(db.doc(subjectPath(WORKSPACE, { type: subject, id })), { ...record, ...signed });
      writes.create(db.doc(paths.job(WORKSPACE, run)), {
        pipeline,
        subject: { type: subject, id },
        input: { document_ids: [] },
        run: 1,
        ...signed,
        status: 'queued',
        open: true,
      });
      await writes.commit();
      await bench.claim(run);
      return run;
    },
    takeOver: async (run) => {
      const { execution: dead } = await bench.job(run);
      const survivor = bench.anotherEngine();
      bench.queue.running.clear();
      bench.queue.deliver = async (task) => await survivor.runPhase(task);
      await vi.waitFor(
        async () => {
          const { execution } = await bench.job(run);
          if (execution.state !== 'leased' || dead.state !== 'leased') return;
          if (execution.fence !== dead.fence) return;
          // The dead one's keeper may have renewed its lease meanwhile.
          await db.doc(paths.job(WORKSPACE, run)).update({ 'execution.expires_at': new Date(0) });
          await survivor.sweep();
          const after = (await bench.job(run)).execution;
          expect(after.state === 'leased' && after.fence === dead.fence).toBe(false);
        },
        { timeout: 10_000, interval: 20 },
      );
      await bench.queue.idle();
    },
    record: async (id) =>
      fitmentJobSchema.parse((await db.doc(paths.fitmentJob(WORKSPACE, id)).get()).data()),
    groups: async (id) => {
      const { docs } = await db.collection(paths.fitmentGroups(WORKSPACE, id)).orderBy('index').get();
      return docs.map((group) => fitmentGroupSchema.parse(group.data()));
    },
    fitments: async (id) =>
      (await fitments.groups(id)).flatMap(({ parts, fitments: found }) =>
        Object.values(found).map(
          ({ part, make, model, from, to }) => `${parts[part]?.part_number}: ${make} ${model} ${from}–${to}`,
        ),
      ),
    work: () => [...storage.objects.keys()].filter((name) => name.includes('/runs/')),
    close: async () => {
      await bench.close();
      await storage.close();
    },
  };
  return fitments;
}

/** The death of a worker, in its own thread. */
class Died extends Error {}

async function watchedWork(
  { diesAt, onSaved }: Pick<FitmentsBench, 'diesAt' | 'onSaved'>,
  phase: string,
  handler: PhaseHandler,
  context: PhaseContext,
): ReturnType<PhaseHandler> {
  const watching: PhaseContext = {
    ...context,
    report: (done, of, unit, part) => {
      context.report(done, of, unit, part);
      if (diesAt({ phase, done })) throw new Died();
    },
    save: async (writes) => {
      await context.save(writes);
      await onSaved(phase);
    },
    transact: async (work) => {
      const result = await context.transact(work);
      await onSaved(phase);
      return result;
    },
  };
  try {
    return await handler(watching);
  } catch (error) {
    if (!(error instanceof Died)) throw error;
    return await new Promise((_, reject) => {
      context.signal.addEventListener('abort', () => reject(context.signal.reason));
    });
  }
}
