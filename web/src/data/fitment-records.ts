/** The documents of parts, fitment jobs and vehicles that the app reads, and the queries that find them. */
import { type FitmentGroup, fitmentGroupSchema } from '@docket/model/fitment/fitment-group';
import { fitmentJobSchema } from '@docket/model/fitment/fitment-job';
import { type Part, partSchema } from '@docket/model/fitment/part';
import { storedPartTableSchema } from '@docket/model/fitment/parts-file';
import { partsImportSchema } from '@docket/model/fitment/parts-import';
import { type VehicleImport, vehicleImportSchema } from '@docket/model/fitment/vehicle-import';
import { storedVehicleTableSchema } from '@docket/model/fitment/vehicle-table';
import { paths } from '@docket/model/paths';
import type { Query } from './ports.ts';
import { createReader, type Stored } from './reader.ts';

export const partReader = createReader(partSchema);
export const partsImportReader = createReader(partsImportSchema);
export const partTableReader = createReader(storedPartTableSchema);
export const fitmentJobReader = createReader(fitmentJobSchema);
export const fitmentGroupReader = createReader(fitmentGroupSchema);
export const vehicleImportReader = createReader(vehicleImportSchema);
export const vehicleTableReader = createReader(storedVehicleTableSchema);

export type StoredPart = Stored<Part>;
export type StoredFitmentGroup = Stored<FitmentGroup>;
export type StoredVehicleImport = Stored<VehicleImport>;

const all = (path: string): Query => ({ from: 'collection', path, where: {}, limit: null });

const latest = (path: string, limit: number): Query => ({
  ...all(path),
  orderBy: { field: 'created_at', direction: 'desc' },
  limit,
});

export const fitmentQueries = {
  parts: (workspace: string) => all(paths.parts(workspace)),
  latestPartsImports: (workspace: string, limit: number) => latest(paths.partsImports(workspace), limit),
  partsImportTables: (workspace: string, id: string) => all(paths.partsImportTables(workspace, id)),
  jobs: (workspace: string) => all(paths.fitmentJobs(workspace)),
  jobTables: (workspace: string, job: string) => all(paths.fitmentTables(workspace, job)),
  /** What a job has found so far, in the order of its parts. */
  groups: (workspace: string, job: string): Query => ({
    ...all(paths.fitmentGroups(workspace, job)),
    orderBy: { field: 'index', direction: 'asc' },
  }),
  latestVehicleImports: (workspace: string, limit: number) => latest(paths.vehicleImports(workspace), limit),
} as const;
