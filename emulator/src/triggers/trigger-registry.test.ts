import { describe, expect, it } from 'vitest';
import { change } from '../../test/fixtures.ts';
import { compilePattern } from './document-pattern.ts';
import { readEventarcTrigger, readLegacyTrigger, TriggerRegistry } from './trigger-registry.ts';

describe('a document pattern', () => {
  it.each([
    ['jobs/{id}', 'jobs/j1', true],
    ['jobs/{id}', 'jobs/j1/pages/p', false],
    ['jobs/{id}', 'other/j1', false],
    ['jobs/j1', 'jobs/j1', true],
    ['jobs/j1', 'jobs/j2', false],
    ['{path=**}/pages/{page}', 'pages/p', true],
    ['{path=**}/pages/{page}', 'jobs/j1/pages/p', true],
    ['{path=**}/pages/{page}', 'jobs/j1', false],
    ['jobs/{rest=**}', 'jobs/j1/pages/p', true],
    ['{document=**}', 'a/b', true],
  ])('%s and %s: %s', (pattern, path, matches) => {
    expect(compilePattern(pattern)(path.split('/'))).toBe(matches);
  });
});

function eventarc(id: string, occurrence: string, pattern = 'jobs/{id}') {
  return readEventarcTrigger('p', id, {
    eventType: `google.cloud.firestore.document.v1.${occurrence}`,
    database: '(default)',
    document: { value: pattern, matchType: 'PATH_PATTERN' },
  });
}

describe('the registered triggers', () => {
  const created = change('jobs/j', null, { n: 1 });
  const updated = change('jobs/j', { n: 1 }, { n: 2 });
  const deleted = change('jobs/j', { n: 2 }, null);

  it('are set off by what they wait for', () => {
    const registry = new TriggerRegistry();
    for (const occurrence of ['created', 'updated', 'deleted', 'written']) {
      registry.register(eventarc(`${occurrence}-0`, occurrence));
    }
    const ids = [created, updated, deleted].map((each) =>
      registry.triggeredBy('p', '(default)', each).map(({ id }) => id),
    );
    expect(ids).toEqual([
      ['created-0', 'written-0'],
      ['updated-0', 'written-0'],
      ['deleted-0', 'written-0'],
    ]);
  });

  it('are those of the project and the database', () => {
    const registry = new TriggerRegistry();
    registry.register(eventarc('f-0', 'written'));
    expect(registry.triggeredBy('other', '(default)', created)).toEqual([]);
    expect(registry.triggeredBy('p', 'other', created)).toEqual([]);
  });

  it('exist once, in the latest generation', () => {
    const registry = new TriggerRegistry();
    registry.register(eventarc('us-central1-f-0', 'written'));
    registry.register(eventarc('us-central1-f-1', 'written'));
    expect(registry.triggeredBy('p', '(default)', created).map(({ id }) => id)).toEqual(['us-central1-f-1']);
  });

  it('may be of the first generation of functions', () => {
    const trigger = readLegacyTrigger('p', 'f-0', {
      eventTrigger: {
        eventType: 'providers/cloud.firestore/eventTypes/document.create',
        resource: 'projects/p/databases/(default)/documents/jobs/{id}',
        service: 'firestore.googleapis.com',
      },
    });
    expect(trigger).toMatchObject({ generation: 'v1', occurrence: 'created', database: '(default)' });
  });

  it('are refused when they are for something else', () => {
    expect(() => readEventarcTrigger('p', 'f', { eventType: 'google.storage.object' })).toThrow(
      'Not a Firestore',
    );
    expect(() => readLegacyTrigger('p', 'f', {})).toThrow('Not a Firestore trigger');
  });

  it('know whether they want the author', () => {
    expect(eventarc('f-0', 'created.withAuthContext')).toMatchObject({
      occurrence: 'created',
      withAuthContext: true,
    });
  });
});
