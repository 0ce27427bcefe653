import { describe, expect, it } from 'vitest';
import { attemptOutcome } from './delivery-words.ts';

describe('an attempt to deliver', () => {
  it('says how it was answered and how long that took', () => {
    const at = new Date(0);
    expect(attemptOutcome({ at, status: 204, milliseconds: 84, error: null })).toBe('Status 204 after 84 ms');
  });

  it('says what was wrong', () => {
    const at = new Date(0);
    expect(
      attemptOutcome({
        at,
        status: null,
        milliseconds: 10_000,
        error: 'The address did not answer in time.',
      }),
    ).toBe('No answer after 10,000 ms. The address did not answer in time.');
  });
});
