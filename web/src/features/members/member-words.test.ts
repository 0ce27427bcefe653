import type { Role } from '@docket/model/roles';
import type { Member } from '@docket/model/workspace';
import { describe, expect, it } from 'vitest';
import { holdsFor, initials, inOrder, invitedWhom } from './member-words.ts';

const member = (uid: string, role: Role, name: string): Member => ({
  uid,
  workspace_id: 'w',
  role,
  email: '',
  display_name: name,
  joined_at: new Date(0),
});

describe('the initials of a member', () => {
  it.each([
    ['Mara Lindqvist', 'mara@example.com', 'ML'],
    ['Ana María de la Cruz', '', 'AC'],
    ['mara', 'mara@example.com', 'M'],
    ['', 'mara.lindqvist@example.com', 'ML'],
    ['  ', 'mara@example.com', 'ME'],
    ['Élodie Ågren', '', 'ÉÅ'],
    ['', '', '?'],
  ])('of “%s” <%s> are %s', (name, email, letters) => {
    expect(initials({ display_name: name, email })).toBe(letters);
  });
});

describe('the list of members', () => {
  it('begins with the owners; within a role, it goes by name', () => {
    const listed = inOrder([
      member('1', 'viewer', 'Ada'),
      member('2', 'owner', 'Zoe'),
      member('3', 'editor', 'Mia'),
      member('4', 'owner', 'Ben'),
      member('5', 'reviewer', 'Eve'),
    ]);
    expect(listed.map(({ display_name: name }) => name)).toEqual(['Ben', 'Zoe', 'Mia', 'Eve', 'Ada']);
  });
});

describe('an invitation in words', () => {
  it('is for whom its owner says, else for its address, else for anybody', () => {
    expect(invitedWhom({ label: 'Ines', email: 'ines@example.com' })).toBe('Ines');
    expect(invitedWhom({ label: ' ', email: 'ines@example.com' })).toBe('ines@example.com');
    expect(invitedWhom({ label: '', email: null })).toBe('Whoever has the link');
  });

  it.each([
    [7 * 24 * 60 - 1, 'for 6 days'],
    [25 * 60, 'for 1 day'],
    [23 * 60 + 59, 'for 23 hours'],
    [61, 'for 1 hour'],
    [1, 'for 1 hour'],
  ])('with %d minutes left, holds %s', (minutes, words) => {
    expect(holdsFor(new Date(minutes * 60_000), new Date(0))).toBe(words);
  });
});
