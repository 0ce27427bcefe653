import { createHmac } from 'node:crypto';
import { DELIVERY_ATTEMPTS, type WebhookDelivery } from '@docket/model/notifications';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { begin, complaintAbout, postpone, settle } from './delivery.ts';
import { signatureOf } from './signature.ts';
import { later, NOW, pendingDelivery, SECRET, webhook } from './testing/records.ts';

const DAY = 24 * 60 * 60_000;
const OLD_SECRET = 'cd'.repeat(32);
const FIRST_PAUSE = 30_000;
const refused = { at: NOW, milliseconds: 20, status: 500, error: 'The endpoint answered 500.' };
const accepted = { at: NOW, milliseconds: 20, status: 204, error: null };

/** The delivery while an attempt at it is under way. */
function begun(delivery: WebhookDelivery, now = NOW): WebhookDelivery {
  const beginning = begin(delivery, webhook(), now);
  if (beginning.type !== 'send') throw new Error(`It was not sent: ${JSON.stringify(beginning)}`);
  return beginning.delivery;
}

describe('an attempt', () => {
  it('is claimed before it is made, so that nobody else makes it too', () => {
    const delivery = begun(pendingDelivery());
    expect(delivery).toMatchObject({ tries: 1, state: 'pending', open: true });
    expect(begin(delivery, webhook(), later(10_000))).toMatchObject({ type: 'wait' });
  });

  it('that its maker has not survived is made again, and counts', () => {
    expect(begun(begun(pendingDelivery()), later(60_000)).tries).toBe(2);
  });

  it('is not made before its time, nor of what has ended', () => {
    const waits = [
      pendingDelivery({ next_attempt_at: later(5_000) }),
      pendingDelivery({ state: 'delivered', open: false }),
      pendingDelivery({ state: 'failed', open: false }),
    ];
    for (const delivery of waits) expect(begin(delivery, webhook(), NOW).type).toBe('wait');
  });

  it('is made by one whose clock goes a little behind, or it would wait for the sweeper', () => {
    expect(begun(pendingDelivery({ next_attempt_at: later(500) })).tries).toBe(1);
  });

  it('that is put off does not count', () => {
    const delivery = postpone(begun(pendingDelivery()), later(60_000), NOW);
    expect(delivery).toMatchObject({ tries: 0, state: 'pending', open: true, attempts: [] });
    expect(begin(delivery, webhook(), later(58_000)).type).toBe('wait');
    expect(begun(delivery, later(60_000)).tries).toBe(1);
  });

  it('is not put off for ever: after a day the delivery has failed and says so', () => {
    const putOff = (age: number) => {
      const delivery = begun(pendingDelivery({ next_attempt_at: later(age) }), later(age));
      return postpone(delivery, later(age + 60_000), later(age));
    };
    expect(putOff(DAY - 1)).toMatchObject({ state: 'pending', open: true, tries: 0 });
    expect(putOff(DAY)).toMatchObject({
      state: 'failed',
      open: false,
      next_attempt_at: null,
      attempts: [{ status: null, error: expect.stringContaining('does not answer') }],
    });
  });

  it('is put off anew for a day when a person has it sent again', () => {
    const replay = { number: 1, by: 'u', at: later(2 * DAY) };
    const delivery = begun(pendingDelivery({ replay }), later(2 * DAY));
    expect(postpone(delivery, later(3 * DAY), later(3 * DAY - 1)).state).toBe('pending');
    expect(postpone(delivery, later(4 * DAY), later(3 * DAY)).state).toBe('failed');
  });

  it('goes to where the webhook is now', () => {
    const beginning = begin(pendingDelivery(), webhook({ url: 'https://example.com/new' }), NOW);
    expect(beginning).toMatchObject({ delivery: { url: 'https://example.com/new' }, secrets: [SECRET] });
  });

  it('is signed with the secret before the last change as well, for a day', () => {
    const secrets = (changedAt: Date | null) => {
      const hook = webhook({ previous_secret: OLD_SECRET, secret_changed_at: changedAt });
      const beginning = begin(pendingDelivery(), hook, NOW);
      return beginning.type === 'send' ? beginning.secrets : null;
    };
    expect(secrets(later(1 - DAY))).toEqual([SECRET, OLD_SECRET]);
    expect(secrets(later(-DAY))).toEqual([SECRET]);
    expect(secrets(null)).toEqual([SECRET]);
    expect(begin(pendingDelivery(), webhook({ secret_changed_at: NOW }), NOW)).toMatchObject({
      secrets: [SECRET],
    });
  });

  it.each([
    ['was deleted', null],
    ['is switched off', webhook({ active: false })],
  ])('is not made when the webhook %s: the delivery has failed and says so', (reason, hook) => {
    expect(begin(pendingDelivery(), hook, NOW)).toMatchObject({
      type: 'give_up',
      delivery: {
        state: 'failed',
        open: false,
        attempts: [{ status: null, error: expect.stringContaining(reason) }],
      },
    });
  });

  it('is not made again and again when every maker dies of it', () => {
    const delivery = pendingDelivery({ tries: DELIVERY_ATTEMPTS });
    expect(begin(delivery, webhook(), NOW)).toMatchObject({ type: 'give_up', delivery: { state: 'failed' } });
  });
});

