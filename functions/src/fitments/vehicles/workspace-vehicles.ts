/** The vehicles that the parts of a workspace are compared with: its own table, or the starter table. */
import { createHash } from 'node:crypto';
import { vehicleTableSchema, type VehicleTable } from '@docket/model/fitment/vehicle';
import { storedVehicleTableSchema } from '@docket/model/fitment/vehicle-table';
import { paths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import { readJson } from '../../collections/bucket-objects.ts';
import type { Bucket } from '../../collections/remove.ts';
import { STARTER_TABLE } from '@docket/model/fitment/starter/starter-table';
import { createVehicleIndex, type VehicleIndex } from './vehicle-index.ts';

export interface Vehicles {
  index: VehicleIndex;
  /** The same for the same models in the same order: what names them by their places there is of use only with it. */
  fingerprint: string;
}

let starter: Vehicles | undefined;

/** The table that was loaded last from each bucket: a worker deals with many portions of the same run. */
const loaded = new WeakMap<Bucket, { path: string; vehicles: Vehicles }>();

/** Where the present table of a workspace is in Storage; null: it has the starter table. */
export async function currentTable(db: Firestore, workspaceId: string): Promise<string | null> {
  const snapshot = await db.doc(paths.vehicleTable(workspaceId)).get();
  return snapshot.exists ? storedVehicleTableSchema.parse(snapshot.data()).storage_path : null;
}

/** The table at `path`, or the starter table. Throws when there is none: another one would find other vehicles. */
export async function loadTable(bucket: Bucket, path: string | null): Promise<VehicleTable> {
  if (path === null) return STARTER_TABLE;
  const table = await readJson(bucket, path, vehicleTableSchema);
  if (table === null) throw new Error(`The vehicle table ${path} is not there, or not a table`);
  return table;
}

/** The vehicles of the table at `path`, or of the starter table. An import never writes a table twice: it stays loaded. */
export async function loadVehicles(bucket: Bucket, path: string | null): Promise<Vehicles> {
  if (path === null) return (starter ??= vehiclesOf(STARTER_TABLE));
  const last = loaded.get(bucket);
  if (last?.path === path) return last.vehicles;
  const vehicles = vehiclesOf(await loadTable(bucket, path));
  loaded.set(bucket, { path, vehicles });
  return vehicles;
}

function vehiclesOf(table: VehicleTable): Vehicles {
  const index = createVehicleIndex(table, STARTER_TABLE);
  const content = JSON.stringify([index.lastYear, index.models]);
  return { index, fingerprint: createHash('sha256').update(content).digest('hex') };
}
