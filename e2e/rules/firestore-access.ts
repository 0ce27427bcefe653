/** Every path of the database with what may be done there, and by whom. */
import { paths } from '@docket/model/paths';
import {
  collection,
  deleteDoc,
  doc,
  type Firestore,
  getDoc,
  getDocs,
  serverTimestamp,
  setDoc,
  updateDoc,
  writeBatch,
} from 'firebase/firestore';
import { type Allowed, type Person, uidOf, WORKSPACE } from './people.ts';
import {
  BACKFILL,
  BACKFILL_JOB,
  batchIn,
  batchJobIn,
  collectionIn,
  FINGERPRINT,
  FRESH,
  IMAGE,
  jobIn,
} from './seed.ts';
import {
  NEW_IMAGE,
  newDeckSettings,
  newImage,
  newInvitation,
  newMapping,
  newPing,
  newWebhook,
  sentAgain,
} from './valid-records.ts';
import {
  founder,
  newAdminRequest,
  newBatch,
  newCollection,
  newDocument,
  newJob,
  newJobPath,
  newRequest,
  newWorkspace,
  type Fields,
} from './valid-writes.ts';

export const OPERATIONS = ['get', 'list', 'create', 'update', 'delete'] as const;
export type Operation = (typeof OPERATIONS)[number];

export interface AccessRow {
  /** The path with names for its ids. */
  pattern: string;
  /** A document that is there. */
  existing: string;
  /** What creates a well-formed one. */
  create: (db: Firestore, by: Person) => Promise<unknown>;
  /** What removes the existing one, where it is not removed alone. */
  remove?: (db: Firestore) => Promise<unknown>;
  /** A well-formed change of the existing one: of its fields, or what makes it where others come with it. */
  change: Fields | ((db: Firestore, by: Person) => Promise<unknown>);
  /** The fields in which a change says who made it, and when. */
  signed?: readonly [by: string, at: string];
  allowed: Record<Operation, Allowed>;
}

/** Someone signed out writes what an owner would. */
export const author = (person: Person) => (person === 'nobody signed in' ? 'owner' : person);
const now = serverTimestamp;
export const read = { get: 'read', list: 'read' } as const;
const administered = { get: 'administer', list: 'administer' } as const;
export const noWrites = { create: 'nothing', update: 'nothing', delete: 'nothing' } as const;

