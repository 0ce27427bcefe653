import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { pendingEvent } from '../../test/events.ts';
import { databaseName } from '../../test/fixtures.ts';
import { openOutbox } from './outbox.ts';

const outbox = () => openOutbox(new DatabaseSync(':memory:'));

describe('the outbox', () => {
  it('gives back what was put in, in order', () => {
    const events = [
      pendingEvent({ sequence: 1, path: 'jobs/日本✓%41', before: { n: 1 }, after: { n: [1.5, null] } }),
      pendingEvent({ sequence: 2, after: null, before: {}, author: { type: 'unknown', id: 'u1' } }),
    ];
    const box = outbox();
    box.add(events.toReversed());
    expect(box.load(0)).toEqual(events);
  });

  it('forgets what is delivered and what is old', () => {
    const box = outbox();
    box.add([1, 2, 3].map((sequence) => pendingEvent({ sequence })));
    box.remove([1, 3]);
    expect(box.load(1_500_000).map(({ sequence }) => sequence)).toEqual([2]);
    expect(box.load(1_500_001)).toEqual([]);
    expect(box.load(0)).toEqual([]);
  });

  it('forgets what concerns a database that is filled anew', () => {
    const box = outbox();
    box.add([pendingEvent()]);
    box.dropEventsOf('projects/demo-test/databases/other');
    expect(box.load(0)).toHaveLength(1);
    box.dropEventsOf(databaseName);
    expect(box.load(0)).toEqual([]);
  });

  it('keeps triggers, each once, until they are dropped with their events', () => {
    const box = outbox();
    box.putTrigger('f', { n: 1 });
    box.putTrigger('f', { n: 2 });
    box.putTrigger('g', {});
    expect(box.triggers()).toEqual(
      new Map([
        ['f', { n: 2 }],
        ['g', {}],
      ]),
    );
    box.add([pendingEvent({ sequence: 1, trigger: 'f' }), pendingEvent({ sequence: 2, trigger: 'g' })]);
    box.dropTrigger('f');
    expect([...box.triggers().keys()]).toEqual(['g']);
    expect(box.load(0).map(({ sequence }) => sequence)).toEqual([2]);
  });
});
