/** Who is told of what, and who may see that. */
import { NOTIFICATION_EVENTS } from '@docket/model/notifications';
import { paths } from '@docket/model/paths';
import { deleteDoc, doc, getDoc, serverTimestamp, setDoc, updateDoc } from 'firebase/firestore';
import { describe, expect, it } from 'vitest';
import { decisionOn, type FirestoreStand } from './firestore-stand.ts';
import { PEOPLE, uidOf, WORKSPACE } from './people.ts';
import { newWebhook } from './valid-records.ts';
import type { Fields } from './valid-writes.ts';

const now = serverTimestamp;

/** Mail settings, as each member writes their own; webhooks and deliveries, as an owner does. */
export function specifyNotifications(stand: () => FirestoreStand): void {
  const owner = () => stand().as('owner');

  describe('what a member wants to be told by mail', () => {
    const path = paths.mailSettings(WORKSPACE, uidOf('viewer'));

    it.each(PEOPLE.filter((person) => person !== 'viewer'))(
      'is hidden from %s, who cannot change it',
      async (person) => {
        const settings = doc(stand().as(person), path);
        expect(await decisionOn(getDoc(settings))).toBe('refused');
        expect(await decisionOn(setDoc(settings, { events: [] }))).toBe('refused');
        expect(await decisionOn(deleteDoc(settings))).toBe('refused');
      },
    );

    it('is seen and said by the member alone', async () => {
      const settings = doc(stand().as('viewer'), path);
      expect(await decisionOn(getDoc(settings))).toBe('allowed');
      expect(await decisionOn(setDoc(settings, { events: NOTIFICATION_EVENTS }))).toBe('allowed');
      expect(await decisionOn(setDoc(settings, { events: [] }))).toBe('allowed');
    });

    it('is said by a member who has not said anything before, and by nobody who is none', async () => {
      const own = (person: 'editor' | 'stranger') =>
        doc(stand().as(person), paths.mailSettings(WORKSPACE, uidOf(person)));
      expect(await decisionOn(setDoc(own('editor'), { events: ['job.failed'] }))).toBe('allowed');
      expect(await decisionOn(setDoc(own('stranger'), { events: ['job.failed'] }))).toBe('refused');
    });

    it.each<[string, Fields]>([
      ['an event nobody knows', { events: ['job.started'] }],
      ['events that are no list', { events: 'job.failed' }],
      ['an address of its own', { events: [], to: 'a@b.example' }],
    ])('has no %s', async (_, fields) => {
      expect(await decisionOn(setDoc(doc(stand().as('viewer'), path), fields))).toBe('refused');
    });
  });

  describe('a webhook', () => {
    const create = (fields: Fields) =>
      decisionOn(
        setDoc(doc(owner(), paths.webhook(WORKSPACE, 'w2')), { ...newWebhook('owner', now()), ...fields }),
      );
    const change = (fields: Fields) =>
      decisionOn(updateDoc(doc(owner(), paths.webhook(WORKSPACE, 'w1')), fields));

    it.each(['http://hooks.example.com', 'https://hooks.example.com:8443/a?b=c'])(
      'may be at %s',
      async (url) => {
        expect(await create({ url })).toBe('allowed');
      },
    );

    it.each<[string, Fields]>([
      ['another scheme', { url: 'file:///etc/passwd' }],
      ['no host', { url: 'https://' }],
      ['a name and password in its address', { url: 'https://a:b@hooks.example.com/' }],
      ['an endless address', { url: `https://hooks.example.com/${'x'.repeat(2000)}` }],
      ['no event', { events: [] }],
      ['an event nobody knows', { events: ['job.started'] }],
      ['a short secret', { secret: 'abc' }],
      ['a secret that is no text', { secret: null }],
      ['half a switch', { active: 'yes' }],
      ["somebody else's signature", { created_by: uidOf('editor') }],
      ['a time of its own', { created_at: new Date(0) }],
      ['more than is asked for', { headers: {} }],
    ])('is refused with %s', async (_, fields) => {
      expect(await create(fields)).toBe('refused');
    });

    it('is switched off and asked for other events, but keeps its address and secret', async () => {
      expect(await change({ active: false, events: ['job.failed'] })).toBe('allowed');
      expect(await change({ url: 'https://elsewhere.example.com/' })).toBe('refused');
      expect(await change({ secret: 'cd'.repeat(32) })).toBe('refused');
      expect(await change({ events: [] })).toBe('refused');
      expect(await change({ active: 'no' })).toBe('refused');
    });
  });

  describe('a delivery', () => {
    const again = { state: 'pending', open: true, next_attempt_at: now() };
    const change = (id: string, fields: Fields) =>
      decisionOn(updateDoc(doc(owner(), paths.webhookDelivery(WORKSPACE, id)), fields));

    it('is sent again when it has failed, not when it has arrived', async () => {
      expect(await change('delivered', again)).toBe('refused');
      expect(await change('failed', again)).toBe('allowed');
    });

    it.each<[string, Fields]>([
      ['declared delivered', { ...again, state: 'delivered' }],
      ['kept from the sweeper', { ...again, open: false }],
      ['sent at another time', { ...again, next_attempt_at: new Date(0) }],
      ['given another payload', { ...again, payload: { run: 2 } }],
    ])('is not %s', async (_, fields) => {
      expect(await change('failed', fields)).toBe('refused');
    });
  });
}
