/** Who is told of what, and who may see that. */
import { NOTIFICATION_EVENTS } from '@docket/model/notifications';
import { paths } from '@docket/model/paths';
import { deleteDoc, doc, getDoc, serverTimestamp, setDoc, updateDoc } from 'firebase/firestore';
import { describe, expect, it } from 'vitest';
import { decisionOn, type FirestoreStand } from './firestore-stand.ts';
import { PEOPLE, uidOf, WORKSPACE } from './people.ts';
import { newPing, newWebhook, sentAgain } from './valid-records.ts';
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

    it('is nothing as long as it is not known whose the address is', async () => {
      const own = doc(stand().as('reviewer'), paths.mailSettings(WORKSPACE, uidOf('reviewer')));
      expect(await decisionOn(setDoc(own, { events: ['job.failed'] }))).toBe('refused');
      expect(await decisionOn(setDoc(own, { events: [] }))).toBe('allowed');
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

    it('is switched off and asked for other events, but keeps its address', async () => {
      expect(await change({ active: false, events: ['job.failed'] })).toBe('allowed');
      expect(await change({ url: 'https://elsewhere.example.com/' })).toBe('refused');
      expect(await change({ events: [] })).toBe('refused');
      expect(await change({ active: 'no' })).toBe('refused');
    });

    it('is switched on again by an owner after it was switched off, with nothing held against it', async () => {
      const off = doc(owner(), paths.webhook(WORKSPACE, 'off'));
      const failing = { since: new Date(0), deliveries: 1 };
      expect(await decisionOn(updateDoc(off, { failing }))).toBe('refused');
      expect(await decisionOn(updateDoc(off, { active: true, failing: null }))).toBe('allowed');
    });
  });

  describe('another secret of a webhook', () => {
    const [before, after] = ['ab'.repeat(32), 'cd'.repeat(32)];
    const renewed = { secret: after, previous_secret: before, secret_changed_at: now() };
    const change = (fields: Fields) =>
      decisionOn(updateDoc(doc(owner(), paths.webhook(WORKSPACE, 'w1')), fields));

    it('is set beside the one before, or in its place', async () => {
      expect(await change({ ...renewed, previous_secret: null })).toBe('allowed');
      const again = { ...renewed, secret: 'ef'.repeat(32), previous_secret: after };
      expect(await change(again)).toBe('allowed');
    });

    it.each<[string, Fields]>([
      ['without saying when', { secret: after, previous_secret: before }],
      ['at another time', { ...renewed, secret_changed_at: new Date(0) }],
      ['in a form that nobody knows', { ...renewed, secret: 'hunter2' }],
      ['as no text', { ...renewed, secret: null }],
      ['without being another one', { ...renewed, secret: before }],
      ['beside one that it never had', { ...renewed, previous_secret: 'ef'.repeat(32) }],
      ['together with another address', { ...renewed, url: 'https://elsewhere.example.com/' }],
    ])('is not set %s', async (_, fields) => {
      expect(await change(fields)).toBe('refused');
    });
  });

  describe('a test of a webhook', () => {
    const send = (fields: Fields) =>
      decisionOn(
        setDoc(doc(owner(), paths.webhookDelivery(WORKSPACE, 'd')), { ...newPing(now()), ...fields }),
      );
    const ping = (webhook: string) => ({
      webhook_id: webhook,
      payload: { event: 'ping', workspace_id: WORKSPACE, webhook_id: webhook },
    });

    it('is sent at the wish of an owner', async () => {
      expect(await send({})).toBe('allowed');
    });

    it.each<[string, Fields]>([
      ['to another address than that of the webhook', { url: 'https://elsewhere.example.com/' }],
      ['to a webhook that is switched off', ping('off')],
      ['to a webhook that is gone', ping('gone')],
      ['in the name of another webhook', { payload: ping('off').payload }],
      [
        'in the name of another workspace',
        { payload: { event: 'ping', workspace_id: 'other', webhook_id: 'w1' } },
      ],
      [
        'as the end of a run',
        { payload: { event: 'job.completed', workspace_id: WORKSPACE, webhook_id: 'w1' } },
      ],
      ['with more than a test says', { payload: { ...ping('w1').payload, job_id: 'j' } }],
      ['as one that has arrived', { state: 'delivered' }],
      ['kept from the sweeper', { open: false }],
      ['later', { next_attempt_at: new Date(4e12) }],
      ['with a past', { created_at: new Date(0) }],
      ['with attempts that were not made', { attempts: [{ status: 200 }] }],
      ['with more than is asked for', { expires_at: new Date(0) }],
    ])('is not sent %s', async (_, fields) => {
      expect(await send(fields)).toBe('refused');
    });
  });

  describe('a delivery', () => {
    const again = (number: number) => sentAgain('owner', now(), number);
    const change = (id: string, fields: Fields) =>
      decisionOn(updateDoc(doc(owner(), paths.webhookDelivery(WORKSPACE, id)), fields));

    it('is sent again when it has failed and when it has arrived, and counted each time', async () => {
      expect(await change('failed', again(2))).toBe('refused');
      expect(await change('failed', again(1))).toBe('allowed');
      expect(await change('delivered', again(1))).toBe('refused');
      expect(await change('delivered', again(2))).toBe('allowed');
    });

    it('is not sent again while it is under way, nor when its webhook is off or gone', async () => {
      expect(await change('pending', again(1))).toBe('refused');
      expect(await change('of-off', again(1))).toBe('refused');
      expect(await change('of-gone', again(1))).toBe('refused');
    });

    it.each<[string, Fields]>([
      ['declared delivered', { state: 'delivered' }],
      ['kept from the sweeper', { open: false }],
      ['sent at another time', { next_attempt_at: new Date(0) }],
      ['sent without saying who wished it', { replay: null }],
      ['sent in the name of somebody else', { replay: { number: 1, by: uidOf('editor'), at: now() } }],
      [
        'said to have been sent again at another time',
        { replay: { number: 1, by: uidOf('owner'), at: new Date(0) } },
      ],
      ['given a word with it', { replay: { number: 1, by: uidOf('owner'), at: now(), why: 'because' } }],
      ['removed while it is sent', { expires_at: new Date(0) }],
      ['given another payload', { payload: { run: 2 } }],
      ['given another webhook', { webhook_id: 'off' }],
      ['given other attempts', { attempts: [] }],
    ])('is not %s', async (_, fields) => {
      expect(await change('failed', { ...again(1), ...fields })).toBe('refused');
    });
  });
}
