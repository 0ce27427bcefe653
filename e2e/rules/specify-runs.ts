/** How a run is started, and what may be asked of it. */
import { ALLOWED_REQUESTS, JOB_STATUSES, LATER_STARTS, REQUEST_ACTIONS } from '@docket/model/job';
import { LIMITS } from '@docket/model/limits';
import { COLLECTION_PIPELINES } from '@docket/model/pipelines';
import { jobId, paths } from '@docket/model/paths';
import { doc, type Firestore, serverTimestamp, setDoc, updateDoc } from 'firebase/firestore';
import { describe, expect, it } from 'vitest';
import { decisionOn, type FirestoreStand } from './firestore-stand.ts';
import { uidOf, WORKSPACE } from './people.ts';
import { collectionIn, FRESH, jobIn } from './seed.ts';
import { type Fields, newCollection, newJob, newJobPath, newRequest } from './valid-writes.ts';

const now = serverTimestamp;
const set = (db: Firestore, path: string, fields: Fields) => setDoc(doc(db, path), fields);

/** Jobs and wishes, as an editor writes them. */
export function specifyRuns(stand: () => FirestoreStand): void {
  const editor = () => stand().as('editor');

  describe('a start', () => {
    it.each<[string, Fields]>([
      ...JOB_STATUSES.filter((status) => status !== 'queued').map((status): [string, Fields] => [
        `as a job that is ${status}`,
        { status },
      ]),
      ['as a job that nobody looks after', { open: false }],
      ['on an unknown kind of subject', { subject: { type: 'workspace', id: FRESH } }],
      ['on a subject with more than its name', { subject: { type: 'collection', id: FRESH, path: '/' } }],
      ['without documents', { input: { document_ids: [] } }],
      [
        'with too many documents',
        { input: { document_ids: Array.from({ length: LIMITS.documentsPerCollection + 1 }, () => 'd') } },
      ],
      ['with documents elsewhere', { input: { document_ids: ['../other/d1'] } }],
      ['with something below a document', { input: { document_ids: ['d1/products'] } }],
      ['with several ids in one', { input: { document_ids: ['d1,d2'] } }],
      ['with documents that are numbers', { input: { document_ids: [1, 2] } }],
      ['with an empty id', { input: { document_ids: ['d1', ''] } }],
      ['with an endless id', { input: { document_ids: ['d'.repeat(129)] } }],
      ['with the same document twice', { input: { document_ids: ['d1', 'd1'] } }],
      ['with more input than documents', { input: { document_ids: ['d1'], force: true } }],
      ['with a run that is no number', { run: '1' }],
      ["in somebody else's name", { created_by: uidOf('owner') }],
      ['at a time of its own', { created_at: new Date(0) }],
      ['with progress', { progress: null }],
      ['with a place in the engine', { execution: { state: 'unclaimed' } }],
      ['in a later phase', { phase: 6 }],
      ['that begins in a later phase', { from_phase: 3 }],
      [
        'with an endless hint',
        { input: { document_ids: ['d1'], hint: 'x'.repeat(LIMITS.hintCharacters + 1) } },
      ],
      ['with a hint that is no text', { input: { document_ids: ['d1'], hint: ['x'] } }],
      ['with attempts', { attempts: [] }],
    ])('is refused %s', async (_, change) => {
      expect(await decisionOn(set(editor(), newJobPath(), { ...newJob('editor', now()), ...change }))).toBe(
        'refused',
      );
    });

    it('may carry a hint about the categories', async () => {
      const hint = 'x'.repeat(LIMITS.hintCharacters);
      const job = { ...newJob('editor', now()), input: { document_ids: ['d1'], hint } };
      expect(await decisionOn(set(editor(), newJobPath(), job))).toBe('allowed');
    });

    it.each(COLLECTION_PIPELINES)(
      'of %s is a start like any other, beside the runs of other pipelines',
      async (pipeline) => {
        const subject = collectionIn('completed');
        const run = pipeline === 'document_processing' ? 2 : 1;
        const start = (change: Fields) =>
          set(editor(), newJobPath(subject, run, pipeline), {
            ...newJob('editor', now(), subject, run, pipeline),
            ...change,
          });
        expect(await decisionOn(start({ input: { document_ids: ['d1'], force: true } }))).toBe('refused');
        expect(await decisionOn(start({ from_phase: 2 }))).toBe('refused');
        expect(await decisionOn(start({}))).toBe('allowed');
      },
    );

    it.each(
      COLLECTION_PIPELINES.flatMap((pipeline) => [1, 2, 3, 4, 5, 6, 7].map((phase) => ({ pipeline, phase }))),
    )('of $pipeline from phase $phase is allowed where the model says so', async ({ pipeline, phase }) => {
      const job = { ...newJob('editor', now(), FRESH, 1, pipeline), from_phase: phase };
      const allowed = LATER_STARTS[pipeline].includes(phase) ? 'allowed' : 'refused';
      expect(await decisionOn(set(editor(), newJobPath(FRESH, 1, pipeline), job))).toBe(allowed);
    });

    it('gives hints to nobody who has no use for them, and documents to no deck', async () => {
      const items = newJob('editor', now(), FRESH, 1, 'item_generation');
      const withHint = { ...items, input: { document_ids: ['d1'], hint: 'by gender' } };
      expect(await decisionOn(set(editor(), newJobPath(FRESH, 1, 'item_generation'), withHint))).toBe(
        'refused',
      );
      const deck = {
        ...newJob('editor', now(), FRESH, 1, 'deck_generation'),
        input: { document_ids: ['d1'] },
      };
      expect(await decisionOn(set(editor(), newJobPath(FRESH, 1, 'deck_generation'), deck))).toBe('refused');
    });

    it('is refused under any id but its own', async () => {
      expect(await decisionOn(set(editor(), paths.job(WORKSPACE, 'mine'), newJob('editor', now())))).toBe(
        'refused',
      );
      expect(await decisionOn(set(editor(), newJobPath(FRESH, 2), newJob('editor', now())))).toBe('refused');
      expect(await decisionOn(set(editor(), newJobPath(FRESH, 2), newJob('editor', now(), FRESH, 2)))).toBe(
        'refused',
      );
      expect(await decisionOn(set(editor(), newJobPath(FRESH, 0), newJob('editor', now(), FRESH, 0)))).toBe(
        'refused',
      );
    });

    it('is refused for a pipeline that does not exist, under whatever id', async () => {
      const job = { ...newJob('editor', now()), pipeline: 'mining' };
      const request = set(editor(), paths.job(WORKSPACE, `${FRESH}-mining-1`), job);
      expect(await decisionOn(request)).toBe('refused');
    });

    it('succeeds with as many documents as a collection may have', async () => {
      const document_ids = Array.from(
        { length: LIMITS.documentsPerCollection },
        (_, index) => `d_${index}-a`,
      );
      const job = { ...newJob('editor', now()), input: { document_ids } };
      expect(await decisionOn(set(editor(), newJobPath(), job))).toBe('allowed');
    });

    it('on a collection with the longest id can be cancelled', async () => {
      const id = 'c'.repeat(128);
      const job = newJob('editor', now(), id);
      await setDoc(doc(editor(), paths.collection(WORKSPACE, id)), newCollection('editor', now()));
      expect(await decisionOn(set(editor(), newJobPath(id), job))).toBe('allowed');
      const request = { ...newRequest('editor', now()), job_id: jobId(id, 'document_processing', 1) };
      expect(await decisionOn(set(editor(), paths.jobRequest(WORKSPACE, 'r2'), request))).toBe('allowed');
    });

    it('is refused on a collection that does not exist', async () => {
      expect(await decisionOn(set(editor(), newJobPath('nowhere'), newJob('editor', now(), 'nowhere')))).toBe(
        'refused',
      );
    });

    it.each(JOB_STATUSES)('after a run that is %s', async (status) => {
      const subject = collectionIn(status);
      const second = set(editor(), newJobPath(subject, 2), newJob('editor', now(), subject, 2));
      const isOver = status === 'cancelled' || status === 'failed' || status === 'completed';
      expect(await decisionOn(second)).toBe(isOver ? 'allowed' : 'refused');
      expect(
        await decisionOn(set(editor(), newJobPath(subject, 1), newJob('editor', now(), subject, 1))),
      ).toBe('refused');
      expect(
        await decisionOn(set(editor(), newJobPath(subject, 3), newJob('editor', now(), subject, 3))),
      ).toBe('refused');
    });

    it('succeeds once, however often it is tried', async () => {
      const tries = Array.from({ length: 5 }, () => set(editor(), newJobPath(), newJob('editor', now())));
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
      for (const db of [stand().as('owner'), editor()]) {
        expect(await decisionOn(updateDoc(doc(db, paths.job(WORKSPACE, jobIn('processing'))), change))).toBe(
          'refused',
        );
      }
    });
  });

  describe('a wish', () => {
    const path = paths.jobRequest(WORKSPACE, 'r2');
    const wish = (change: Fields) => set(editor(), path, { ...newRequest('editor', now()), ...change });
    const table = JOB_STATUSES.flatMap((status) =>
      REQUEST_ACTIONS.map((action) => {
        const allowed: readonly string[] = ALLOWED_REQUESTS[status];
        return { status, action, may: allowed.includes(action) ? 'may' : 'may not' };
      }),
    );

    it.each(table)('to $action a job that is $status $may be uttered', async ({ status, action, may }) => {
      const request = wish({ job_id: jobIn(status), action });
      expect(await decisionOn(request)).toBe(may === 'may' ? 'allowed' : 'refused');
    });

    it.each<[string, Fields]>([
      ['about a job that does not exist', { job_id: 'nothing' }],
      ['about a path', { job_id: '../x' }],
      ['for an unknown action', { action: 'delete' }],
      ["in somebody else's name", { by: uidOf('owner') }],
      ['at a time of its own', { at: new Date(0) }],
      ['with more than is asked for', { force: true }],
    ])('is refused %s', async (_, change) => {
      expect(await decisionOn(wish(change))).toBe('refused');
    });

    it('is refused under an id that is no id', async () => {
      const request = set(editor(), paths.jobRequest(WORKSPACE, 'r.2'), newRequest('editor', now()));
      expect(await decisionOn(request)).toBe('refused');
    });

    it('to retry a run is refused once another run has come after it', async () => {
      const subject = collectionIn('failed');
      expect(
        await decisionOn(set(editor(), newJobPath(subject, 2), newJob('editor', now(), subject, 2))),
      ).toBe('allowed');
      expect(await decisionOn(wish({ job_id: jobIn('failed'), action: 'retry' }))).toBe('allowed');
      await stand().amend(paths.collection(WORKSPACE, subject), {
        'processing_status.document_processing.task_id': 'the-second-run',
      });
      expect(
        await decisionOn(
          set(editor(), paths.jobRequest(WORKSPACE, 'r3'), {
            ...newRequest('editor', now()),
            job_id: jobIn('failed'),
            action: 'retry',
          }),
        ),
      ).toBe('refused');
    });
  });
}
