/** firestore.rules: every path, role and operation, and every way to write something that is not a person's to write. */
import { ALLOWED_REQUESTS, JOB_STATUSES, REQUEST_ACTIONS } from '@docket/model/job';
import { LIMITS } from '@docket/model/limits';
import { collectionGroups, paths, storagePaths } from '@docket/model/paths';
import { ROLES } from '@docket/model/roles';
import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import {
  collection,
  collectionGroup,
  deleteDoc,
  deleteField,
  doc,
  type Firestore,
  getDocs,
  query,
  serverTimestamp,
  setDoc,
  updateDoc,
  where,
  writeBatch,
} from 'firebase/firestore';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ACCESS, OPERATIONS, perform } from './firestore-access.ts';
import { type FirestoreStand, startFirestoreStand } from './firestore-stand.ts';
import { isAmong, OTHER_WORKSPACE, PEOPLE, uidOf, WORKSPACE } from './people.ts';
import { collectionIn, FRESH, jobIn } from './seed.ts';
import {
  type Fields,
  founder,
  newCollection,
  newDocument,
  newJob,
  newJobPath,
  newRequest,
  newWorkspace,
} from './valid-writes.ts';

let stand: FirestoreStand;
let editor: Firestore;
let owner: Firestore;
let stranger: Firestore;

beforeAll(async () => {
  stand = await startFirestoreStand();
  editor = stand.as('editor');
  owner = stand.as('owner');
  stranger = stand.as('stranger');
});
beforeEach(() => stand.reset());
afterAll(() => stand.close());

const now = serverTimestamp;
const set = (db: Firestore, path: string, fields: Fields) => setDoc(doc(db, path), fields);

describe.each(ACCESS)('$pattern', (row) => {
  const cases = OPERATIONS.flatMap((operation) =>
    PEOPLE.map((person) => ({
      operation,
      person,
      may: isAmong(person, row.allowed[operation]) ? 'may' : 'may not',
    })),
  );
  it.each(cases)('$operation: $person $may', async ({ operation, person, may }) => {
    const request = perform(row, operation, stand.as(person), person);
    await (may === 'may' ? assertSucceeds(request) : assertFails(request));
  });
});

describe('the queries of the app', () => {
  it('find the memberships of a person, and of nobody else', async () => {
    const memberships = collectionGroup(stranger, collectionGroups.members);
    const own = await assertSucceeds(getDocs(query(memberships, where('uid', '==', uidOf('stranger')))));
    expect(own.docs.map(({ ref }) => ref.path)).toEqual([paths.member(OTHER_WORKSPACE, uidOf('stranger'))]);
    await assertFails(getDocs(query(memberships, where('uid', '==', uidOf('owner')))));
    await assertFails(getDocs(query(memberships, where('role', '==', 'owner'))));
    await assertFails(getDocs(memberships));
  });

  it('find the open jobs of a workspace, not those of all workspaces', async () => {
    const viewer = stand.as('viewer');
    const open = where('open', '==', true);
    await assertSucceeds(getDocs(query(collection(viewer, paths.jobs(WORKSPACE)), open)));
    await assertFails(getDocs(query(collection(viewer, paths.jobs(OTHER_WORKSPACE)), open)));
    await assertFails(getDocs(query(collectionGroup(viewer, collectionGroups.jobs), open)));
  });
});

