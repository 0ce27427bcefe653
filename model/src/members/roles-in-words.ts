/** What the roles are called on screen, and what each may do, for whoever gives one. */
import type { Role } from '../roles.ts';

export const ROLE_LABELS: Record<Role, string> = {
  owner: 'Owner',
  editor: 'Editor',
  reviewer: 'Reviewer',
  viewer: 'Viewer',
};

export const ROLE_DESCRIPTIONS: Record<Role, string> = {
  owner: 'Owners may do everything, and decide who is a member.',
  editor: 'Editors may add and change material, and start runs.',
  reviewer: 'Reviewers may look, and decide on what is proposed.',
  viewer: 'Viewers may look, and change nothing.',
};

/** A role within a sentence: "an editor", "a viewer". */
export function aRole(role: Role): string {
  return `${/^[aeiou]/u.test(role) ? 'an' : 'a'} ${role}`;
}
