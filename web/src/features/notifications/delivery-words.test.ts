import { describe, expect, it } from 'vitest';
import { attemptOutcome, testOutcome, whyNotAgain } from './delivery-words.ts';

const arrived = { status: 204, milliseconds: 84, error: null };
const silent = { status: null, milliseconds: 10_000, error: 'The host does not answer.' };

describe('an attempt to deliver', () => {
  it('says how it was answered and how long that took', () => {
    expect(attemptOutcome(arrived)).toBe('Status 204 after 84 ms');
  });

  it('says what was wrong', () => {
    expect(attemptOutcome(silent)).toBe('No answer after 10,000 ms. The host does not answer.');
  });
});

describe('a delivery', () => {
  it('can be sent again when it has come to rest and its webhook is on', () => {
    expect(whyNotAgain({ state: 'failed' }, { active: true })).toBeNull();
    expect(whyNotAgain({ state: 'delivered' }, { active: true })).toBeNull();
  });

  it('says why it cannot be', () => {
    expect(whyNotAgain({ state: 'pending' }, { active: true })).toContain('still to be sent');
    expect(whyNotAgain({ state: 'failed' }, null)).toContain('deleted');
    expect(whyNotAgain({ state: 'failed' }, { active: false })).toContain('switched off');
  });
});

describe('a test', () => {
  const at = new Date(0);
  const pending: Parameters<typeof testOutcome>[0] = {
    state: 'pending',
    attempts: [],
    tries: 0,
    next_attempt_at: at,
    created_at: at,
  };
  const settled = (state: 'delivered' | 'failed', outcome: typeof arrived | typeof silent) =>
    testOutcome({ ...pending, state, next_attempt_at: null, attempts: [{ at, replay: 0, ...outcome }] });

  it('says whether it has arrived, and how that went', () => {
    expect(settled('delivered', arrived)).toBe('The test has arrived. Status 204 after 84 ms.');
    expect(settled('failed', silent)).toBe(
      'The test has not arrived. No answer after 10,000 ms. The host does not answer.',
    );
  });

  it('is on its way, or says why it waits', () => {
    const later = new Date(60_000);
    expect(testOutcome(pending)).toBe('The test is on its way.');
    expect(testOutcome({ ...pending, tries: 1, next_attempt_at: later })).toBe('The test is on its way.');
    expect(testOutcome({ ...pending, next_attempt_at: later })).toMatch(
      /left alone.*will be sent on 1 Jan 1970/u,
    );
  });
});
