import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { pendingEvent } from '../../test/events.ts';
import { EventDelivery } from './delivery.ts';
import type { Outcome } from './outcome.ts';
import { Slots } from './slots.ts';

const delivered: Outcome = { kind: 'delivered' };
const failing = (kind: 'unreached' | 'interrupted' | 'failed' | 'refused'): Outcome => ({
  kind,
  reason: kind,
});

/** A delivery to a function that answers as `answers` say, by the id of the event, and then takes everything. */
function deliveryTo(answers: Record<string, Outcome[]>, retried = false) {
  const log: string[] = [];
  const ready = new Set(['f']);
  let time = 0;
  const delivery = new EventDelivery({
    slots: new Slots(2),
    send: async ({ id }) => {
      log.push(id);
      return answers[id]?.shift() ?? delivered;
    },
    isReady: (trigger) => ready.has(trigger),
    isRetried: () => retried,
    delays: [10, 20],
    mostInterruptions: 1,
    longestLife: 1000,
    pause: async (milliseconds) => {
      time += milliseconds;
      log.push(`pause ${milliseconds}`);
      await turn();
    },
    now: () => time,
    onDone: ({ id }) => log.push(`${id} done`),
    onLost: ({ id }, reason) => log.push(`${id} lost: ${reason}`),
  });
  const add = (id: string, document = 'd/1', trigger = 'f') =>
    delivery.add(pendingEvent({ id, trigger, path: document }));
  return { delivery, log, add, ready };
}

describe('the delivery of events', () => {
  it('does not begin in the turn of the commit', async () => {
    const { delivery, log, add } = deliveryTo({});
    add('a');
    await Promise.resolve();
    expect(log).toEqual([]);
    await delivery.settled();
    expect(log).toEqual(['a', 'a done']);
  });

  it('is in order for one document, though the first needs several attempts', async () => {
    const { delivery, log, add } = deliveryTo({ a: [failing('unreached'), failing('interrupted')] });
    add('a');
    add('b');
    await delivery.settled();
    expect(log).toEqual(['a', 'pause 10', 'a', 'pause 20', 'a', 'a done', 'b', 'b done']);
  });

  it('does not let one document wait for another', async () => {
    const { delivery, log, add } = deliveryTo({ a: [failing('interrupted')] });
    add('a', 'd/1');
    add('b', 'd/2');
    await delivery.settled();
    expect(log.indexOf('b')).toBeLessThan(log.lastIndexOf('a'));
  });

  it('takes up what comes as the last event of a document is done', async () => {
    const { delivery, log, add } = deliveryTo({});
    add('a');
    await delivery.settled();
    add('b');
    await delivery.settled();
    expect(log).toEqual(['a', 'a done', 'b', 'b done']);
  });

  it('goes on while the function cannot be reached, until the event is too old', async () => {
    const { delivery, log, add } = deliveryTo({ a: Array(1000).fill(failing('unreached')) });
    add('a');
    await delivery.settled();
    expect(log.filter((line) => line === 'a').length).toBeGreaterThan(40);
    expect(log.slice(-2)).toEqual(['a lost: it is too old', 'a done']);
  });

  it('gives up an event that has interrupted the function each time, and goes on with the next', async () => {
    const { delivery, log, add } = deliveryTo({ a: Array(9).fill(failing('interrupted')) }, true);
    add('a');
    add('b');
    await delivery.settled();
    expect(log).toEqual([
      'a',
      'pause 10',
      'a',
      'pause 20',
      'a',
      'a lost: interrupted',
      'a done',
      'b',
      'b done',
    ]);
  });

  it('gives it up sooner when the function is not retried', async () => {
    const { delivery, log, add } = deliveryTo({ a: Array(9).fill(failing('interrupted')) });
    add('a');
    await delivery.settled();
    expect(log).toEqual(['a', 'pause 10', 'a', 'a lost: interrupted', 'a done']);
  });

  it('does not repeat an event that the function failed on', async () => {
    const { delivery, log, add } = deliveryTo({ a: [failing('failed')] });
    add('a');
    await delivery.settled();
    expect(log).toEqual(['a', 'a lost: failed', 'a done']);
  });

  it('repeats it for functions that are to be retried', async () => {
    const { delivery, log, add } = deliveryTo({ a: [failing('failed')] }, true);
    add('a');
    await delivery.settled();
    expect(log).toEqual(['a', 'pause 10', 'a', 'a done']);
  });

  it('does not repeat what is refused', async () => {
    const { delivery, log, add } = deliveryTo({ a: [failing('refused')] }, true);
    add('a');
    await delivery.settled();
    expect(log).toEqual(['a', 'a lost: refused', 'a done']);
  });

  it('waits for triggers that are not registered', async () => {
    const { delivery, log, add, ready } = deliveryTo({});
    add('a', 'd/1', 'later');
    add('b', 'd/1', 'later');
    add('c', 'd/1', 'never');
    await delivery.settled();
    expect(log).toEqual([]);
    delivery.drop('never');
    ready.add('later');
    delivery.release('later');
    ready.add('never');
    delivery.release('never');
    await delivery.settled();
    expect(log).toEqual(['a', 'a done', 'b', 'b done']);
  });

  it('ends when it is closed', async () => {
    const { delivery, log, add } = deliveryTo({ a: Array(9).fill(failing('unreached')) });
    add('a');
    delivery.close();
    await delivery.settled();
    expect(log).toEqual([]);
  });
});
