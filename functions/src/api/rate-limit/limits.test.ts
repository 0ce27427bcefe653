import { LIMITS } from '@docket/model/limits';
import { describe, expect, it } from 'vitest';
import { readRateLimits } from './limits.ts';

describe('the limits of the API', () => {
  it('are those of the model', () => {
    expect(readRateLimits({})).toEqual({
      windowMs: 60_000,
      perWindow: { requests: LIMITS.apiRequestsPerMinute, starts: LIMITS.apiStartsPerMinute },
      refusals: LIMITS.apiRefusalsPerMinute,
    });
  });

  it('are what the environment says', () => {
    const environment = {
      DOCKET_API_REQUESTS_PER_MINUTE: '100000',
      DOCKET_API_STARTS_PER_MINUTE: '5',
      DOCKET_API_REFUSALS_PER_MINUTE: '7',
    };
    expect(readRateLimits(environment)).toMatchObject({
      perWindow: { requests: 100_000, starts: 5 },
      refusals: 7,
    });
  });

  it.each(['0', '-3', '1.5', 'many'])('cannot be %s', (senseless) => {
    expect(() => readRateLimits({ DOCKET_API_STARTS_PER_MINUTE: senseless })).toThrow(/STARTS_PER_MINUTE/u);
  });
});
