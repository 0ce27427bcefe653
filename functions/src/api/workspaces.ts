/** What the caller belongs to. */
import { ApiProblem } from '@docket/model/api/problem';
import type { workspaceOperations } from '@docket/model/api/workspaces';
import { collectionGroups, paths } from '@docket/model/paths';
import { type Capability, can } from '@docket/model/roles';
import { memberSchema, workspaceSchema } from '@docket/model/workspace';
import type { Handlers } from './context.ts';

const ALL: readonly Capability[] = ['read', 'review', 'edit', 'administer'];

export const workspaceHandlers: Handlers<keyof typeof workspaceOperations> = {
  listWorkspaces: async (_given, { db, caller }) => {
    if (caller.kind !== 'person')
      throw new ApiProblem('forbidden', 'Only a person has workspaces; a key belongs to one.');
    const found = await db.collectionGroup(collectionGroups.members).where('uid', '==', caller.uid).get();
    const members = found.docs.flatMap((member) => memberSchema.safeParse(member.data()).data ?? []);
    if (members.length === 0) return { data: [] };
    const snapshots = await db.getAll(
      ...members.map((member) => db.doc(paths.workspace(member.workspace_id))),
    );
    const data = members.flatMap(({ workspace_id: id, role }, index) => {
      const workspace = workspaceSchema.safeParse(snapshots[index]?.data()).data;
      if (workspace === undefined) return [];
      return [{ id, name: workspace.name, role, may: ALL.filter((capability) => can(role, capability)) }];
    });
    return { data };
  },
};
