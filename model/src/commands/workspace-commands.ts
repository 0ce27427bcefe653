/** Changes to workspaces, as the writes that make them. */
import { paths } from '../paths.ts';
import type { Write } from './write.ts';

/** Who founds a workspace. */
export interface Founder {
  uid: string;
  email: string;
  displayName: string;
}

/** A new workspace with its founder as owner. Both at once: neither is allowed without the other. */
export function createWorkspace(user: Founder, serverTime: unknown, id: string, name: string): Write[] {
  return [
    {
      kind: 'create',
      path: paths.workspace(id),
      fields: { name, created_by: user.uid, created_at: serverTime },
    },
    {
      kind: 'create',
      path: paths.member(id, user.uid),
      fields: {
        uid: user.uid,
        workspace_id: id,
        role: 'owner',
        email: user.email,
        display_name: user.displayName,
        joined_at: serverTime,
      },
    },
  ];
}

/** Gives a workspace another name. */
export function renameWorkspace(workspaceId: string, name: string): Write[] {
  return [{ kind: 'update', path: paths.workspace(workspaceId), fields: { name } }];
}
