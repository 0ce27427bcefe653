/** How workspaces come into being, and that roles are nobody's to change. */
import { LIMITS } from '@docket/model/limits';
import { paths } from '@docket/model/paths';
import { ROLES } from '@docket/model/roles';
import {
  deleteDoc,
  doc,
  type Firestore,
  serverTimestamp,
  setDoc,
  updateDoc,
  writeBatch,
} from 'firebase/firestore';
import { describe, expect, it } from 'vitest';
import { decisionOn, type FirestoreStand } from './firestore-stand.ts';
import { uidOf, WORKSPACE } from './people.ts';
import { type Fields, founder, newWorkspace } from './valid-writes.ts';

const now = serverTimestamp;
const set = (db: Firestore, path: string, fields: Fields) => setDoc(doc(db, path), fields);

/** Workspaces and their members. */
export function specifyWorkspaces(stand: () => FirestoreStand): void {
  const stranger = () => stand().as('stranger');

  describe('founding a workspace', () => {
    const found = (changes: { workspace?: Fields; member?: Fields; id?: string; memberId?: string }) => {
      const id = changes.id ?? 'atelier';
      return writeBatch(stranger())
        .set(doc(stranger(), paths.workspace(id)), {
          ...newWorkspace('stranger', now()),
          ...changes.workspace,
        })
        .set(doc(stranger(), paths.member(id, changes.memberId ?? uidOf('stranger'))), {
          ...founder('stranger', id, now()),
          ...changes.member,
        })
        .commit();
    };

    it('needs both the workspace and its owner', async () => {
      expect(
        await decisionOn(set(stranger(), paths.workspace('atelier'), newWorkspace('stranger', now()))),
      ).toBe('refused');
      expect(
        await decisionOn(
          set(stranger(), paths.member('atelier', uidOf('stranger')), founder('stranger', 'atelier', now())),
        ),
      ).toBe('refused');
      expect(await decisionOn(found({}))).toBe('allowed');
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
      ['with a membership from another time', { member: { joined_at: new Date(0) } }],
      ['with a membership in another name', { member: { uid: uidOf('owner') } }],
      ['with more of a membership than is asked for', { member: { quota: 1000 } }],
      ['with a display name without end', { member: { display_name: 'x'.repeat(321) } }],
      ['where there is one', { id: WORKSPACE }],
    ])('is refused %s', async (_, changes) => {
      expect(await decisionOn(found(changes))).toBe('refused');
    });

    it('makes one member, no other', async () => {
      const batch = writeBatch(stranger())
        .set(doc(stranger(), paths.workspace('atelier')), newWorkspace('stranger', now()))
        .set(
          doc(stranger(), paths.member('atelier', uidOf('stranger'))),
          founder('stranger', 'atelier', now()),
        )
        .set(
          doc(stranger(), paths.member('atelier', uidOf('viewer'))),
          founder('stranger', 'atelier', now()),
        );
      expect(await decisionOn(batch.commit())).toBe('refused');
    });

    it('is no way back for a founder who was removed', async () => {
      const path = paths.member(WORKSPACE, uidOf('owner'));
      await stand().remove(path);
      const db = stand().as('owner');
      expect(await decisionOn(set(db, path, founder('owner', WORKSPACE, now())))).toBe('refused');
    });

    it('is no way into a workspace that exists', async () => {
      const path = paths.member(WORKSPACE, uidOf('stranger'));
      expect(await decisionOn(set(stranger(), path, founder('stranger', WORKSPACE, now())))).toBe('refused');
    });
  });

  describe('a workspace', () => {
    const change = (fields: Fields) =>
      decisionOn(updateDoc(doc(stand().as('owner'), paths.workspace(WORKSPACE)), fields));

    it('is given another name by an owner', async () => {
      expect(await change({ name: 'Harbour & Vale' })).toBe('allowed');
    });

    it.each<[string, Fields]>([
      ['no name', { name: ' ' }],
      ['an endless name', { name: 'x'.repeat(LIMITS.nameCharacters + 1) }],
      ['a name that is no text', { name: 7 }],
      ['another founder', { name: 'Harbour', created_by: uidOf('editor') }],
      ['another beginning', { created_at: now() }],
      ['more than a name', { name: 'Harbour', plan: 'enterprise' }],
    ])('is not given %s', async (_, fields) => {
      expect(await change(fields)).toBe('refused');
    });
  });

  describe('a role', () => {
    it.each(ROLES)('cannot be changed by the %s who has it, nor given away', async (role) => {
      const db = stand().as(role);
      const own = doc(db, paths.member(WORKSPACE, uidOf(role)));
      expect(await decisionOn(updateDoc(own, { role: 'owner', display_name: 'Boss' }))).toBe('refused');
      expect(await decisionOn(set(db, own.path, founder(role, WORKSPACE, now())))).toBe('refused');
      expect(await decisionOn(deleteDoc(own))).toBe('refused');
      expect(
        await decisionOn(updateDoc(doc(db, paths.member(WORKSPACE, uidOf('viewer'))), { role: 'editor' })),
      ).toBe('refused');
    });
  });
}
