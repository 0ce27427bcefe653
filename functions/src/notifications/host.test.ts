import { describe, expect, it } from 'vitest';
import { PublicFetchError } from '../services/public-fetch.ts';
import { hostOf, reportOnAnswer, reportOnError } from './host.ts';

describe('the host of a webhook', () => {
  it('is known by name and port', () => {
    expect(hostOf('https://Hooks.example.com:8443/a?b')).toEqual({
      kind: 'webhook_host',
      name: 'hooks.example.com:8443',
    });
  });

  it.each([500, 503, 429])('has failed when it answers %i', (status) => {
    expect(reportOnAnswer(status).type).toBe('failed');
  });

  it.each([200, 302, 400, 401, 404, 410])('lives when it answers %i', (status) => {
    expect(reportOnAnswer(status).type).toBe('succeeded');
  });

  it.each([
    ['unknown_host', 'failed'],
    ['unreachable', 'failed'],
    ['timed_out', 'failed'],
    ['too_large', 'succeeded'],
    // It was not asked.
    ['refused', 'silent'],
  ] as const)('of an attempt that ends with %s counts as %s', (reason, type) => {
    expect(reportOnError(new PublicFetchError(reason, 'm')).type).toBe(type);
  });

  it('is not blamed for what goes wrong on our side', () => {
    expect(reportOnError(new Error('out of memory'))).toEqual({ type: 'silent' });
  });
});
