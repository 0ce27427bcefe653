import type { ApiKey } from '@docket/model/api-key';
import { describe, expect, it } from 'vitest';
import { curlExample, endSentence, inOrder, scopeSentence, usedSentence } from './key-words.ts';

const NOW = new Date('2026-06-01T12:00:00Z');
const hours = (count: number) => new Date(NOW.getTime() + count * 36e5);

const key = (change: Partial<ApiKey> = {}): ApiKey => ({
  name: 'Shop system',
  scopes: ['read'],
  secret_hash: 'ab'.repeat(32),
  hint: 'x7Qd',
  created_by: 'u1',
  created_at: hours(-100),
  expires_at: null,
  revoked_at: null,
  revoked_by: null,
  ...change,
});
const nameOf = (uid: string) => (uid === 'u1' ? 'Mara' : 'a former member');

describe('what an API key may do', () => {
  it('is said in a sentence', () => {
    expect(scopeSentence(['read'])).toBe('May read');
    expect(scopeSentence(['read', 'review', 'edit'])).toBe('May read, review and edit');
  });
});

describe('the end of an API key', () => {
  it('lies before it or behind it, or there is none', () => {
    expect(endSentence(key(), nameOf, NOW)).toBe('Does not expire');
    expect(endSentence(key({ expires_at: hours(1) }), nameOf, NOW)).toMatch(/^Expires 1 Jun 2026, /u);
    expect(endSentence(key({ expires_at: NOW }), nameOf, NOW)).toMatch(/^Expired 1 Jun 2026, /u);
  });

  it('names who has revoked it, also when it would have expired since', () => {
    const revoked = { revoked_at: hours(-2), revoked_by: 'u1', expires_at: hours(-1) };
    expect(endSentence(key(revoked), nameOf, NOW)).toMatch(/^Revoked by Mara on 1 Jun 2026, /u);
  });
});

describe('the use of an API key', () => {
  it('is told to the minute, or that there was none', () => {
    expect(usedSentence(null)).toBe('Never used');
    expect(usedSentence(NOW)).toMatch(/^Last used 1 Jun 2026, \d\d:00$/u);
  });
});

describe('the list of API keys', () => {
  it('begins with those that are valid, the latest first', () => {
    const stored = (id: string, change: Partial<ApiKey>) => ({ id, path: id, data: key(change) });
    const keys = [
      stored('revoked', { created_at: hours(-1), revoked_at: hours(-1), revoked_by: 'u1' }),
      stored('old', { created_at: hours(-50) }),
      stored('new', { created_at: hours(-20) }),
      stored('expired', { created_at: hours(-2), expires_at: hours(-1) }),
    ];
    expect(inOrder(keys, NOW).map(({ id }) => id)).toEqual(['new', 'old', 'revoked', 'expired']);
  });
});

describe('the example for a command line', () => {
  it('asks for the collections of the workspace with the key', () => {
    expect(curlExample('https://docket.example', 'w1', 'docket_x')).toBe(
      "curl 'https://docket.example/api/v1/workspaces/w1/collections' \\\n  -H 'Authorization: Bearer docket_x'",
    );
  });
});
