/** Who makes API keys, of what kind, and what may be done to them afterwards. */
import { paths } from '@docket/model/paths';
import { deleteDoc, doc, serverTimestamp, setDoc, updateDoc } from 'firebase/firestore';
import { describe, expect, it } from 'vitest';
import { decisionOn, type FirestoreStand } from './firestore-stand.ts';
import { OTHER_WORKSPACE, uidOf, WORKSPACE } from './people.ts';
import { API_KEY, NEW_API_KEY, newApiKey, REVOKED_API_KEY } from './valid-api.ts';
import type { Fields } from './valid-writes.ts';

const now = serverTimestamp;

/** API keys as an owner writes them. */
export function specifyApiKeys(stand: () => FirestoreStand): void {
  const owner = () => stand().as('owner');
  const create = (fields: Fields, id = NEW_API_KEY) =>
    decisionOn(
      setDoc(doc(owner(), paths.apiKey(WORKSPACE, id)), { ...newApiKey('owner', now()), ...fields }),
    );
  const change = (id: string, fields: Fields) =>
    decisionOn(updateDoc(doc(owner(), paths.apiKey(WORKSPACE, id)), fields));
  const revoked = () => ({ revoked_at: now(), revoked_by: uidOf('owner') });

  describe('an API key', () => {
    it.each<[string, Fields]>([
      ['read alone', { scopes: ['read'] }],
      ['do all that there is', { scopes: ['read', 'review', 'edit', 'administer'] }],
      ['be used for ever', { expires_at: null }],
    ])('may %s', async (_, fields) => {
      expect(await create(fields)).toBe('allowed');
    });

    it.each<[string, Fields]>([
      ['no name', { name: ' ' }],
      ['an endless name', { name: 'x'.repeat(121) }],
      ['no scope', { scopes: [] }],
      ['scopes without reading', { scopes: ['edit'] }],
      ['a scope nobody knows', { scopes: ['read', 'everything'] }],
      ['a scope twice', { scopes: ['read', 'edit', 'edit'] }],
      ['scopes that are no list', { scopes: 'read' }],
      ['its secret instead of a hash', { secret_hash: '-_v7'.repeat(11) }],
      ['no hash', { secret_hash: null }],
      ['a hint that says too much', { hint: 'x7Qd0' }],
      ['a hint that is no text', { hint: 1234 }],
      ['an expiry that is over', { expires_at: new Date('2026-01-01T00:00:00Z') }],
      ['an expiry that is no time', { expires_at: '2100-01-01' }],
      ["somebody else's signature", { created_by: uidOf('editor') }],
      ['a time of its own', { created_at: new Date(0) }],
      ['its end already', { revoked_at: now(), revoked_by: uidOf('owner') }],
      ['half an end', { revoked_by: uidOf('owner') }],
      ['more than is asked for', { secret: 'abc' }],
    ])('is refused with %s', async (_, fields) => {
      expect(await create(fields)).toBe('refused');
    });

    it.each(['short', 'with-a-dash-like-this', 'x'.repeat(21), 'ÄÖÜäöüßéèêëàâîïôûùçñ'])(
      'is not called %s',
      async (id) => {
        expect(await create({}, id)).toBe('refused');
      },
    );

    it('is not made in a workspace of others', async () => {
      const elsewhere = doc(owner(), paths.apiKey(OTHER_WORKSPACE, NEW_API_KEY));
      expect(await decisionOn(setDoc(elsewhere, newApiKey('owner', now())))).toBe('refused');
    });

    it('is revoked by an owner, who signs that', async () => {
      expect(await change(API_KEY, { ...revoked(), revoked_by: uidOf('editor') })).toBe('refused');
      expect(await change(API_KEY, { ...revoked(), revoked_at: new Date(0) })).toBe('refused');
      expect(await change(API_KEY, { revoked_at: now() })).toBe('refused');
      expect(await change(API_KEY, revoked())).toBe('allowed');
    });

    it.each<[string, Fields]>([
      ['its hash', { secret_hash: 'cd'.repeat(32) }],
      ['what it may do', { scopes: ['read', 'edit', 'administer'] }],
      ['when it expires', { expires_at: null }],
      ['its name', { name: 'Another' }],
      ['who has made it', { created_by: uidOf('editor') }],
    ])('never changes %s, not even on the way out', async (_, fields) => {
      expect(await change(API_KEY, fields)).toBe('refused');
      expect(await change(API_KEY, { ...revoked(), ...fields })).toBe('refused');
    });

    it('is revoked for good', async () => {
      expect(await change(REVOKED_API_KEY, { revoked_at: null, revoked_by: null })).toBe('refused');
      expect(await change(REVOKED_API_KEY, revoked())).toBe('refused');
      expect(await create({}, REVOKED_API_KEY)).toBe('refused');
    });

    it('is not deleted, revoked or not, so that its id and secret cannot come back', async () => {
      for (const id of [API_KEY, REVOKED_API_KEY])
        expect(await decisionOn(deleteDoc(doc(owner(), paths.apiKey(WORKSPACE, id))))).toBe('refused');
    });
  });
}
