import { createHash } from 'node:crypto';
import { secretHashSchema } from '@docket/model/members/invitation';
import { describe, expect, it } from 'vitest';
import { linkAddress, newInvitationSecret, secretIn } from './invitation-link.ts';

describe('the link of an invitation', () => {
  it('has a secret of its own, of which the SHA-256 is stored', async () => {
    const { secret, hash } = await newInvitationSecret();
    expect(secretHashSchema.parse(hash)).toBe(createHash('sha256').update(secret).digest('hex'));
    expect((await newInvitationSecret()).secret).not.toBe(secret);
  });

  it('keeps the secret out of what is sent to servers', () => {
    const address = linkAddress('https://docket.example', {
      workspace: 'w1',
      invitation: 'i1',
      secret: 'abc',
    });
    const { pathname, search, hash } = new URL(address);
    expect([pathname, search, hash]).toEqual(['/join/w1/i1', '', '#abc']);
    expect(secretIn(hash)).toBe('abc');
  });

  it('may have lost its secret, or got a blank', () => {
    expect(secretIn('')).toBe('');
    expect(secretIn('#abc ')).toBe('abc');
  });
});
