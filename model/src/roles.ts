/** Who may do what in a workspace. The security rules say the same in their own language; a rules test compares them. */
import { z } from 'zod';

/** From most to least powerful. A reviewer decides on proposals, an editor also changes material and starts jobs. */
export const ROLES = ['owner', 'editor', 'reviewer', 'viewer'] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/** What a member can be allowed to do. */
export type Capability = 'read' | 'review' | 'edit' | 'administer';

const CAPABILITIES: Record<Role, readonly Capability[]> = {
  owner: ['read', 'review', 'edit', 'administer'],
  editor: ['read', 'review', 'edit'],
  reviewer: ['read', 'review'],
  viewer: ['read'],
};

/** Whether `role` (null: not a member) carries `capability`. */
export function can(role: Role | null, capability: Capability): boolean {
  return role !== null && CAPABILITIES[role].includes(capability);
}
