/** Step 3: makes the table of an import the one that the workspace has. */
import type { VehicleTable } from '@docket/model/fitment/vehicle';
import type { VehicleImport, VehicleOutcome } from '@docket/model/fitment/vehicle-import';
import { type StoredVehicleTable, storedVehicleTableSchema } from '@docket/model/fitment/vehicle-table';
import { paths, storagePaths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import { writeJson } from '../../collections/bucket-objects.ts';
import type { Bucket } from '../../collections/remove.ts';
import type { PhaseContext } from '../../engine/pipeline-module.ts';
import { mergeTables } from '../vehicles/merge-tables.ts';
import { loadTable } from '../vehicles/workspace-vehicles.ts';
import type { CheckedVehicles } from './vehicle-import-run.ts';

/** How often a table is put together anew because another import has replaced the one that it extends meanwhile. */
const TRIES = 5;

interface Desk {
  db: Firestore;
  bucket: Bucket;
  context: PhaseContext;
  clock: () => Date;
}

/**
 * Stores the table and has the workspace use it from the next job on; runs under way keep theirs. A second try after a lost
 * worker finds the table in use, and leaves it: a run may go by it already.
 */
export async function saveTable(
  desk: Desk,
  record: VehicleImport,
  { table, failed }: CheckedVehicles,
): Promise<VehicleOutcome> {
  const { db, bucket, context } = desk;
  const { workspaceId, job } = context;
  const ref = db.doc(paths.vehicleTable(workspaceId));
  const path = storagePaths.vehicleTable(workspaceId, job.subject.id);
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    context.signal.throwIfAborted();
    const present = storedTableOf((await ref.get()).data());
    if (present?.storage_path === path) return { makes: present.makes, models: present.models, failed };
    const base = present?.storage_path ?? null;
    const whole = record.mode === 'extend' ? mergeTables(await loadTable(bucket, base), table) : table;
    // Another worker may have stored it meanwhile, and a run go by it.
    context.signal.throwIfAborted();
    await writeJson(bucket, path, whole);
    const isCurrent = await context.transact(async (transaction) => {
      const now = storedTableOf((await transaction.get(ref)).data());
      if (record.mode === 'extend' && (now?.storage_path ?? null) !== base) return false;
      transaction.set(ref, describe(desk, record, whole, path));
      return true;
    });
    if (isCurrent) return { makes: whole.makes.length, models: whole.models.length, failed };
  }
  throw new Error('The vehicle table was replaced again and again while this one was made');
}

function storedTableOf(data: unknown): StoredVehicleTable | null {
  return storedVehicleTableSchema.safeParse(data).data ?? null;
}

function describe(
  { context: { job }, clock }: Desk,
  record: VehicleImport,
  { makes, models, last_year: lastYear }: VehicleTable,
  path: string,
): StoredVehicleTable {
  const firsts = models.flatMap(({ years }) => years.map(({ from }) => from));
  return {
    storage_path: path,
    import_id: job.subject.id,
    file_name: record.file_name,
    makes: makes.length,
    models: models.length,
    first_year: firsts.reduce((least, year) => Math.min(least, year), lastYear),
    last_year: lastYear,
    updated_by: job.created_by,
    updated_at: clock(),
  };
}
