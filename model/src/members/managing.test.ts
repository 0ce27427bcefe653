import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROLES } from '../roles.ts';
import { decideOnMember, type ManageMembersRequest } from './managing.ts';

const wish = fc.oneof(
  fc.record({
    action: fc.constant('change_role' as const),
    workspace: fc.constant('w'),
    uid: fc.constant('m'),
    role: fc.constantFrom(...ROLES),
  }),
  fc.record({ action: fc.constant('remove' as const), workspace: fc.constant('w'), uid: fc.constant('m') }),
  fc.record({ action: fc.constant('leave' as const), workspace: fc.constant('w') }),
);
const roleOrNone = fc.constantFrom(...ROLES, null);

describe('a decision on a member', () => {
  it('leaves a workspace that has an owner with one', () => {
    fc.assert(
      fc.property(wish, roleOrNone, roleOrNone, fc.nat(3), (request, askingRole, memberRole, others) => {
        const owners = new Set(Array.from({ length: others }, (_, index) => `o${index}`));
        if (memberRole === 'owner') owners.add('m');
        fc.pre(owners.size > 0);
        const decision = decideOnMember(request, { askingRole, memberUid: 'm', memberRole, owners });
        if (decision.kind === 'remove') owners.delete('m');
        if (decision.kind === 'change_role' && decision.role !== 'owner') owners.delete('m');
        expect(owners.size).toBeGreaterThan(0);
      }),
    );
  });

  it('is forbidden to everybody but owners, unless they leave', () => {
    fc.assert(
      fc.property(wish, roleOrNone, roleOrNone, (request, askingRole, memberRole) => {
        const facts = { askingRole, memberUid: 'm', memberRole, owners: new Set(['o', 'p']) };
        const may = request.action === 'leave' ? askingRole !== null : askingRole === 'owner';
        expect(decideOnMember(request, facts).kind === 'forbidden').toBe(!may);
      }),
    );
  });

  it('gives the role that is wanted, and removes who is to go', () => {
    const facts = {
      askingRole: 'owner',
      memberUid: 'm',
      memberRole: 'viewer',
      owners: new Set(['o']),
    } as const;
    const change: ManageMembersRequest = { action: 'change_role', workspace: 'w', uid: 'm', role: 'editor' };
    expect(decideOnMember(change, facts)).toEqual({ kind: 'change_role', role: 'editor' });
    expect(decideOnMember({ action: 'remove', workspace: 'w', uid: 'm' }, facts)).toEqual({ kind: 'remove' });
  });
});
