/** Invitations: what an owner may offer, and that what they are worth is nobody's to change afterwards. */
import { INVITATION_DAYS, expiryOf } from '@docket/model/members/invitation';
import { LIMITS } from '@docket/model/limits';
import { paths } from '@docket/model/paths';
import { ROLES } from '@docket/model/roles';
import { deleteField, doc, serverTimestamp, setDoc, updateDoc } from 'firebase/firestore';
import { describe, expect, it } from 'vitest';
import { decisionOn, type FirestoreStand } from './firestore-stand.ts';
import { uidOf, WORKSPACE } from './people.ts';
import { newInvitation } from './valid-records.ts';
import type { Fields } from './valid-writes.ts';

const now = serverTimestamp;

/** Invitations, as owners make them and take them back. */
export function specifyInvitations(stand: () => FirestoreStand): void {
  const owner = () => stand().as('owner');

  describe('an invitation', () => {
    const create = (fields: Fields, id = 'another') =>
      decisionOn(
        setDoc(doc(owner(), paths.invitation(WORKSPACE, id)), {
          ...newInvitation('owner', now()),
          ...fields,
        }),
      );
    const change = (fields: Fields, id = 'open') =>
      decisionOn(updateDoc(doc(owner(), paths.invitation(WORKSPACE, id)), fields));
    const revoked = { kind: 'revoked', by: uidOf('owner'), at: now() };

    it.each(ROLES)('may be for the role %s', async (role) => {
      expect(await create({ role })).toBe('allowed');
    });

    it.each(INVITATION_DAYS)('may hold for %d days', async (days) => {
      expect(await create({ expires_at: expiryOf(new Date(), days) })).toBe('allowed');
    });

    it('may be for whoever has the link', async () => {
      expect(await create({ email: null, label: '' })).toBe('allowed');
    });

    it.each<[string, Fields]>([
      ['a role that there is not', { role: 'superuser' }],
      ['an address that is none', { email: 'ines' }],
      ['an address in capitals, which nobody would match', { email: 'Ines@docket.example' }],
      ['an endless address', { email: `${'x'.repeat(LIMITS.emailCharacters)}@docket.example` }],
      ['a label without end', { label: 'x'.repeat(LIMITS.nameCharacters + 1) }],
      ['a label that is no text', { label: 7 }],
      ['a secret instead of its hash', { hash: 'secret' }],
      ['a hash that is no text', { hash: null }],
      ["somebody else's signature", { created_by: uidOf('editor') }],
      ['a time of its own', { created_at: new Date(0) }],
      ['an end that has come', { expires_at: new Date(0) }],
      ['an end that never comes', { expires_at: expiryOf(new Date(), 40) }],
      ['an end that is no time', { expires_at: 'never' }],
      ['its acceptance', { state: { kind: 'accepted', by: uidOf('stranger'), at: now() } }],
      ['a state that knows more', { state: { kind: 'open', by: uidOf('owner') } }],
      ['more than is asked for', { uses: 100 }],
    ])('is refused with %s', async (_, fields) => {
      expect(await create(fields)).toBe('refused');
    });

    it('is refused under an id that is no id, and in the place of another', async () => {
      expect(await create({}, 'a.b')).toBe('refused');
      expect(await create({}, 'open')).toBe('refused');
    });

    it('is taken back, and then stays so', async () => {
      expect(await change({ state: revoked })).toBe('allowed');
      expect(await change({ state: { kind: 'open' } })).toBe('refused');
      expect(await change({ state: revoked })).toBe('refused');
    });

    it.each(['accepted', 'revoked'])('is not taken back when it is %s', async (id) => {
      expect(await change({ state: revoked }, id)).toBe('refused');
      expect(await change({ state: { kind: 'open' } }, id)).toBe('refused');
    });

    it.each<[string, Fields]>([
      ['accepted by a client', { state: { kind: 'accepted', by: uidOf('owner'), at: now() } }],
      ['taken back in another name', { state: { ...revoked, by: uidOf('editor') } }],
      ['taken back at another time', { state: { ...revoked, at: new Date(0) } }],
      ['taken back with more to say', { state: { ...revoked, reason: 'none' } }],
      ['given another secret', { state: revoked, hash: 'ab'.repeat(32) }],
      ['given another secret alone', { hash: 'ab'.repeat(32) }],
      ['given another role', { role: 'owner' }],
      ['given to another address', { email: 'eve@docket.example' }],
      ['prolonged', { expires_at: expiryOf(new Date(), 20) }],
      ['left without a state', { state: deleteField() }],
    ])('is not %s', async (_, fields) => {
      expect(await change(fields)).toBe('refused');
    });
  });
}