describe('founding a workspace', () => {
  const found = (changes: { workspace?: Fields; member?: Fields; id?: string; memberId?: string }) => {
    const id = changes.id ?? 'atelier';
    return writeBatch(stranger)
      .set(doc(stranger, paths.workspace(id)), { ...newWorkspace('stranger', now()), ...changes.workspace })
      .set(doc(stranger, paths.member(id, changes.memberId ?? uidOf('stranger'))), {
        ...founder('stranger', id, now()),
        ...changes.member,
      })
      .commit();
  };

  it('needs both the workspace and its owner', async () => {
    await assertFails(set(stranger, paths.workspace('atelier'), newWorkspace('stranger', now())));
    await assertFails(
      set(stranger, paths.member('atelier', uidOf('stranger')), founder('stranger', 'atelier', now())),
    );
    await assertSucceeds(found({}));
  });

  it.each<[string, Parameters<typeof found>[0]]>([
    ['without a name', { workspace: { name: ' ' } }],
    ['with an endless name', { workspace: { name: 'x'.repeat(LIMITS.nameCharacters + 1) } }],
    ["in somebody else's name", { workspace: { created_by: uidOf('owner') } }],
    ['at a time of its own', { workspace: { created_at: new Date(0) } }],
    ['with more than is asked for', { workspace: { plan: 'enterprise' } }],
    ['under an id that is no id', { id: 'a.b' }],
    ['as less than an owner', { member: { role: 'viewer' } }],
    ['with an address that is not the own', { member: { email: 'boss@docket.example' } }],
    ['for somebody else', { memberId: uidOf('owner'), member: { uid: uidOf('owner') } }],
    ['with a membership that names another workspace', { member: { workspace_id: WORKSPACE } }],
    ['with a display name without end', { member: { display_name: 'x'.repeat(321) } }],
    ['where there is one', { id: WORKSPACE }],
  ])('is refused %s', async (_, changes) => {
    await assertFails(found(changes));
  });

  it('is no way into a workspace that exists', async () => {
    const path = paths.member(WORKSPACE, uidOf('stranger'));
    await assertFails(set(stranger, path, founder('stranger', WORKSPACE, now())));
  });
});

describe('a role', () => {
  it.each(ROLES)('cannot be changed by the %s who has it, nor given away', async (role) => {
    const db = stand.as(role);
    const own = doc(db, paths.member(WORKSPACE, uidOf(role)));
    await assertFails(updateDoc(own, { role: 'owner', display_name: 'Boss' }));
    await assertFails(set(db, own.path, founder(role, WORKSPACE, now())));
    await assertFails(deleteDoc(own));
    await assertFails(updateDoc(doc(db, paths.member(WORKSPACE, uidOf('viewer'))), { role: 'editor' }));
  });
});

describe('a collection', () => {
  const path = paths.collection(WORKSPACE, 'autumn');

  it.each<[string, Fields]>([
    ['no name', { name: '' }],
    ['a blank name', { name: '  ' }],
    ['an endless name', { name: 'x'.repeat(LIMITS.nameCharacters + 1) }],
    ['a name that is no text', { name: 5 }],
    ['no season', { season: null }],
    ['somebody else as its creator', { created_by: uidOf('owner') }],
    ['a time of its own', { created_at: new Date(0) }],
    ['a processing status', { processing_status: { document_processing: { status: 'completed' } } }],
    ['categories', { categories: [] }],
    ['results', { results: null }],
    ['a count of items', { item_count: 0 }],
  ])('is not created with %s', async (_, change) => {
    await assertFails(set(editor, path, { ...newCollection('editor', now()), ...change }));
  });

  it('is not created under an id that no task could carry', async () => {
    await assertFails(set(editor, paths.collection(WORKSPACE, 'a b'), newCollection('editor', now())));
  });

  it.each<[string, Fields]>([
    ['a blank name', { name: ' ' }],
    ['an endless season', { season: 'x'.repeat(LIMITS.nameCharacters + 1) }],
    ['a processing status', { 'processing_status.document_processing.status': 'idle' }],
    ['categories', { categories: [{ id: 'x' }] }],
    ['results', { results: { job_id: 'x' } }],
    ['a count of items', { item_count: 3 }],
    ['another creator', { created_by: uidOf('editor') }],
    ['no processing status', { processing_status: deleteField() }],
    ['a field nobody knows', { extra: true }],
  ])('is not given %s', async (_, change) => {
    await assertFails(updateDoc(doc(editor, paths.collection(WORKSPACE, collectionIn('completed'))), change));
  });
});

