import { describe, expect, it } from 'vitest';
import { EventDelivery } from './delivery.ts';
import type { EventRequest } from './event.ts';

const event = (body: string): EventRequest => ({ headers: {}, body });

/** A delivery to a function that answers as `answers` say, by the body of the event. */
function deliveryTo(answers: Record<string, Array<number | Error>>) {
  const log: string[] = [];
  const lost: string[] = [];
  const delivery = new EventDelivery({
    timeout: 1000,
    retryDelays: [10, 20],
    post: async (_url, { body }) => {
      log.push(body);
      const answer = answers[body]?.shift() ?? 200;
      if (answer instanceof Error) {
        throw answer;
      }
      return answer;
    },
    pause: async (milliseconds) => void log.push(`pause ${milliseconds}`),
    onLost: (url, reason) => lost.push(`${url} ${reason}`),
  });
  return { delivery, log, lost };
}

describe('the delivery of events', () => {
  it('is in order for one key, though the first needs several attempts', async () => {
    const { delivery, log, lost } = deliveryTo({ a: [new Error('refused'), 503] });
    delivery.enqueue('k', 'url', event('a'));
    delivery.enqueue('k', 'url', event('b'));
    await delivery.settled();
    expect(log).toEqual(['a', 'pause 10', 'a', 'pause 20', 'a', 'b']);
    expect(lost).toEqual([]);
  });

  it('ends after the last attempt, says so, and goes on with the next event', async () => {
    const { delivery, log, lost } = deliveryTo({ a: [500, 500, 500] });
    delivery.enqueue('k', 'url', event('a'));
    delivery.enqueue('k', 'url', event('b'));
    await delivery.settled();
    expect(log.at(-1)).toBe('b');
    expect(lost).toEqual(['url HTTP 500']);
  });

  it('does not repeat what a function has refused or what is disabled', async () => {
    const { delivery, log } = deliveryTo({ a: [404], b: [204] });
    delivery.enqueue('k', 'url', event('a'));
    delivery.enqueue('k', 'url', event('b'));
    await delivery.settled();
    expect(log).toEqual(['a', 'b']);
  });

  it('does not let one key wait for another', async () => {
    const { delivery, log } = deliveryTo({ a: [503] });
    delivery.enqueue('k1', 'url', event('a'));
    delivery.enqueue('k2', 'url', event('b'));
    await delivery.settled();
    expect(log.indexOf('b')).toBeLessThan(log.lastIndexOf('a'));
  });
});
