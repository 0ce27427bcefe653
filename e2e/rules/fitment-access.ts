/** Every path of fitments with what may be done there, and by whom. */
import { paths } from '@docket/model/paths';
import type { PipelineOn } from '@docket/model/pipelines';
import { doc, type Firestore, serverTimestamp, setDoc } from 'firebase/firestore';
import { change, commit, put } from './commit.ts';
import { type AccessRow, author, noWrites, read } from './firestore-access.ts';
import { type Person, WORKSPACE } from './people.ts';
import { PART, PARTS_IMPORT, REVIEWED, UNFINISHED, VEHICLE_IMPORT } from './seed-fitments.ts';
import {
  decided,
  NEW_PART,
  newPart,
  newPartsImport,
  newReview,
  newSelection,
  newSelectionJob,
  newUploadJob,
  newVehicleImport,
  savedGroup,
} from './valid-fitments.ts';
import { newJob, newJobPath } from './valid-writes.ts';

const now = serverTimestamp;
const firstRun = (
  by: Person,
  id: string,
  pipeline: PipelineOn<'fitment_job' | 'parts_import' | 'vehicle_import'>,
) => put(newJobPath(id, 1, pipeline), newJob(author(by), now(), id, 1, pipeline));

const createPartsImport = (db: Firestore, by: Person) =>
  commit(db, [
    put(paths.partsImport(WORKSPACE, 'new'), newPartsImport(author(by), now(), 'new')),
    firstRun(by, 'new', 'parts_import'),
  ]);
const createVehicleImport = (db: Firestore, by: Person) =>
  commit(db, [
    put(paths.vehicleImport(WORKSPACE, 'new'), newVehicleImport(author(by), now(), 'new')),
    firstRun(by, 'new', 'vehicle_import'),
  ]);
const createSelectionJob = (db: Firestore, by: Person) =>
  commit(db, [
    put(paths.fitmentJob(WORKSPACE, 'new'), newSelectionJob(author(by), now())),
    put(paths.fitmentSelection(WORKSPACE, 'new'), newSelection()),
    firstRun(by, 'new', 'fitment_generation'),
  ]);
const createUploadJob = (db: Firestore, by: Person) =>
  commit(db, [
    put(paths.fitmentJob(WORKSPACE, 'new'), newUploadJob(author(by), now(), 'new')),
    firstRun(by, 'new', 'fitment_generation'),
  ]);
/** The decisions on two groups, with the review that they belong to. */
const review = (db: Firestore, by: Person) =>
  commit(db, [
    change(
      paths.fitmentGroup(WORKSPACE, REVIEWED, 'g0'),
      decided(author(by), now(), 'r1', { 'decisions.f0': 'approved' }),
    ),
    change(
      paths.fitmentGroup(WORKSPACE, REVIEWED, 'g1'),
      decided(author(by), now(), 'r1', { 'decisions.f0': 'rejected' }),
    ),
    put(paths.fitmentReview(WORKSPACE, REVIEWED, 'r1'), newReview(author(by), now())),
  ]);
const onlyCreated = { ...read, ...noWrites, create: 'edit' } as const;

export const FITMENT_ACCESS: readonly AccessRow[] = [
  {
    pattern: 'workspaces/{workspace}/parts/{part}',
    existing: paths.part(WORKSPACE, PART),
    create: (db, by) => setDoc(doc(db, paths.part(WORKSPACE, NEW_PART)), newPart(author(by), now())),
    change: { description: 'Rear brake pads', updated_at: now() },
    allowed: { ...read, create: 'edit', update: 'edit', delete: 'edit' },
  },
  {
    pattern: 'workspaces/{workspace}/parts_imports/{import}',
    existing: paths.partsImport(WORKSPACE, PARTS_IMPORT),
    create: createPartsImport,
    change: { outcome: null },
    allowed: onlyCreated,
  },
  {
    pattern: '…/parts_imports/{import}/tables/{table}',
    existing: paths.partsImportTable(WORKSPACE, PARTS_IMPORT, '0'),
    create: (db) => setDoc(doc(db, paths.partsImportTable(WORKSPACE, PARTS_IMPORT, '1')), { position: 1 }),
    change: { used: true },
    allowed: { ...read, ...noWrites },
  },
  {
    pattern: 'workspaces/{workspace}/fitment_jobs/{job} of a selection',
    existing: paths.fitmentJob(WORKSPACE, REVIEWED),
    create: createSelectionJob,
    change: { name: 'Renamed' },
    allowed: { ...onlyCreated, delete: 'edit' },
  },
  {
    pattern: 'workspaces/{workspace}/fitment_jobs/{job} of a file',
    existing: paths.fitmentJob(WORKSPACE, UNFINISHED),
    create: createUploadJob,
    change: { results: { parts: 1 } },
    allowed: { ...onlyCreated, delete: 'edit' },
  },
  {
    pattern: '…/fitment_jobs/{job}/selection/parts',
    existing: paths.fitmentSelection(WORKSPACE, REVIEWED),
    create: createSelectionJob,
    change: { part_ids: [NEW_PART] },
    allowed: { ...noWrites, get: 'read', list: 'nothing', create: 'edit' },
  },
  {
    pattern: '…/fitment_jobs/{job}/tables/{table}',
    existing: paths.fitmentTable(WORKSPACE, UNFINISHED, '0'),
    create: (db) => setDoc(doc(db, paths.fitmentTable(WORKSPACE, UNFINISHED, '1')), { position: 1 }),
    change: { used: true },
    allowed: { ...read, ...noWrites },
  },
  {
    pattern: '…/fitment_jobs/{job}/groups/{group}',
    existing: paths.fitmentGroup(WORKSPACE, REVIEWED, 'g0'),
    create: (db) => setDoc(doc(db, paths.fitmentGroup(WORKSPACE, REVIEWED, 'g2')), savedGroup(2)),
    change: review,
    allowed: { ...read, ...noWrites, update: 'review' },
  },
  {
    pattern: '…/fitment_jobs/{job}/groups/{group} of a run under way',
    existing: paths.fitmentGroup(WORKSPACE, UNFINISHED, 'g0'),
    create: (db) => setDoc(doc(db, paths.fitmentGroup(WORKSPACE, UNFINISHED, 'g1')), savedGroup(1)),
    change: (db, by) =>
      commit(db, [
        change(
          paths.fitmentGroup(WORKSPACE, UNFINISHED, 'g0'),
          decided(author(by), now(), 'r1', { 'decisions.f0': 'approved' }),
        ),
        put(paths.fitmentReview(WORKSPACE, UNFINISHED, 'r1'), newReview(author(by), now())),
      ]),
    allowed: { ...read, ...noWrites },
  },
  {
    pattern: '…/fitment_jobs/{job}/reviews/{review}',
    existing: paths.fitmentReview(WORKSPACE, REVIEWED, 'earlier'),
    create: review,
    change: { fitments: 2 },
    allowed: { ...onlyCreated, create: 'review' },
  },
  {
    pattern: 'workspaces/{workspace}/vehicle_imports/{import}',
    existing: paths.vehicleImport(WORKSPACE, VEHICLE_IMPORT),
    create: createVehicleImport,
    change: { outcome: null },
    allowed: onlyCreated,
  },
  {
    pattern: 'workspaces/{workspace}/vehicle_tables/current',
    existing: paths.vehicleTable(WORKSPACE),
    create: (db) => setDoc(doc(db, `workspaces/${WORKSPACE}/vehicle_tables/mine`), { makes: 1 }),
    change: { makes: 2 },
    allowed: { ...noWrites, get: 'read', list: 'nothing', delete: 'edit' },
  },
];