describe('a document', () => {
  const path = paths.document(WORKSPACE, FRESH, 'd2');

  it.each<[string, Fields]>([
    ['of another kind', { kind: 'invoice' }],
    ['without a file name', { file_name: '' }],
    ['with an endless file name', { file_name: 'x'.repeat(301) }],
    ['with a type that is no text', { content_type: null }],
    ['of negative size', { size: -1 }],
    ['of broken size', { size: 1.5 }],
    ['larger than what Storage takes', { size: LIMITS.uploadBytes + 1 }],
    ['of another document', { storage_path: storagePaths.original(WORKSPACE, FRESH, 'd1', 'a.pdf') }],
    ['of another workspace', { storage_path: storagePaths.original(OTHER_WORKSPACE, FRESH, 'd2', 'a.pdf') }],
    ['that a run has made', { storage_path: storagePaths.image(WORKSPACE, FRESH, 'd2', 'j', 'a') }],
    [
      'with a path below its file',
      { storage_path: storagePaths.original(WORKSPACE, FRESH, 'd2', 'a/b.pdf') },
    ],
    ['uploaded by somebody else', { uploaded_by: uidOf('owner') }],
    ['from another time', { uploaded_at: new Date(0) }],
    ['with derived data', { page_count: 3 }],
  ])('is refused: one %s', async (_, change) => {
    await assertFails(set(editor, path, { ...newDocument('editor', now()), ...change }));
  });

  it('may be as large as Storage takes', async () => {
    await assertSucceeds(set(editor, path, { ...newDocument('editor', now()), size: LIMITS.uploadBytes }));
  });

  it('needs its collection, which may come with it', async () => {
    const fields = {
      ...newDocument('editor', now()),
      storage_path: storagePaths.original(WORKSPACE, 'new', 'd2', 'a'),
    };
    await assertFails(set(editor, paths.document(WORKSPACE, 'new', 'd2'), fields));
    const together = writeBatch(editor)
      .set(doc(editor, paths.collection(WORKSPACE, 'new')), newCollection('editor', now()))
      .set(doc(editor, paths.document(WORKSPACE, 'new', 'd2')), fields);
    await assertSucceeds(together.commit());
  });

  it('can take the place of another one in one breath', async () => {
    const batch = writeBatch(editor)
      .set(doc(editor, path), newDocument('editor', now()))
      .delete(doc(editor, paths.document(WORKSPACE, FRESH, 'd1')));
    await assertSucceeds(batch.commit());
  });
});

