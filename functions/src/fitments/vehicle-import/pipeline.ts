/** "Import Vehicles": the three steps, loaded when they are needed. */
import type { Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../../collections/remove.ts';
import type { PipelineModule } from '../../engine/pipeline-module.ts';

/** The pipeline on a database and a bucket. `clock` says when. */
export function vehicleImport(
  db: Firestore,
  bucket: Bucket,
  clock: () => Date = () => new Date(),
): PipelineModule<'vehicle_import'> {
  const parts = { db, bucket, clock };
  return {
    phases: {
      read_vehicles: async () => (await import('./phases.ts')).readVehiclesPhase(parts),
      check_vehicles: async () => (await import('./phases.ts')).checkVehiclesPhase(parts),
      save_vehicles: async () => (await import('./phases.ts')).saveVehiclesPhase(parts),
    },
    clean: async (run, scope) =>
      await (await import('./clean.ts')).cleanVehicleImport(db, bucket, run, scope),
  };
}
