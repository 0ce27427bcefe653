/** Who may operate the queue of a workspace: its owners, as in firestore.rules. */
import { paths } from '@docket/model/paths';
import { can } from '@docket/model/roles';
import { memberSchema } from '@docket/model/workspace';
import type { Firestore } from 'firebase-admin/firestore';

/** Whether the user `uid` administers the workspace at this moment. */
export async function isAdministrator(db: Firestore, workspaceId: string, uid: string): Promise<boolean> {
  const member = await db.doc(paths.member(workspaceId, uid)).get();
  const role = memberSchema.shape.role.safeParse(member.get('role'));
  return role.success && can(role.data, 'administer');
}
