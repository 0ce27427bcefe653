/** The three steps of an import of vehicles. */
import type { VehicleImport } from '@docket/model/fitment/vehicle-import';
import type { Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../../collections/remove.ts';
import type { PhaseContext, PhaseHandler } from '../../engine/pipeline-module.ts';
import { saveTable } from './save-table.ts';
import { VehicleImportRun } from './vehicle-import-run.ts';

/** What the steps work with. */
export interface StepParts {
  db: Firestore;
  bucket: Bucket;
  clock: () => Date;
}

/** What a step works on. */
interface Desk extends StepParts {
  run: VehicleImportRun;
  context: PhaseContext;
}

function step(work: (desk: Desk) => Promise<Partial<VehicleImport>>) {
  return ({ db, bucket, clock }: StepParts): PhaseHandler =>
    async (context) =>
      await work({ db, bucket, clock, context, run: new VehicleImportRun(db, bucket, context, clock) });
}

/** 1. The rows of the file. */
export const readVehiclesPhase = step(async ({ run, context }) => {
  const { length } = await run.rows();
  context.report(length, length, 'Row');
  return {};
});

/** 2. Makes and models of them, with what is wrong. */
export const checkVehiclesPhase = step(async ({ run, context }) => {
  const { table, problems } = await run.checked();
  context.report(table.models.length, table.models.length, 'Model');
  return { problems };
});

/** 3. The table, which the workspace has from then on. */
export const saveVehiclesPhase = step(async (desk) => {
  const { run } = desk;
  return { outcome: await saveTable(desk, await run.record(), await run.checked()) };
});