describe('a start', () => {
  it.each<[string, Fields]>([
    ...JOB_STATUSES.filter((status) => status !== 'queued').map((status): [string, Fields] => [
      `as a job that is ${status}`,
      { status },
    ]),
    ['as a job that nobody looks after', { open: false }],
    ['of an unknown pipeline', { pipeline: 'mining' }],
    ['on an unknown kind of subject', { subject: { type: 'workspace', id: FRESH } }],
    ['on a subject with more than its name', { subject: { type: 'collection', id: FRESH, path: '/' } }],
    ['without documents', { input: { document_ids: [] } }],
    [
      'with too many documents',
      { input: { document_ids: Array.from({ length: LIMITS.documentsPerCollection + 1 }, () => 'd') } },
    ],
    ['with documents elsewhere', { input: { document_ids: ['../other/d1'] } }],
    ['with more input than documents', { input: { document_ids: ['d1'], force: true } }],
    ['with a run that is no number', { run: '1' }],
    ["in somebody else's name", { created_by: uidOf('owner') }],
    ['at a time of its own', { created_at: new Date(0) }],
    ['with progress', { progress: null }],
    ['with a place in the engine', { execution: { state: 'unclaimed' } }],
    ['in a later phase', { phase: 6 }],
    ['with attempts', { attempts: [] }],
  ])('is refused %s', async (_, change) => {
    await assertFails(set(editor, newJobPath(), { ...newJob('editor', now()), ...change }));
  });

  it('is refused under any id but its own', async () => {
    await assertFails(set(editor, paths.job(WORKSPACE, 'mine'), newJob('editor', now())));
    await assertFails(set(editor, newJobPath(FRESH, 2), newJob('editor', now())));
    await assertFails(set(editor, newJobPath(FRESH, 2), newJob('editor', now(), FRESH, 2)));
    await assertFails(set(editor, newJobPath(FRESH, 0), newJob('editor', now(), FRESH, 0)));
  });

  it('is refused on a collection that does not exist', async () => {
    await assertFails(set(editor, newJobPath('nowhere'), newJob('editor', now(), 'nowhere')));
  });

  it.each(JOB_STATUSES)('after a run that is %s', async (status) => {
    const subject = collectionIn(status);
    const second = set(editor, newJobPath(subject, 2), newJob('editor', now(), subject, 2));
    const isOver = status === 'cancelled' || status === 'failed' || status === 'completed';
    await (isOver ? assertSucceeds(second) : assertFails(second));
    await assertFails(set(editor, newJobPath(subject, 1), newJob('editor', now(), subject, 1)));
    await assertFails(set(editor, newJobPath(subject, 3), newJob('editor', now(), subject, 3)));
  });

  it('succeeds once, however often it is tried', async () => {
    const tries = Array.from({ length: 5 }, () => set(editor, newJobPath(), newJob('editor', now())));
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('a job that exists', () => {
  it.each<[string, Fields]>([
    ['its status', { status: 'completed' }],
    ['its progress', { progress: { percentage: 100 } }],
    ['its place in the engine', { execution: { state: 'unclaimed' } }],
    ['whether the engine looks after it', { open: false }],
    ['a wish on the job itself', { request: { action: 'cancel' } }],
  ])('lets nobody change %s', async (_, change) => {
    for (const db of [owner, editor]) {
      await assertFails(updateDoc(doc(db, paths.job(WORKSPACE, jobIn('processing'))), change));
    }
  });
});

describe('a wish', () => {
  const path = paths.jobRequest(WORKSPACE, 'r2');
  const wish = (change: Fields) => set(editor, path, { ...newRequest('editor', now()), ...change });
  const table = JOB_STATUSES.flatMap((status) =>
    REQUEST_ACTIONS.map((action) => {
      const allowed: readonly string[] = ALLOWED_REQUESTS[status];
      return { status, action, may: allowed.includes(action) ? 'may' : 'may not' };
    }),
  );

  it.each(table)('to $action a job that is $status $may be uttered', async ({ status, action, may }) => {
    const request = wish({ job_id: jobIn(status), action });
    await (may === 'may' ? assertSucceeds(request) : assertFails(request));
  });

  it.each<[string, Fields]>([
    ['about a job that does not exist', { job_id: 'nothing' }],
    ['about a path', { job_id: '../x' }],
    ['for an unknown action', { action: 'delete' }],
    ["in somebody else's name", { by: uidOf('owner') }],
    ['at a time of its own', { at: new Date(0) }],
    ['with more than is asked for', { force: true }],
  ])('is refused %s', async (_, change) => {
    await assertFails(wish(change));
  });

  it('to retry a run is refused once another run has come after it', async () => {
    const subject = collectionIn('failed');
    await assertSucceeds(set(editor, newJobPath(subject, 2), newJob('editor', now(), subject, 2)));
    await assertSucceeds(wish({ job_id: jobIn('failed'), action: 'retry' }));
    await stand.amend(paths.collection(WORKSPACE, subject), {
      'processing_status.document_processing.task_id': 'the-second-run',
    });
    await assertFails(
      set(editor, paths.jobRequest(WORKSPACE, 'r3'), {
        ...newRequest('editor', now()),
        job_id: jobIn('failed'),
        action: 'retry',
      }),
    );
  });
});

describe('the rules', () => {
  it('have no allow that these tests have not seen both ways', () => {
    const unseen = stand
      .coverage()
      .filter((allow) => allow.true === 0 || allow.false + allow.error + allow.unknown === 0)
      .map(({ line, methods }) => `line ${line}: allow ${methods.join(', ')}`);
    expect(stand.coverage().length).toBeGreaterThan(10);
    expect(unseen).toEqual([]);
  });
});
