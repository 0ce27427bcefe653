import { beforeEach, describe, expect, it } from 'vitest';
import { RefusalGuard } from './refusal-guard.ts';

let time: number;
let guard: RefusalGuard;

beforeEach(() => {
  time = 5;
  guard = new RefusalGuard({ limit: 60, elapsed: () => time });
});

function refuse(address: string, times: number): void {
  for (let time = 0; time < times; time++) guard.refused(address, 'another key');
}

describe('an address that presents wrong keys', () => {
  it('is listened to until it has presented sixty, all of them at once if it likes', () => {
    refuse('192.0.2.7', 59);
    expect(guard.hear('192.0.2.7', 'a key')).toEqual({ allowed: true });
    refuse('192.0.2.7', 1);
    expect(guard.hear('192.0.2.7', 'a key')).toEqual({
      allowed: false,
      retryAfterSeconds: 1,
      headers: { 'Retry-After': '1' },
    });
  });

  it('is forgiven one a second', () => {
    refuse('192.0.2.7', 60);
    time += 1000;
    expect(guard.hear('192.0.2.7', 'a key').allowed).toBe(true);
    refuse('192.0.2.7', 1);
    expect(guard.hear('192.0.2.7', 'a key').allowed).toBe(false);
    time += 60_000;
    refuse('192.0.2.7', 59);
    expect(guard.hear('192.0.2.7', 'a key').allowed).toBe(true);
  });

  it('says how long those who served many requests at once must wait', () => {
    refuse('192.0.2.7', 75);
    expect(guard.hear('192.0.2.7', 'a key')).toMatchObject({ retryAfterSeconds: 16 });
  });

  it('speaks for nobody else', () => {
    refuse('192.0.2.7', 60);
    expect(guard.hear('192.0.2.8', 'a key').allowed).toBe(true);
  });

  it('speaks for its whole network in IPv6, and for itself when IPv4 comes in IPv6', () => {
    refuse('2001:db8:1:2::7', 60);
    expect(guard.hear('2001:db8:1:2:ffff::1', 'a key').allowed).toBe(false);
    expect(guard.hear('2001:db8:1:3::7', 'a key').allowed).toBe(true);
    refuse('192.0.2.7', 60);
    expect(guard.hear('::ffff:192.0.2.7', 'a key').allowed).toBe(false);
  });

  it('is one with all others that are none', () => {
    refuse('unknown', 30);
    refuse('x'.repeat(1000), 30);
    expect(guard.hear('', 'a key').allowed).toBe(false);
  });

  it('may have any limit', () => {
    guard = new RefusalGuard({ limit: 7, elapsed: () => time });
    refuse('192.0.2.7', 6);
    expect(guard.hear('192.0.2.7', 'a key').allowed).toBe(true);
    refuse('192.0.2.7', 1);
    expect(guard.hear('192.0.2.7', 'a key').allowed).toBe(false);
  });
});

describe('a key that was good', () => {
  it('is heard from wherever it comes, until it is refused itself', () => {
    guard.accepted('a good key');
    refuse('192.0.2.7', 60);
    expect(guard.hear('192.0.2.7', 'a good key').allowed).toBe(true);
    expect(guard.hear('192.0.2.7', 'a key').allowed).toBe(false);
    guard.refused('198.51.100.1', 'a good key');
    expect(guard.hear('192.0.2.7', 'a good key').allowed).toBe(false);
  });

  it('is forgotten when ten thousand others were good since', () => {
    guard.accepted('the oldest');
    guard.accepted('a good key');
    for (let index = 0; index < 9_999; index++) guard.accepted(`key ${index}`);
    refuse('192.0.2.7', 60);
    expect(guard.hear('192.0.2.7', 'the oldest').allowed).toBe(false);
    expect(guard.hear('192.0.2.7', 'a good key').allowed).toBe(true);
  });
});

describe('the memory of addresses', () => {
  it('has an end: the ones that were refused longest ago are forgotten', () => {
    refuse('192.0.2.7', 60);
    refuse('192.0.2.8', 60);
    for (let index = 0; index < 9_999; index++)
      guard.refused(`10.0.${index >> 8}.${index & 255}`, 'another key');
    expect(guard.hear('192.0.2.7', 'a key').allowed).toBe(true);
    expect(guard.hear('192.0.2.8', 'a key').allowed).toBe(false);
  });
});
