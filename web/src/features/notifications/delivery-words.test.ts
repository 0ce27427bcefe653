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
  it('says whether it has arrived, and how that went', () => {
    const attempt = { at: new Date(0), replay: 0 };
    expect(testOutcome({ state: 'pending', attempts: [] })).toBe('The test is on its way.');
    expect(testOutcome({ state: 'delivered', attempts: [{ ...attempt, ...arrived }] })).toBe(
      'The test has arrived. Status 204 after 84 ms.',
    );
    expect(testOutcome({ state: 'failed', attempts: [{ ...attempt, ...silent }] })).toBe(
      'The test has not arrived. No answer after 10,000 ms. The host does not answer.',
    );
  });
});
