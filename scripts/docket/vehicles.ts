/** The vehicle table of `docket fitments --vehicles`: in use for the time of the command. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { missingVehicleColumns, recogniseVehicleColumns } from '@docket/model/fitment/vehicle-columns';
import { type VehicleColumns, vehicleColumnsSchema } from '@docket/model/fitment/vehicle-import';
import { jobId, paths, storagePaths } from '@docket/model/paths';
import { decodeText } from '@docket/model/text-table/decode-text';
import { parseRows } from '@docket/model/text-table/parse-rows';
import { safeObjectName } from '@docket/model/upload/object-name';
import { deleteDoc, doc, getDoc, serverTimestamp, writeBatch } from 'firebase/firestore';
import { ref, uploadBytes } from 'firebase/storage';
import { type Client, queuedJob } from './client.ts';
import { CommandError } from './command-error.ts';
import { type EndedRun, followRun } from './run-pipeline.ts';

/** A file of vehicles and what its columns are. */
export interface VehiclesFile {
  name: string;
  bytes: Uint8Array;
  columns: VehicleColumns;
}

/** As many lines as are sure to hold the headers. */
const LOOKED_AT = 60;

/** Throws a CommandError when the file cannot be read, or has no column for what a vehicle needs. */
export async function readVehicles(file: string): Promise<VehiclesFile> {
  const bytes = await readFile(file).catch(() => {
    throw new CommandError(`${file} cannot be read. It must be a CSV file with vehicles.`);
  });
  const rows = parseRows(decodeText(bytes).text.replace(/^\uFEFF/u, ''), LOOKED_AT);
  const headers = rows.find(({ cells }) => cells.some((cell) => cell.trim() !== ''))?.cells ?? [];
  const columns = recogniseVehicleColumns(headers);
  const missing = missingVehicleColumns(columns);
  const complete = vehicleColumnsSchema.safeParse(columns);
  if (!complete.success || missing.length > 0)
    throw new CommandError(`${file} has no column for ${missing.join(' and ') || 'vehicles'}.`);
  return { name: path.basename(file), bytes, columns: complete.data };
}

/**
 * Makes the table that of the workspace; the returned function takes it back. Throws a CommandError when the workspace has
 * imported one already, which would be lost, or when the import does not complete.
 */
export async function importVehicles(
  client: Client,
  { name, bytes, columns }: VehiclesFile,
  ended: (run: EndedRun) => Promise<void>,
): Promise<() => Promise<void>> {
  const { db, storage, workspace, uid } = client;
  const table = doc(db, paths.vehicleTable(workspace));
  if ((await getDoc(table)).exists())
    throw new CommandError(
      'The workspace has a vehicle table of its own, which would be replaced. Go back to the starter table on its page “Vehicles” first, or leave out --vehicles.',
    );
  const id = `cli-${randomBytes(8).toString('hex')}`;
  const storagePath = storagePaths.vehicleImportFile(workspace, id, safeObjectName(name));
  await uploadBytes(ref(storage, storagePath), bytes, { contentType: 'text/csv' });
  await writeBatch(db)
    .set(doc(db, paths.vehicleImport(workspace, id)), {
      file_name: name,
      storage_path: storagePath,
      size: bytes.length,
      mode: 'replace',
      columns,
      created_by: uid,
      created_at: serverTimestamp(),
    })
    .set(
      doc(db, paths.job(workspace, jobId(id, 'vehicle_import', 1))),
      queuedJob(client, 'vehicle_import', id),
    )
    .commit();
  await ended(await followRun(client, 'vehicle_import', id));
  return async () => await deleteDoc(table);
}
