import { createHash } from 'node:crypto';
import { apiKeySchema, parseApiKey } from '@docket/model/api-key';
import { describe, expect, it } from 'vitest';
import { DEFAULT_EXPIRY, draftKey, EXPIRY_CHOICES, expiryOf, nameProblem, scopesOf } from './key-draft.ts';

const NOW = new Date('2026-01-01T00:00:00Z');

describe('a new API key', () => {
  it('is one that the server takes apart, kept by the hash that the server computes', async () => {
    const { key, secretHash } = await draftKey();
    expect(parseApiKey(key.text)).toEqual({ id: key.id, secret: key.secret });
    expect(secretHash).toBe(createHash('sha256').update(key.secret).digest('hex'));
    expect(apiKeySchema.shape.secret_hash.safeParse(secretHash).success).toBe(true);
  });

  it('is another one each time', async () => {
    const [one, other] = await Promise.all([draftKey(), draftKey()]);
    expect(one.key.id).not.toBe(other.key.id);
    expect(one.key.secret).not.toBe(other.key.secret);
  });
});

describe('the expiry of a key', () => {
  it.each([
    ['30', '2026-01-31T00:00:00.000Z'],
    ['90', '2026-04-01T00:00:00.000Z'],
    ['365', '2027-01-01T00:00:00.000Z'],
  ])('is %s days away', (choice, expected) => {
    expect(expiryOf(choice, NOW)?.toISOString()).toBe(expected);
  });

  it('is never, if that is chosen, but not unless it is', () => {
    expect(expiryOf('never', NOW)).toBeNull();
    expect(expiryOf(DEFAULT_EXPIRY, NOW)).not.toBeNull();
    expect(EXPIRY_CHOICES.map(({ value }) => value)).toContain(DEFAULT_EXPIRY);
  });
});

describe('what a key may do', () => {
  it('is what was chosen, and always reading', () => {
    expect(scopesOf([])).toEqual(['read']);
    expect(scopesOf(['administer', 'edit', 'nonsense'])).toEqual(['read', 'edit', 'administer']);
  });
});

describe('the name of a key', () => {
  it('is a text of up to 120 characters', () => {
    expect(nameProblem(' Shop system ')).toBeNull();
    expect(nameProblem('  ')).toMatch(/what will use the key/u);
    expect(nameProblem('x'.repeat(121))).toMatch(/up to 120/u);
  });
});
