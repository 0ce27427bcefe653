/** The processing queue: its owners' to operate, and nobody else's. */
import { REQUEST_ACTIONS } from '@docket/model/job';
import { collectionGroups, paths } from '@docket/model/paths';
import {
  collection,
  collectionGroup,
  doc,
  getDocs,
  serverTimestamp,
  setDoc,
  updateDoc,
} from 'firebase/firestore';
import { describe, expect, it } from 'vitest';
import { decisionOn, type FirestoreStand } from './firestore-stand.ts';
import { PEOPLE, uidOf, WORKSPACE } from './people.ts';
import { BACKFILL, BACKFILL_JOB } from './seed.ts';
import { type Fields, newAdminRequest, newJob, newJobPath, newRequest } from './valid-writes.ts';

const now = serverTimestamp;

/** The queue's settings, wishes of administrators and backfills, as an owner writes them. */
export function specifyQueue(stand: () => FirestoreStand): void {
  const owner = () => stand().as('owner');
  const create = (path: string, fields: Fields) => decisionOn(setDoc(doc(owner(), path), fields));

  describe('the queue', () => {
    const path = paths.queueSettings(WORKSPACE);
    const settings = () => ({ paused: true, by: uidOf('owner'), at: now() });

    it('is paused by an owner, also before anybody has said anything about it', async () => {
      expect(await create(path, settings())).toBe('allowed');
      await stand().remove(path);
      expect(await create(path, settings())).toBe('allowed');
    });

    it.each<[string, Fields]>([
      ['a pause that is no yes or no', { paused: 'yes' }],
      ["somebody else's name", { by: uidOf('editor') }],
      ['a time of its own', { at: new Date(0) }],
      ['more than is asked for', { until: null }],
    ])('is refused %s', async (_, change) => {
      expect(await create(path, { ...settings(), ...change })).toBe('refused');
      expect(await decisionOn(updateDoc(doc(owner(), path), { ...settings(), ...change }))).toBe('refused');
      await stand().remove(path);
      expect(await create(path, { ...settings(), ...change })).toBe('refused');
    });
  });

  describe("an administrator's wish", () => {
    const wish = (change: Fields, id = 'a2') =>
      create(paths.adminRequest(WORKSPACE, id), { ...newAdminRequest('owner', now()), ...change });
    const plain = (fields: Fields) =>
      create(paths.adminRequest(WORKSPACE, 'a2'), { by: uidOf('owner'), at: now(), ...fields });

    it('is to retry all that has failed, or what has failed for one cause', async () => {
      expect(await wish({})).toBe('allowed');
      expect(await wish({ cause: 'host_unavailable' }, 'a3')).toBe('allowed');
    });

    it.each(['preview_backfill', 'start_backfill'])('is to %s', async (action) => {
      expect(await plain({ action })).toBe('allowed');
      expect(await plain({ action, cause: null })).toBe('refused');
    });

    it.each<[string, Fields]>([
      ['for an unknown action', { action: 'delete_all' }],
      ['for no action', { action: null }],
      ['for a cause that is no text', { cause: 5 }],
      ['for an endless cause', { cause: 'x'.repeat(101) }],
      ["in somebody else's name", { by: uidOf('editor') }],
      ['at a time of its own', { at: new Date(0) }],
      ['with more than is asked for', { force: true }],
    ])('is refused %s', async (_, change) => {
      expect(await wish(change)).toBe('refused');
    });

    it('is refused without a cause, and under an id that is no id', async () => {
      expect(await plain({ action: 'retry_all_failed' })).toBe('refused');
      expect(await wish({}, 'a.2')).toBe('refused');
    });

    it('is found in its workspace, not in all of them', async () => {
      expect(await decisionOn(getDocs(collection(owner(), paths.adminRequests(WORKSPACE))))).toBe('allowed');
      expect(await decisionOn(getDocs(collectionGroup(owner(), collectionGroups.adminRequests)))).toBe(
        'refused',
      );
    });
  });

  describe('a backfill', () => {
    it.each(PEOPLE.filter((person) => person !== 'nobody signed in'))(
      'is not started by a job of %s, whatever it runs on',
      async (person) => {
        const db = stand().as(person);
        for (const [type, id, run] of [
          ['backfill', BACKFILL, 1],
          ['backfill', BACKFILL, 2],
          ['backfill', 'mine', 1],
          ['image_batch', 'mine', 1],
        ] as const) {
          const job = { ...newJob(person, now(), id, run, 'image_backfill'), subject: { type, id } };
          expect(await decisionOn(setDoc(doc(db, newJobPath(id, run, 'image_backfill')), job))).toBe(
            'refused',
          );
        }
      },
    );

    it('is no subject for batches of images', async () => {
      const job = {
        ...newJob('owner', now(), BACKFILL, 1, 'image_processing'),
        subject: { type: 'backfill', id: BACKFILL },
      };
      expect(await create(newJobPath(BACKFILL, 1, 'image_processing'), job)).toBe('refused');
    });

    it.each(REQUEST_ACTIONS)('that runs takes the wish to %s from an owner alone', async (action) => {
      const ask = (person: 'owner' | 'editor') =>
        decisionOn(
          setDoc(doc(stand().as(person), paths.jobRequest(WORKSPACE, `of-${person}`)), {
            ...newRequest(person, now()),
            job_id: BACKFILL_JOB,
            action,
          }),
        );
      const possible = ['cancel', 'pause', 'resume'].includes(action);
      expect(await ask('owner')).toBe(possible ? 'allowed' : 'refused');
      expect(await ask('editor')).toBe('refused');
    });
  });
}
