/** What parts, fitment jobs, imports and vehicles there are before each test of the rules. */
import { paths } from '@docket/model/paths';
import { WORKSPACE } from './people.ts';
import {
  newPart,
  newPartsImport,
  newReview,
  newSelection,
  newSelectionJob,
  newUploadJob,
  newVehicleImport,
  savedGroup,
} from './valid-fitments.ts';

const at = new Date('2026-01-01T00:00:00Z');

export const PART = `part-${'a'.repeat(32)}`;
export const PARTS_IMPORT = 'parts-import';
export const VEHICLE_IMPORT = 'vehicle-import';
/** A job of a selection that has been run, with two groups; and one of a file whose run has saved a group so far. */
export const REVIEWED = 'reviewed';
export const UNFINISHED = 'unfinished';
/** A job with more groups than a commit may look at documents. */
export const MANY = 'many';
export const MANY_GROUPS = Array.from({ length: 40 }, (_, index) => `g${index}`);

const results = { parts: 2, fitments: 6, exceptions: 0, groups: 2 };
const table = { position: 0, sheet: 'Parts', job_id: 'j' };

/** Documents by their paths. */
export const FITMENT_SEED: readonly [string, object][] = [
  [paths.part(WORKSPACE, PART), newPart('editor', at)],
  [paths.partsImport(WORKSPACE, PARTS_IMPORT), newPartsImport('editor', at, PARTS_IMPORT)],
  [paths.partsImportTable(WORKSPACE, PARTS_IMPORT, '0'), table],
  [paths.fitmentJob(WORKSPACE, REVIEWED), { ...newSelectionJob('editor', at), results }],
  [paths.fitmentSelection(WORKSPACE, REVIEWED), newSelection()],
  [paths.fitmentGroup(WORKSPACE, REVIEWED, 'g0'), savedGroup(0)],
  [paths.fitmentGroup(WORKSPACE, REVIEWED, 'g1'), { ...savedGroup(1), decisions: { f0: 'approved' } }],
  [paths.fitmentReview(WORKSPACE, REVIEWED, 'earlier'), newReview('editor', at)],
  [paths.fitmentJob(WORKSPACE, UNFINISHED), newUploadJob('editor', at, UNFINISHED)],
  [paths.fitmentTable(WORKSPACE, UNFINISHED, '0'), table],
  [paths.fitmentGroup(WORKSPACE, UNFINISHED, 'g0'), savedGroup(0)],
  [paths.fitmentJob(WORKSPACE, MANY), { ...newSelectionJob('editor', at), results }],
  ...MANY_GROUPS.map((id, index): [string, object] => [
    paths.fitmentGroup(WORKSPACE, MANY, id),
    savedGroup(index),
  ]),
  [paths.vehicleImport(WORKSPACE, VEHICLE_IMPORT), newVehicleImport('editor', at, VEHICLE_IMPORT)],
  [paths.vehicleTable(WORKSPACE), { storage_path: 'p', import_id: VEHICLE_IMPORT, makes: 1, models: 1 }],
];
