import { describe, expect, it } from 'vitest';
import { callerOf } from './caller.ts';

function token(claims: unknown): string {
  const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
  return `Bearer ${encode({ alg: 'none' })}.${encode(claims)}.`;
}

describe('the caller', () => {
  it('is the owner, who is above the rules', () => {
    expect(callerOf('Bearer owner')).toEqual({ kind: 'owner' });
  });

  it('is a signed-in user by the claims of an unsigned token, expired or not', () => {
    const claims = { sub: 'u1', exp: 1, role: 'é' };
    expect(callerOf(token(claims))).toEqual({ kind: 'client', auth: { uid: 'u1', token: claims } });
    expect(callerOf(token({ user_id: 'u2', sub: 'u1' }))).toMatchObject({ auth: { uid: 'u2' } });
  });

  it('is a client that nobody has signed in to without a header', () => {
    expect(callerOf(undefined)).toEqual({ kind: 'client', auth: null });
  });

  it.each(['Bearer', 'Bearer rubbish', 'Bearer a.b.c', token({ name: 'nobody' }), token('text')])(
    'is refused with the header %j',
    (header) => {
      expect(() => callerOf(header)).toThrow(expect.objectContaining({ status: 'UNAUTHENTICATED' }));
    },
  );
});