export const ACCESS: readonly AccessRow[] = [
  {
    pattern: 'users/{uid}',
    existing: paths.user(uidOf('owner')),
    create: (db) => setDoc(doc(db, paths.user('someone')), { theme: 'dark' }),
    change: { theme: 'light' },
    allowed: { get: 'nothing', list: 'nothing', ...noWrites },
  },
  {
    pattern: 'any other collection',
    existing: 'settings/global',
    create: (db) => setDoc(doc(db, 'settings/mine'), { open: true }),
    change: { open: false },
    allowed: { get: 'nothing', list: 'nothing', ...noWrites },
  },
  {
    pattern: 'workspaces/{workspace}',
    existing: paths.workspace(WORKSPACE),
    create: (db, by) =>
      writeBatch(db)
        .set(doc(db, paths.workspace('atelier')), newWorkspace(author(by), now()))
        .set(doc(db, paths.member('atelier', uidOf(author(by)))), founder(author(by), 'atelier', now()))
        .commit(),
    change: { name: 'Renamed' },
    allowed: { ...noWrites, get: 'read', list: 'nothing', create: 'sign in', update: 'administer' },
  },
  {
    pattern: 'workspaces/{workspace}/members/{uid}',
    existing: paths.member(WORKSPACE, uidOf('viewer')),
    create: (db, by) =>
      setDoc(doc(db, paths.member(WORKSPACE, 'someone')), {
        ...founder(author(by), WORKSPACE, now()),
        role: 'viewer',
      }),
    change: { role: 'owner' },
    allowed: { ...read, ...noWrites },
  },
  {
    pattern: 'workspaces/{workspace}/invitations/{invitation}',
    existing: paths.invitation(WORKSPACE, 'open'),
    create: (db, by) =>
      setDoc(doc(db, paths.invitation(WORKSPACE, 'another')), newInvitation(author(by), now())),
    change: (db, by) =>
      updateDoc(doc(db, paths.invitation(WORKSPACE, 'open')), {
        state: { kind: 'revoked', by: uidOf(author(by)), at: now() },
      }),
    allowed: { ...administered, ...noWrites, create: 'administer', update: 'administer' },
  },
  {
    pattern: 'workspaces/{workspace}/collections/{collection}',
    existing: paths.collection(WORKSPACE, FRESH),
    create: (db, by) =>
      setDoc(doc(db, paths.collection(WORKSPACE, 'autumn')), newCollection(author(by), now())),
    change: { name: 'Renamed', season: 'SS27' },
    allowed: { ...read, create: 'edit', update: 'edit', delete: 'edit' },
  },
  {
    pattern: '…/collections/{collection}/documents/{document}',
    existing: paths.document(WORKSPACE, FRESH, 'd1'),
    create: (db, by) =>
      setDoc(doc(db, paths.document(WORKSPACE, FRESH, 'd2')), newDocument(author(by), now())),
    change: { kind: 'purchase_order' },
    allowed: { ...read, ...noWrites, create: 'edit', delete: 'edit' },
  },
  {
    pattern: '…/documents/{document}/products/{product}',
    existing: paths.product(WORKSPACE, FRESH, 'd1', 'p1'),
    create: (db) =>
      setDoc(doc(db, paths.product(WORKSPACE, FRESH, 'd1', 'p2')), { name: 'Coat', job_id: 'j' }),
    change: { name: 'Coat' },
    allowed: { ...read, ...noWrites },
  },
  {
    pattern: '…/documents/{document}/order_tables/{table}',
    existing: paths.orderTable(WORKSPACE, FRESH, 'd1', 't1'),
    create: (db) => setDoc(doc(db, paths.orderTable(WORKSPACE, FRESH, 'd1', 't2')), { job_id: 'j' }),
    change: { used: true },
    allowed: { ...read, ...noWrites },
  },
  {
    pattern: '…/collections/{collection}/items/{item}',
    existing: paths.item(WORKSPACE, FRESH, 'i1'),
    create: (db) => setDoc(doc(db, paths.item(WORKSPACE, FRESH, 'i2')), { generated: {}, edits: {} }),
    change: { 'edits.name': 'Coat' },
    signed: ['edited_by', 'edited_at'],
    allowed: { ...read, ...noWrites, update: 'edit' },
  },
  {
    pattern: '…/collections/{collection}/settings/deck',
    existing: paths.deckSettings(WORKSPACE, FRESH),
    create: (db) =>
      setDoc(doc(db, paths.deckSettings(WORKSPACE, collectionIn('completed'))), newDeckSettings()),
    change: { title: 'Autumn', layout: 9 },
    allowed: { ...noWrites, get: 'read', list: 'nothing', create: 'edit', update: 'edit' },
  },
  {
    pattern: '…/collections/{collection}/settings/{other}',
    existing: `${paths.collection(WORKSPACE, FRESH)}/settings/other`,
    create: (db) => setDoc(doc(db, `${paths.collection(WORKSPACE, FRESH)}/settings/more`), newDeckSettings()),
    change: { title: 'Autumn' },
    allowed: { ...noWrites, get: 'nothing', list: 'nothing' },
  },
  {
    pattern: '…/collections/{collection}/decks/{deck}',
    existing: paths.deck(WORKSPACE, FRESH, 'k1'),
    create: (db) => setDoc(doc(db, paths.deck(WORKSPACE, FRESH, 'k2')), { title: 'Spring' }),
    change: { title: 'Autumn' },
    allowed: { ...read, ...noWrites, delete: 'edit' },
  },
  {
    pattern: 'workspaces/{workspace}/column_mappings/{fingerprint}',
    existing: paths.columnMapping(WORKSPACE, FINGERPRINT),
    create: (db, by) =>
      setDoc(doc(db, paths.columnMapping(WORKSPACE, 'f'.repeat(20))), newMapping(author(by), now())),
    change: { used: false },
    signed: ['by', 'at'],
    allowed: { ...read, create: 'edit', update: 'edit', delete: 'edit' },
  },
  {
    pattern: 'workspaces/{workspace}/webhooks/{webhook}',
    existing: paths.webhook(WORKSPACE, 'w1'),
    create: (db, by) => setDoc(doc(db, paths.webhook(WORKSPACE, 'w2')), newWebhook(author(by), now())),
    change: { active: false },
    allowed: {
      get: 'administer',
      list: 'administer',
      create: 'administer',
      update: 'administer',
      delete: 'administer',
    },
  },
  {
    pattern: 'workspaces/{workspace}/webhook_deliveries/{delivery}',
    existing: paths.webhookDelivery(WORKSPACE, 'failed'),
    create: (db) => setDoc(doc(db, paths.webhookDelivery(WORKSPACE, 'mine')), newPing(now())),
    change: async (db, by) =>
      await updateDoc(doc(db, paths.webhookDelivery(WORKSPACE, 'failed')), sentAgain(author(by), now(), 1)),
    allowed: {
      get: 'administer',
      list: 'administer',
      create: 'administer',
      update: 'administer',
      delete: 'nothing',
    },
  },
  {
    pattern: 'workspaces/{workspace}/pipeline_stats/{pipeline}',
    existing: paths.pipelineStat(WORKSPACE, 'deck_generation'),
    create: (db) => setDoc(doc(db, paths.pipelineStat(WORKSPACE, 'item_generation')), { completed: 9 }),
    change: { completed: 9 },
    allowed: { ...read, ...noWrites },
  },
  {
    pattern: 'workspaces/{workspace}/analytics/{pipeline}',
    existing: paths.pipelineAnalytics(WORKSPACE, 'deck_generation'),
    create: (db) => setDoc(doc(db, paths.pipelineAnalytics(WORKSPACE, 'item_generation')), { days: [] }),
    change: { days: [] },
    allowed: { ...read, ...noWrites },
  },
  {
    pattern: 'mail/{mail}',
    existing: paths.mail('m1'),
    create: (db) => setDoc(doc(db, paths.mail('m2')), { to: ['a@b.example'], message: {} }),
    change: { to: ['a@b.example'] },
    allowed: { ...noWrites, get: 'nothing', list: 'nothing' },
  },
  {
    pattern: 'workspaces/{workspace}/jobs/{job}',
    existing: paths.job(WORKSPACE, jobIn('completed')),
    create: (db, by) => setDoc(doc(db, newJobPath()), newJob(author(by), now())),
    change: { status: 'queued' },
    allowed: { ...read, ...noWrites, create: 'edit' },
  },
  {
    pattern: 'workspaces/{workspace}/job_requests/{request}',
    existing: paths.jobRequest(WORKSPACE, 'r1'),
    create: (db, by) => setDoc(doc(db, paths.jobRequest(WORKSPACE, 'r2')), newRequest(author(by), now())),
    change: { action: 'cancel' },
    allowed: { ...read, ...noWrites, create: 'edit' },
  },
  {
    pattern: 'workspaces/{workspace}/images/{image}',
    existing: paths.image(WORKSPACE, IMAGE),
    create: (db, by) => setDoc(doc(db, paths.image(WORKSPACE, NEW_IMAGE)), newImage(author(by), now())),
    change: { flatten: '#f4efe6' },
    allowed: { ...read, create: 'edit', update: 'edit', delete: 'edit' },
  },
  {
    pattern: 'workspaces/{workspace}/image_batches/{batch}',
    existing: paths.imageBatch(WORKSPACE, batchIn('completed')),
    create: createBatch,
    change: { image_count: 2 },
    allowed: { ...read, ...noWrites, create: 'edit' },
  },
  {
    pattern: 'workspaces/{workspace}/jobs/{job} on images',
    existing: paths.job(WORKSPACE, batchJobIn('failed')),
    create: createBatch,
    change: { status: 'queued' },
    allowed: { ...read, ...noWrites, create: 'edit' },
  },
  {
    pattern: 'workspaces/{workspace}/jobs/{job} on a backfill',
    existing: paths.job(WORKSPACE, BACKFILL_JOB),
    create: (db, by) =>
      setDoc(
        doc(db, newJobPath(BACKFILL, 2, 'image_backfill')),
        newJob(author(by), now(), BACKFILL, 2, 'image_backfill'),
      ),
    change: { status: 'queued' },
    allowed: { ...read, ...noWrites },
  },
  {
    pattern: 'workspaces/{workspace}/job_requests/{request} about a backfill',
    existing: paths.jobRequest(WORKSPACE, 'r1'),
    create: (db, by) =>
      setDoc(doc(db, paths.jobRequest(WORKSPACE, 'r2')), {
        ...newRequest(author(by), now()),
        job_id: BACKFILL_JOB,
      }),
    change: { action: 'cancel' },
    allowed: { ...read, ...noWrites, create: 'administer' },
  },
  {
    pattern: 'workspaces/{workspace}/backfills/{backfill}',
    existing: paths.backfill(WORKSPACE, BACKFILL),
    create: (db, by) =>
      setDoc(doc(db, paths.backfill(WORKSPACE, 'mine')), {
        created_by: uidOf(author(by)),
        created_at: now(),
      }),
    change: { preview: null },
    allowed: { ...administered, ...noWrites },
  },
  {
    pattern: 'workspaces/{workspace}/breakers/{breaker}',
    existing: paths.breaker(WORKSPACE, 'br1'),
    create: (db) => setDoc(doc(db, paths.breaker(WORKSPACE, 'br2')), { state: 'closed' }),
    change: { state: 'closed' },
    allowed: { ...administered, ...noWrites },
  },
  {
    pattern: 'workspaces/{workspace}/settings/queue',
    existing: paths.queueSettings(WORKSPACE),
    create: (db, by) =>
      setDoc(doc(db, paths.queueSettings(WORKSPACE)), { paused: true, by: uidOf(author(by)), at: now() }),
    change: { paused: true },
    signed: ['by', 'at'],
    allowed: {
      get: 'administer',
      list: 'nothing',
      create: 'administer',
      update: 'administer',
      delete: 'nothing',
    },
  },
  {
    pattern: 'workspaces/{workspace}/settings/{other}',
    existing: `workspaces/${WORKSPACE}/settings/other`,
    create: (db, by) =>
      setDoc(doc(db, `workspaces/${WORKSPACE}/settings/more`), {
        paused: true,
        by: uidOf(author(by)),
        at: now(),
      }),
    change: { paused: true },
    allowed: { ...noWrites, get: 'nothing', list: 'nothing' },
  },
  {
    pattern: 'workspaces/{workspace}/admin_requests/{request}',
    existing: paths.adminRequest(WORKSPACE, 'a1'),
    create: (db, by) =>
      setDoc(doc(db, paths.adminRequest(WORKSPACE, 'a2')), newAdminRequest(author(by), now())),
    change: { action: 'start_backfill' },
    allowed: { ...administered, ...noWrites, create: 'administer' },
  },
  {
    pattern: 'deployments/{step}',
    existing: paths.deployment('images-v1'),
    create: (db) => setDoc(doc(db, paths.deployment('mine')), { at: now() }),
    change: { at: now() },
    allowed: { ...noWrites, get: 'nothing', list: 'nothing' },
  },
];

/** A batch together with its run, as they are always created. */
function createBatch(db: Firestore, by: Person): Promise<unknown> {
  return writeBatch(db)
    .set(doc(db, paths.imageBatch(WORKSPACE, 'batch')), newBatch(author(by), now()))
    .set(
      doc(db, newJobPath('batch', 1, 'image_processing')),
      newJob(author(by), now(), 'batch', 1, 'image_processing'),
    )
    .commit();
}

function signature({ signed }: AccessRow, by: Person): Fields {
  return signed === undefined ? {} : { [signed[0]]: uidOf(author(by)), [signed[1]]: now() };
}

/** Does the operation as the person whose database it is. */
export function perform(row: AccessRow, operation: Operation, db: Firestore, by: Person): Promise<unknown> {
  const existing = doc(db, row.existing);
  switch (operation) {
    case 'get':
      return getDoc(existing);
    case 'list':
      return getDocs(collection(db, existing.parent.path));
    case 'create':
      return row.create(db, by);
    case 'update':
      return typeof row.change === 'function'
        ? row.change(db, by)
        : updateDoc(existing, { ...row.change, ...signature(row, by) });
    case 'delete':
      return row.remove?.(db) ?? deleteDoc(existing);
  }
}
