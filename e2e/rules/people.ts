/** Who asks, in the tests of the rules: a member of each role, a member of another workspace, and nobody. */
import { type Capability, can, ROLES, type Role } from '@docket/model/roles';

export const WORKSPACE = 'harbour';
export const OTHER_WORKSPACE = 'elsewhere';

export const PEOPLE = ['nobody signed in', 'stranger', ...ROLES] as const;
export type Person = (typeof PEOPLE)[number];

/** Who may do something: members with a capability, whoever is signed in, or nobody at all. */
export type Allowed = Capability | 'sign in' | 'nothing';

/** Whether a person is among the allowed, by the table of the model. */
export function isAmong(person: Person, allowed: Allowed): boolean {
  if (person === 'nobody signed in' || allowed === 'nothing') return false;
  if (allowed === 'sign in') return true;
  return person !== 'stranger' && can(person, allowed);
}

/** The uid of someone who is signed in. */
export function uidOf(person: Exclude<Person, 'nobody signed in'>): string {
  return `uid-of-${person}`;
}

export function emailOf(person: Exclude<Person, 'nobody signed in'>): string {
  return `${person}@docket.example`;
}

/** Who has not shown that their address is theirs. */
export const UNVERIFIED: Person = 'reviewer';

/** A membership as the functions write it. */
export function membership(person: Role | 'stranger', workspace: string, role: Role) {
  return {
    uid: uidOf(person),
    workspace_id: workspace,
    role,
    email: emailOf(person),
    display_name: person,
    joined_at: new Date('2026-01-01T00:00:00Z'),
  };
}
