/** A workspace is a tenant: members with roles, and everything that they work on. */
import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { roleSchema } from './roles.ts';
import { instant } from './time.ts';

const name = z.string().trim().min(1).max(LIMITS.nameCharacters);

export const workspaceSchema = z.object({
  name,
  created_by: z.string(),
  created_at: instant,
});
export type Workspace = z.infer<typeof workspaceSchema>;

/** `workspaces/{workspace}/members/{uid}`. `uid` and `workspace_id` repeat the path, for queries over all workspaces. */
export const memberSchema = z.object({
  uid: z.string(),
  workspace_id: z.string(),
  role: roleSchema,
  email: z.string(),
  display_name: z.string(),
  joined_at: instant,
});
export type Member = z.infer<typeof memberSchema>;
