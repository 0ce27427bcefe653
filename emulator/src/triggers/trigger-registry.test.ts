import { describe, expect, it } from 'vitest';
import { eventarcTrigger, legacyTrigger } from '../../test/events.ts';
import { change, databaseName } from '../../test/fixtures.ts';
import { readTrigger } from './trigger.ts';
import { TriggerRegistry } from './trigger-registry.ts';

const created = change('jobs/j', null, { n: 1 });
const updated = change('jobs/j', { n: 1 }, { n: 2 });
const deleted = change('jobs/j', { n: 2 }, null);

describe('the triggers', () => {
  it('are set off by what they wait for', () => {
    const registry = new TriggerRegistry();
    for (const occurrence of ['created', 'updated', 'deleted', 'written']) {
      registry.register(eventarcTrigger(occurrence, 'jobs/{id}', `${occurrence}-0`));
    }
    const keys = [created, updated, deleted].map((each) => registry.triggeredBy(databaseName, each));
    expect(keys).toEqual([
      ['demo-test/created', 'demo-test/written'],
      ['demo-test/updated', 'demo-test/written'],
      ['demo-test/deleted', 'demo-test/written'],
    ]);
  });

  it('are those of the database', () => {
    const registry = new TriggerRegistry();
    registry.register(eventarcTrigger('written'));
    expect(registry.triggeredBy('projects/other/databases/(default)', created)).toEqual([]);
    expect(registry.triggeredBy('projects/demo-test/databases/other', created)).toEqual([]);
  });

  it('exist once, in the latest generation', () => {
    const registry = new TriggerRegistry();
    registry.register(eventarcTrigger('written', 'jobs/{id}', 'us-central1-f-0'));
    registry.register(eventarcTrigger('written', 'jobs/{id}', 'us-central1-f-1'));
    const [key = '', ...others] = registry.triggeredBy(databaseName, created);
    expect(others).toEqual([]);
    expect(registry.registered(key)?.registration.id).toBe('us-central1-f-1');
  });

  it('of the last run are set off, and are not registered until they are again', () => {
    const registry = new TriggerRegistry();
    registry.expect(eventarcTrigger('written'));
    const [key = ''] = registry.triggeredBy(databaseName, created);
    expect(registry.registered(key)).toBeUndefined();
    registry.register(eventarcTrigger('written', 'other/{id}'));
    expect(registry.registered(key)).toBeDefined();
    expect(registry.triggeredBy(databaseName, created)).toEqual([]);
  });

  it('of the last run can be given up', () => {
    const registry = new TriggerRegistry();
    registry.register(eventarcTrigger('written', 'jobs/{id}', 'here-0'));
    registry.expect(eventarcTrigger('written', 'jobs/{id}', 'gone-0'));
    expect(registry.giveUpExpected()).toEqual(['demo-test/gone']);
    expect(registry.triggeredBy(databaseName, created)).toEqual(['demo-test/here']);
  });
});

describe('a registration', () => {
  it('may be of the first generation of functions', () => {
    const trigger = legacyTrigger('create');
    expect(trigger).toMatchObject({ occurrence: 'created', databaseName, withAuthContext: false });
    expect(trigger.matches(['jobs', 'j'])).toBe(true);
  });

  it('may name a namespace, which means nothing', () => {
    expect(legacyTrigger('write', 'jobs/{id}', 'documents@ns').matches(['jobs', 'j'])).toBe(true);
  });

  it('may name one document exactly', () => {
    const body = {
      eventType: 'google.cloud.firestore.document.v1.written',
      document: { value: 'jobs/a*', matchType: 'EXACT' },
    };
    const trigger = readTrigger({ generation: 'v2', project: 'p', id: 'f-0', body });
    expect(trigger.matches(['jobs', 'a*'])).toBe(true);
    expect(trigger.matches(['jobs', 'ab'])).toBe(false);
  });

  it('is refused when it is for something else', () => {
    const read = (generation: 'v1' | 'v2', body: unknown) => () =>
      readTrigger({ generation, project: 'p', id: 'f', body });
    expect(read('v2', { eventType: 'google.storage.object' })).toThrow('Not a Firestore trigger');
    expect(read('v1', {})).toThrow('Not a Firestore trigger');
  });

  it('says whether the author is wanted', () => {
    expect(eventarcTrigger('created.withAuthContext')).toMatchObject({
      occurrence: 'created',
      withAuthContext: true,
    });
  });
});
