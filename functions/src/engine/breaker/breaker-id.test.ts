import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakerId } from './breaker-id.ts';

describe('the id of a breaker', () => {
  it('names the service for people', () => {
    expect(breakerId({ kind: 'image_host', name: 'cdn.example.com:8080' })).toMatch(
      /^image_host-cdn-example-com-8080-[0-9a-f]{16}$/u,
    );
  });

  it('has safe characters whatever the name is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(breakerId({ kind: 'webhook_host', name })).toMatch(/^[a-z0-9_-]{1,100}$/u);
      }),
    );
  });

  it('differs when kind or name do', () => {
    const services = [
      { kind: 'image_host', name: 'a.b' },
      { kind: 'webhook_host', name: 'a.b' },
      { kind: 'image_host', name: 'a-b' },
      { kind: 'image_host', name: 'A.b' },
    ] as const;
    expect(new Set(services.map(breakerId)).size).toBe(services.length);
  });
});
