import { describe, expect, it } from 'vitest';
import { eventarcTrigger, legacyTrigger, pendingEvent } from '../../test/events.ts';
import { root, wireFields } from '../../test/fixtures.ts';
import { owner } from '../access/caller.ts';
import { documentEventData } from '../transport/descriptors.ts';
import { decodeMessage } from '../transport/proto-json.ts';
import { eventRequest } from './event.ts';
import { authorOf } from './event-author.ts';

const trigger = eventarcTrigger('written');

function bodyOf(before: object | null, after: object | null): unknown {
  const { body } = eventRequest(trigger, pendingEvent({ before, after }));
  return decodeMessage(documentEventData, Buffer.from(body, 'base64'));
}

describe('an event of the second generation', () => {
  it('says in headers what happened where and when', () => {
    expect(eventRequest(trigger, pendingEvent()).headers).toMatchObject({
      'content-type': 'application/protobuf',
      'ce-id': 'event-1',
      'ce-type': 'google.cloud.firestore.document.v1.written',
      'ce-time': '1970-01-01T00:00:01.500000Z',
      'ce-source': '//firestore.googleapis.com/projects/demo-test/databases/(default)',
      'ce-subject': 'documents/jobs/j',
      'ce-document': 'jobs/j',
      'ce-database': '(default)',
    });
  });

  it('carries the documents as they are there, before and after', () => {
    const name = `${root}/jobs/j`;
    expect(bodyOf({ n: 1, m: { s: 'x' } }, { n: 1, m: { s: 'y' } })).toMatchObject({
      value: { name, fields: wireFields({ n: 1, m: { s: 'y' } }) },
      oldValue: { name, fields: wireFields({ n: 1, m: { s: 'x' } }) },
      updateMask: { fieldPaths: ['m.s'] },
    });
    expect(bodyOf(null, { n: 1 })).not.toHaveProperty('oldValue');
    expect(bodyOf({ n: 1 }, null)).not.toHaveProperty('value');
  });

  it.each([
    ['jobs/50% off', 'jobs/50% off'],
    ['jobs/50%25 off', 'jobs/50%2525 off'],
    ['jobs/%41/pages/%', 'jobs/%2541/pages/%'],
  ])('names %s so that functions, which decode it, have it right', (path, document) => {
    expect(eventRequest(trigger, pendingEvent({ path })).headers).toMatchObject({ 'ce-document': document });
  });

  it.each(['jobs/日本✓', 'jobs/new\nline', 'jobs/end ', 'jobs/é', `jobs/${'x'.repeat(7000)}`])(
    'is wholly in the body when no header can carry its name: %s',
    (path) => {
      const { headers, body } = eventRequest(trigger, pendingEvent({ path, after: { n: 1 } }));
      expect(Object.keys(headers)).toEqual(['content-type']);
      expect(JSON.parse(body)).toMatchObject({
        specversion: '1.0',
        id: 'event-1',
        document: path,
        datacontenttype: 'application/json',
        data: { value: { fields: wireFields({ n: 1 }) } },
      });
    },
  );

  it('names the author only to those that asked', () => {
    const author = { type: 'unknown', id: 'u1' };
    const headers = (occurrence: string) =>
      eventRequest(eventarcTrigger(occurrence), pendingEvent({ author })).headers;
    expect(headers('created.withAuthContext')).toMatchObject({ 'ce-authtype': 'unknown', 'ce-authid': 'u1' });
    expect(headers('created')).not.toHaveProperty('ce-authtype');
    expect(headers('created')).not.toHaveProperty('ce-authid');
  });
});

describe('the author of an event', () => {
  it('is in the words that functions know', () => {
    const user = authorOf({ kind: 'client', auth: { uid: 'u1', token: {} } }, 'p');
    expect(user).toEqual({ type: 'unknown', id: 'u1' });
    expect(authorOf({ kind: 'client', auth: null }, 'p')).toEqual({ type: 'unauthenticated' });
    expect(authorOf(owner, 'p')).toEqual({
      type: 'service_account',
      id: 'firebase-adminsdk@p.iam.gserviceaccount.com',
    });
  });
});

describe('an event of the first generation', () => {
  it('is JSON with a context', () => {
    const { body } = eventRequest(
      legacyTrigger('write'),
      pendingEvent({ path: 'jobs/日%41', after: { n: 1 } }),
    );
    expect(JSON.parse(body)).toMatchObject({
      context: { eventId: 'event-1', resource: { name: `${root}/jobs/日%41` } },
      data: { value: { fields: wireFields({ n: 1 }) }, oldValue: {} },
    });
  });
});
