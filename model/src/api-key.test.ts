import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  API_KEY_ID_BYTES,
  API_KEY_PATTERN,
  API_KEY_SECRET_BYTES,
  apiKeyIdSchema,
  apiKeySchema,
  apiKeyState,
  composeApiKey,
  parseApiKey,
} from './api-key.ts';

const exactly = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const keys = fc
  .tuple(exactly(API_KEY_ID_BYTES), exactly(API_KEY_SECRET_BYTES))
  .map(([id, secret]) => ({ bytes: secret, key: composeApiKey(id, secret) }));

const SAMPLE = composeApiKey(new Uint8Array(20).fill(11), new Uint8Array(32).fill(0xfb));

describe('the text of an API key', () => {
  it('says what it is, names its document and ends with a check', () => {
    expect(SAMPLE.text).toBe('docket_BBBBBBBBBBBBBBBBBBBB_-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_s1vwwHL');
    expect(SAMPLE).toMatchObject({ id: 'B'.repeat(20), hint: 'wwHL' });
  });

  it('yields its parts again, whatever the bytes', () => {
    const comesBack = ({ key }: { key: typeof SAMPLE }) => {
      expect(parseApiKey(key.text)).toEqual({ id: key.id, secret: key.secret });
      expect(apiKeyIdSchema.safeParse(key.id).success).toBe(true);
      expect(apiKeySchema.shape.hint.safeParse(key.hint).success).toBe(true);
    };
    fc.assert(fc.property(keys, comesBack));
  });

  it('holds the bytes as base64url and a CRC-32, as other programs compute them', () => {
    fc.assert(
      fc.property(keys, ({ bytes, key }) => {
        expect(key.secret).toBe(Buffer.from(bytes).toString('base64url'));
        const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
        const check = key.text
          .slice(-6)
          .split('')
          .reduce((sum, digit) => sum * 62 + digits.indexOf(digit), 0);
        expect(check).toBe(crc32(key.text.slice(0, -6)));
      }),
    );
  });

  it('is found by its pattern within other text', () => {
    fc.assert(
      fc.property(keys, fc.string(), fc.string(), ({ key }, before, after) => {
        expect(API_KEY_PATTERN.test(`${before} ${key.text}\n${after}`)).toBe(true);
      }),
    );
  });

  it('is not one any more with any single character changed, left out or doubled', () => {
    const place = fc.nat({ max: SAMPLE.text.length - 1 });
    const other = fc.constantFrom('a', 'Z', '0', '9', '-', '_', ' ', '.', '\n');
    fc.assert(
      fc.property(keys, place, other, ({ key: { text } }, at, character) => {
        const [before, after] = [text.slice(0, at), text.slice(at + 1)];
        fc.pre(character !== text[at]);
        expect(parseApiKey(before + character + after)).toBeNull();
        expect(parseApiKey(before + after)).toBeNull();
        expect(parseApiKey(before + text.charAt(at).repeat(2) + after)).toBeNull();
      }),
    );
  });

  it('is nothing else, and nothing else makes the parser fail', () => {
    fc.assert(fc.property(fc.string(), (text) => parseApiKey(text) === null));
    expect(parseApiKey(`${SAMPLE.text}\n`)).toBeNull();
    expect(parseApiKey(`Bearer ${SAMPLE.text}`)).toBeNull();
    expect(parseApiKey('docket_'.repeat(100_000))).toBeNull();
  });

  it('cannot be made of too few random bytes', () => {
    expect(() => composeApiKey(new Uint8Array(20), new Uint8Array(16))).toThrow(RangeError);
    expect(() => composeApiKey(new Uint8Array(8), new Uint8Array(32))).toThrow(RangeError);
  });
});

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 8, minute));

describe('an API key as it is kept', () => {
  const key = {
    name: 'Shop system',
    scopes: ['read', 'edit'],
    secret_hash: 'ab'.repeat(32),
    hint: SAMPLE.hint,
    created_by: 'u',
    created_at: at(0),
    expires_at: null,
    revoked_at: null,
    revoked_by: null,
  };

  it.each([
    ['no name', { name: ' ' }],
    ['no scope', { scopes: [] }],
    ['scopes without reading', { scopes: ['edit'] }],
    ['a scope nobody knows', { scopes: ['read', 'everything'] }],
    ['its secret', { secret: SAMPLE.secret }],
    ['a hash that is none', { secret_hash: SAMPLE.secret }],
  ])('has not %s', (_, change) => {
    expect(apiKeySchema.safeParse(key).success).toBe(true);
    expect(apiKeySchema.safeParse({ ...key, ...change }).success).toBe(false);
  });
});

describe('the state of an API key', () => {
  it('is active until the moment at which it expires', () => {
    const key = { expires_at: at(30), revoked_at: null };
    expect(apiKeyState(key, new Date(at(30).getTime() - 1))).toBe('active');
    expect(apiKeyState(key, at(30))).toBe('expired');
  });

  it('is active for ever where it does not expire', () => {
    expect(apiKeyState({ expires_at: null, revoked_at: null }, new Date('2126-01-01'))).toBe('active');
  });

  it('is revoked from the moment that somebody has said so, whatever clocks say, also when it has expired', () => {
    expect(apiKeyState({ expires_at: null, revoked_at: at(30) }, at(0))).toBe('revoked');
    expect(apiKeyState({ expires_at: at(10), revoked_at: at(5) }, at(30))).toBe('revoked');
  });
});