describe('what comes of an attempt', () => {
  it('that is accepted is a delivery that is done', () => {
    expect(settle(begun(pendingDelivery()), accepted, NOW, FIRST_PAUSE, 0.5)).toMatchObject({
      state: 'delivered',
      open: false,
      next_attempt_at: null,
      attempts: [{ ...accepted, replay: 0 }],
      expires_at: later(30 * DAY),
    });
  });

  it('that was made since a person wished it sent again says so', () => {
    const replay = { number: 3, by: 'u', at: NOW };
    const { attempts } = settle(begun(pendingDelivery({ replay })), accepted, NOW, FIRST_PAUSE, 0.5);
    expect(attempts).toEqual([{ ...accepted, replay: 3 }]);
  });

  it('that fails is the end of a test: whoever has sent it is looking', () => {
    const payload = { event: 'ping' as const, workspace_id: 'w', webhook_id: 'h' };
    const after = settle(begun(pendingDelivery({ payload })), refused, NOW, FIRST_PAUSE, 0.5);
    expect(after).toMatchObject({ state: 'failed', open: false, next_attempt_at: null });
  });

  it('that fails is another attempt later, after 30 s, 2 min, 10 min, 1 h and 6 h, then the end', () => {
    const pauses: number[] = [];
    let [delivery, now] = [pendingDelivery(), NOW];
    while (delivery.open) {
      delivery = settle(begun(delivery, now), refused, now, FIRST_PAUSE, 0.5);
      if (delivery.next_attempt_at === null) break;
      pauses.push((delivery.next_attempt_at.getTime() - now.getTime()) / 1000);
      now = delivery.next_attempt_at;
    }
    expect(pauses).toEqual([30, 120, 600, 3_600, 21_600]);
    expect(delivery).toMatchObject({ state: 'failed', open: false, next_attempt_at: null });
    expect(delivery.attempts).toHaveLength(DELIVERY_ATTEMPTS);
  });

  it('is spread by a quarter either way, so that many do not come back at once', () => {
    const pause = (random: number) => {
      const { next_attempt_at } = settle(begun(pendingDelivery()), refused, NOW, FIRST_PAUSE, random);
      return (next_attempt_at?.getTime() ?? 0) - NOW.getTime();
    };
    expect([pause(0), pause(1)]).toEqual([22_500, 37_500]);
  });

  it('of a delivery that a person has sent again is a fresh set of attempts, and the old ones are remembered', () => {
    let delivery = pendingDelivery();
    for (let attempt = 1; attempt <= DELIVERY_ATTEMPTS; attempt++)
      delivery = settle(begun({ ...delivery, next_attempt_at: NOW }), refused, NOW, FIRST_PAUSE, 0.5);
    const again: WebhookDelivery = { ...delivery, state: 'pending', open: true, next_attempt_at: NOW };
    const after = settle(begun(again), refused, NOW, FIRST_PAUSE, 0.5);
    expect(after).toMatchObject({ state: 'pending', open: true, next_attempt_at: later(30_000) });
    expect(after.attempts).toHaveLength(DELIVERY_ATTEMPTS + 1);
  });

  it('is kept for the latest twenty', () => {
    let delivery = pendingDelivery();
    for (let attempt = 1; attempt <= 30; attempt++) {
      const answered = { ...refused, milliseconds: attempt };
      const pending: WebhookDelivery = { ...delivery, state: 'pending', open: true, next_attempt_at: NOW };
      delivery = settle(begun(pending), answered, NOW, FIRST_PAUSE, 0.5);
    }
    expect(delivery.attempts.map(({ milliseconds }) => milliseconds)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 11),
    );
  });
});

