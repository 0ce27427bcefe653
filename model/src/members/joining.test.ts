import { describe, expect, it } from 'vitest';
import { ROLES } from '../roles.ts';
import { invitedEmailSchema } from './invitation.ts';
import { JOIN_REFUSALS } from './joining.ts';
import { MEMBERSHIP_REFUSALS } from './managing.ts';
import { aRole, ROLE_DESCRIPTIONS } from './roles-in-words.ts';

describe('an address that an invitation is for', () => {
  it('is compared without the case of its letters, and without blanks around it', () => {
    expect(invitedEmailSchema.parse(' Ines@Docket.Example ')).toBe('ines@docket.example');
  });

  it.each(['', 'ines', '@docket.example', 'ines@', 'a b@docket.example', 'a@b@c', `${'x'.repeat(320)}@a.b`])(
    'is not %j',
    (text) => {
      expect(invitedEmailSchema.safeParse(text).success).toBe(false);
    },
  );
});

describe('what is said about membership', () => {
  it('are sentences, in every case', () => {
    const sentences = [
      ...Object.values(JOIN_REFUSALS).map(({ message }) => message),
      ...Object.values(MEMBERSHIP_REFUSALS),
      ...Object.values(ROLE_DESCRIPTIONS),
    ];
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/u);
  });

  it('has the right article before each role', () => {
    expect(ROLES.map(aRole)).toEqual(['an owner', 'an editor', 'a reviewer', 'a viewer']);
  });
});
