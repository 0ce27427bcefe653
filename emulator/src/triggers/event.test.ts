import { describe, expect, it } from 'vitest';
import { change, root, wireFields } from '../../test/fixtures.ts';
import { type Caller, owner } from '../access/caller.ts';
import { documentEventData } from '../transport/descriptors.ts';
import { decodeMessage } from '../transport/proto-json.ts';
import { eventRequest } from './event.ts';
import { readEventarcTrigger, readLegacyTrigger } from './trigger-registry.ts';

const eventType = 'google.cloud.firestore.document.v1.written';
const trigger = readEventarcTrigger('p', 'f-0', { eventType, document: { value: 'jobs/{id}' } });
const withAuthor = readEventarcTrigger('p', 'f-0', { eventType: `${eventType}.withAuthContext` });

function occurred(before: object | null, after: object | null, author: Caller = owner) {
  return { id: 'event-1', change: change('jobs/j', before, after), time: 1_500_000, author };
}

function bodyOf(before: object | null, after: object | null): unknown {
  return decodeMessage(
    documentEventData,
    Buffer.from(eventRequest(trigger, occurred(before, after)).body, 'base64'),
  );
}

describe('an event of the second generation', () => {
  it('says in headers what happened where and when', () => {
    expect(eventRequest(trigger, occurred(null, {})).headers).toMatchObject({
      'content-type': 'application/protobuf',
      'ce-id': 'event-1',
      'ce-type': eventType,
      'ce-time': '1970-01-01T00:00:01.500000Z',
      'ce-subject': 'documents/jobs/j',
      'ce-document': 'jobs/j',
      'ce-database': '(default)',
    });
  });

  it('carries the documents as they are there, before and after', () => {
    const name = `${root}/jobs/j`;
    expect(bodyOf({ n: 1, s: 'x' }, { n: 2, s: 'x' })).toMatchObject({
      value: { name, fields: wireFields({ n: 2, s: 'x' }) },
      oldValue: { name, fields: wireFields({ n: 1, s: 'x' }) },
      updateMask: { fieldPaths: ['n'] },
    });
    expect(bodyOf(null, { n: 1 })).not.toHaveProperty('oldValue');
    expect(bodyOf({ n: 1 }, null)).not.toHaveProperty('value');
  });

  it('names the author only to those that asked', () => {
    const user: Caller = { kind: 'client', auth: { uid: 'u1', token: {} } };
    const authType = (author: Caller) =>
      eventRequest(withAuthor, occurred(null, {}, author)).headers['ce-authtype'];
    expect(eventRequest(withAuthor, occurred(null, {}, user)).headers['ce-authid']).toBe('u1');
    expect(authType(user)).toBe('app_user');
    expect(authType(owner)).toBe('service_account');
    expect(authType({ kind: 'client', auth: null })).toBe('unauthenticated');
    expect(eventRequest(trigger, occurred(null, {}, user)).headers).not.toHaveProperty('ce-authtype');
  });
});

describe('an event of the first generation', () => {
  it('is JSON with a context', () => {
    const legacy = readLegacyTrigger('p', 'f-0', {
      eventTrigger: {
        eventType: 'providers/cloud.firestore/eventTypes/document.write',
        resource: 'projects/p/databases/(default)/documents/jobs/{id}',
      },
    });
    expect(JSON.parse(eventRequest(legacy, occurred(null, { n: 1 })).body)).toMatchObject({
      context: { eventId: 'event-1', resource: { name: `${root}/jobs/j` } },
      data: { value: { fields: wireFields({ n: 1 }) }, oldValue: {} },
    });
  });
});