describe('a delivery, whatever happens to it', () => {
  const moves = fc.array(fc.constantFrom('accepted', 'refused', 'put off', 'sent again', 'off', 'lost'), {
    maxLength: 60,
  });
  type Move = 'accepted' | 'refused' | 'put off' | 'sent again' | 'off' | 'lost';

  /** The delivery after `move`, at `now`, which is when it is due. */
  function after(delivery: WebhookDelivery, move: Move, now: Date): WebhookDelivery {
    if (move === 'sent again') {
      const replay = { number: (delivery.replay?.number ?? 0) + 1, by: 'u', at: now };
      return delivery.open
        ? delivery
        : { ...delivery, state: 'pending', open: true, next_attempt_at: now, replay, expires_at: null };
    }
    const beginning = begin(delivery, webhook({ active: move !== 'off' }), now);
    if (beginning.type === 'wait') return delivery;
    if (beginning.type === 'give_up' || move === 'lost') return beginning.delivery;
    if (move === 'put off')
      return postpone(beginning.delivery, later(now.getTime() - NOW.getTime() + DAY / 4), now);
    const outcome = move === 'accepted' ? accepted : refused;
    return settle(beginning.delivery, { ...outcome, at: now }, now, FIRST_PAUSE, 0.5);
  }

  it('is either to be sent, with a time, or at rest, with the day on which it is removed', () => {
    fc.assert(
      fc.property(moves, (list) => {
        let [delivery, now] = [pendingDelivery(), NOW];
        for (const move of list) {
          delivery = after(delivery, move, now);
          const {
            state,
            open,
            next_attempt_at: next,
            expires_at: expiresAt,
            tries,
            attempts,
            replay,
          } = delivery;
          expect(open).toBe(state === 'pending');
          expect(next === null).toBe(!open);
          expect(expiresAt === null).toBe(open);
          expect(tries).toBeLessThanOrEqual(DELIVERY_ATTEMPTS);
          expect(attempts.length).toBeLessThanOrEqual(20);
          expect(attempts.every((attempt) => attempt.replay <= (replay?.number ?? 0))).toBe(true);
          now = next !== null && next.getTime() > now.getTime() ? next : new Date(now.getTime() + 1_000);
        }
        // Left to itself, with a receiver that refuses, it comes to rest.
        for (let left = 0; left <= DELIVERY_ATTEMPTS && delivery.open; left++) {
          now = delivery.next_attempt_at ?? now;
          delivery = after(delivery, 'refused', now);
        }
        expect(delivery.open).toBe(false);
      }),
    );
  });
});

describe('an answer', () => {
  it.each([200, 201, 204, 299])('of %d is accepted', (status) => expect(complaintAbout(status)).toBeNull());

  it.each([
    [302, 'redirect'],
    [400, '400'],
    [410, '410'],
    [500, '500'],
  ])('of %d is not', (status, word) => expect(complaintAbout(status)).toContain(word));
});

describe('the signature', () => {
  it('is the HMAC of time and body under the secret, as receivers make it', () => {
    const expected = createHmac('sha256', 'key').update('1767254400.{"a":1}').digest('hex');
    expect(signatureOf(['key'], new Date('2026-01-01T08:00:00.900Z'), '{"a":1}')).toBe(
      `t=1767254400,v1=${expected}`,
    );
  });

  it('is there once for each secret, the newest first', () => {
    const digest = (key: string) => createHmac('sha256', key).update('1767254400.{}').digest('hex');
    expect(signatureOf(['new', 'old'], new Date('2026-01-01T08:00:00Z'), '{}')).toBe(
      `t=1767254400,v1=${digest('new')},v1=${digest('old')}`,
    );
  });

  it('agrees with a value that another program has computed', () => {
    expect(signatureOf(['secret'], new Date(1_700_000_000_000), 'body')).toBe(
      't=1700000000,v1=42ac6f0448c1d9c3e1e82b9726248f58fef84afffcbad5188246e96070e0ea46',
    );
  });
});
