import {
  fitmentJobSchema,
  fitmentSelectionSchema,
  newFitmentJobSchema,
} from '@docket/model/fitment/fitment-job';
import { newPartSchema } from '@docket/model/fitment/part';
import { newPartsImportSchema } from '@docket/model/fitment/parts-import';
import { newVehicleImportSchema } from '@docket/model/fitment/vehicle-import';
import { newJobSchema } from '@docket/model/job';
import { describe, expect, it } from 'vitest';
import { createMemoryBackend } from '../../fixtures/memory-backend.ts';
import type { Write } from '@docket/model/commands/write';
import {
  addPart,
  changePart,
  createSelectionJob,
  createUploadJob,
  deleteParts,
  forgetVehicleTable,
  startPartsImport,
  startVehicleImport,
} from '@docket/model/commands/fitment-commands';

const actor = { workspaceId: 'w', uid: 'u', serverTime: new Date(0) };
const PADS = { description: 'Front brake pads', texts: ['Not for SS'], given: [] };
const FILE = { file_name: 'parts.csv', storage_path: 'p', size: 9, mapping: [] };

/** What a commit of `writes` leaves in an empty database, by path. */
async function stored(writes: readonly Write[]): Promise<Map<string, unknown>> {
  const backend = createMemoryBackend();
  await backend.database.commit(writes);
  const found = await Promise.all(
    backend
      .paths()
      .map(
        async (path): Promise<[string, unknown]> => [
          path,
          (await backend.database.fetchDocument(path))?.data,
        ],
      ),
  );
  return new Map(found);
}

describe('a part', () => {
  it('is added with its number and what is said of it', async () => {
    const documents = await stored(addPart(actor, 'part-1', 'BP-1042', PADS));
    expect([...documents.keys()]).toEqual(['workspaces/w/parts/part-1']);
    expect(newPartSchema.parse(documents.get('workspaces/w/parts/part-1'))).toMatchObject({
      ...PADS,
      part_number: 'BP-1042',
      created_by: 'u',
    });
  });

  it('is changed in the fields that differ, and not written when none does', () => {
    expect(changePart(actor, 'part-1', PADS, { ...PADS, texts: [], given: [] })).toEqual([
      {
        kind: 'update',
        path: 'workspaces/w/parts/part-1',
        fields: { texts: [], updated_at: actor.serverTime },
      },
    ]);
    expect(changePart(actor, 'part-1', PADS, { ...PADS, texts: [...PADS.texts] })).toEqual([]);
  });

  it('is deleted with others in as many commits as they take', () => {
    const ids = Array.from({ length: 401 }, (_, index) => `part-${index}`);
    expect(deleteParts('w', ids).map((writes) => writes.length)).toEqual([400, 1]);
    expect(deleteParts('w', [])).toEqual([]);
  });
});

describe('a fitment job', () => {
  const JOB = 'workspaces/w/fitment_jobs/j';
  const RUN = 'workspaces/w/jobs/j-fitment_generation-1';

  it('about a selection comes with the selection and its run', async () => {
    const documents = await stored(createSelectionJob(actor, 'j', ' Pads ', ['part-1', 'part-2']));
    expect(newFitmentJobSchema.parse(documents.get(JOB))).toMatchObject({
      type: 'selection',
      name: 'Pads',
      part_count: 2,
    });
    expect(fitmentSelectionSchema.parse(documents.get(`${JOB}/selection/parts`)).part_ids).toEqual([
      'part-1',
      'part-2',
    ]);
    expect(newJobSchema.parse(documents.get(RUN)).subject).toEqual({ type: 'fitment_job', id: 'j' });
    expect(documents.size).toBe(3);
  });

  it('about a file comes with its run, and does not know how many parts it has', async () => {
    const documents = await stored(createUploadJob(actor, 'j', 'Catalogue', FILE));
    expect(newFitmentJobSchema.parse(documents.get(JOB))).toMatchObject({ type: 'upload', part_count: null });
    expect(fitmentJobSchema.parse(documents.get(JOB)).results).toBeNull();
    expect([...documents.keys()]).toEqual([JOB, RUN]);
  });
});

describe('an import', () => {
  it('of parts comes with its run', async () => {
    const documents = await stored(startPartsImport(actor, 'i', FILE));
    expect(newPartsImportSchema.parse(documents.get('workspaces/w/parts_imports/i')).mapping).toEqual([]);
    expect(newJobSchema.parse(documents.get('workspaces/w/jobs/i-parts_import-1')).pipeline).toBe(
      'parts_import',
    );
  });

  it('of vehicles comes with its run', async () => {
    const { mapping: _, ...file } = FILE;
    const writes = startVehicleImport(actor, 'i', {
      ...file,
      mode: 'extend',
      columns: ['make', 'model', 'years'],
    });
    const documents = await stored(writes);
    expect(newVehicleImportSchema.parse(documents.get('workspaces/w/vehicle_imports/i')).mode).toBe('extend');
    expect(newJobSchema.parse(documents.get('workspaces/w/jobs/i-vehicle_import-1')).subject.id).toBe('i');
  });

  it('is forgotten with the table of vehicles that it has made', () => {
    expect(forgetVehicleTable('w')).toEqual([
      { kind: 'delete', path: 'workspaces/w/vehicle_tables/current' },
    ]);
  });
});
