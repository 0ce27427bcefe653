/** Who may do what in a workspace. The security rules say the same in their own language; a rules test compares them. */
import { z } from 'zod';

/** From most to least powerful. A reviewer decides on proposals, an editor also changes material and starts jobs. */
export const ROLES = ['owner', 'editor', 'reviewer', 'viewer'] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/** What a member, or an API key, can be allowed to do. */
export const CAPABILITIES = ['read', 'review', 'edit', 'administer'] as const;
export const capabilitySchema = z.enum(CAPABILITIES);
export type Capability = z.infer<typeof capabilitySchema>;

const CAPABILITIES_OF: Record<Role, readonly Capability[]> = {
  owner: ['read', 'review', 'edit', 'administer'],
  editor: ['read', 'review', 'edit'],
  reviewer: ['read', 'review'],
  viewer: ['read'],
};

/** Whether `role` (null: not a member) carries `capability`. */
export function can(role: Role | null, capability: Capability): boolean {
  return role !== null && CAPABILITIES_OF[role].includes(capability);
}
