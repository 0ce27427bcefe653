/** What runs of fitment jobs and their imports leave behind when they end. */
import { randomUUID } from 'node:crypto';
import { jobSchema } from '@docket/model/job';
import { jobId, paths, storagePaths } from '@docket/model/paths';
import { pipelineDefinition, type PipelineOn } from '@docket/model/pipelines';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunInfo } from '../src/engine/pipeline-module.ts';
import { fitmentGeneration } from '../src/fitments/generation/pipeline.ts';
import { partsImport } from '../src/fitments/parts-import/pipeline.ts';
import { vehicleImport } from '../src/fitments/vehicle-import/pipeline.ts';
import { openBucket } from './memory-bucket.ts';
import { startDatabase } from './start-database.ts';

vi.setConfig({ testTimeout: 60_000 });

/** The first run on the record `id` of workspace `w`. */
function runOn(pipeline: PipelineOn<'fitment_job' | 'parts_import' | 'vehicle_import'>, id: string): RunInfo {
  const job = jobSchema.parse({
    pipeline,
    subject: { type: pipelineDefinition(pipeline).subject, id },
    input: { document_ids: [] },
    run: 1,
    created_by: 'u',
    created_at: new Date(0),
    open: true,
    status: 'cancelling',
  });
  return { workspaceId: 'w', jobId: jobId(id, pipeline, 1), job, token: 't' };
}

async function openStand() {
  const server = await startDatabase();
  process.env['METADATA_SERVER_DETECTION'] = 'none';
  process.env['FIRESTORE_EMULATOR_HOST'] = `127.0.0.1:${server.port}`;
  const app = initializeApp({ projectId: 'demo-clean' }, randomUUID());
  const store = await openBucket();
  return {
    ...store,
    db: getFirestore(app),
    close: async () => {
      await deleteApp(app);
      await store.close();
      await server.close();
    },
  };
}

let stand: Awaited<ReturnType<typeof openStand>>;
beforeEach(async () => {
  stand = await openStand();
});
afterEach(async () => await stand.close());

describe('the run of a fitment job', () => {
  const FILE = storagePaths.fitmentJobFile('w', 'j', 'parts.csv');
  const OF_ANOTHER = storagePaths.fitmentJobWork('w', 'k', jobId('k', 'fitment_generation', 1), 'parts');
  const run = runOn('fitment_generation', 'j');
  const left = async () =>
    await Promise.all(
      [paths.fitmentGroups('w', 'j'), paths.fitmentTables('w', 'j'), paths.fitmentGroups('w', 'k')].map(
        async (path) => (await stand.db.collection(path).get()).size,
      ),
    );

  beforeEach(async () => {
    stand.objects.set(FILE, 'x');
    stand.objects.set(storagePaths.fitmentJobWork('w', 'j', run.jobId, 'parts'), '[]');
    stand.objects.set(OF_ANOTHER, '[]');
    await stand.db.doc(paths.fitmentJob('w', 'j')).set({ type: 'selection' });
    await stand.db.doc(paths.fitmentGroup('w', 'j', 'g0')).set({ index: 0 });
    await stand.db.doc(paths.fitmentGroup('w', 'j', 'g1')).set({ index: 1 });
    await stand.db.doc(paths.fitmentTable('w', 'j', '0')).set({ position: 0 });
    await stand.db.doc(paths.fitmentGroup('w', 'k', 'g0')).set({ index: 0 });
  });

  it('that was cancelled leaves nothing of what it has found', async () => {
    const pipeline = fitmentGeneration(stand.db, stand.bucket);
    await pipeline.clean(run, 'partial');
    await pipeline.clean(run, 'partial');
    expect(await left()).toEqual([0, 0, 1]);
    expect([...stand.objects.keys()]).toEqual([FILE, OF_ANOTHER]);
  });

  it('on a job that was deleted meanwhile leaves nothing at all', async () => {
    await stand.db.doc(paths.fitmentJob('w', 'j')).delete();
    await fitmentGeneration(stand.db, stand.bucket).clean(run, 'superseded');
    expect(await left()).toEqual([0, 0, 1]);
    expect([...stand.objects.keys()]).toEqual([OF_ANOTHER]);
  });

  it('that has completed leaves what it has found, and its file', async () => {
    await fitmentGeneration(stand.db, stand.bucket).clean(run, 'superseded');
    expect(await left()).toEqual([2, 1, 1]);
    expect([...stand.objects.keys()]).toEqual([FILE, OF_ANOTHER]);
  });
});

describe('the run of an import', () => {
  it('of parts leaves the file', async () => {
    const run = runOn('parts_import', 'i');
    const file = storagePaths.partsImportFile('w', 'i', 'parts.csv');
    stand.objects.set(file, 'x').set(storagePaths.partsImportWork('w', 'i', run.jobId, 'parts'), '[]');
    await partsImport(stand.db, stand.bucket).clean(run, 'partial');
    expect([...stand.objects.keys()]).toEqual([file]);
  });

  it('of vehicles leaves the file, and the table that it has made', async () => {
    const run = runOn('vehicle_import', 'i');
    const kept = [
      storagePaths.vehicleImportFile('w', 'i', 'vehicles.csv'),
      storagePaths.vehicleTable('w', 'i'),
    ];
    for (const path of kept) stand.objects.set(path, '[]');
    stand.objects.set(storagePaths.vehicleImportWork('w', 'i', run.jobId, 'rows'), '[]');
    await vehicleImport(stand.db, stand.bucket).clean(run, 'superseded');
    expect([...stand.objects.keys()]).toEqual(kept);
  });
});
