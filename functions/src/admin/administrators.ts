/** Who may operate the queue of a workspace: its owners, as in firestore.rules. */
import { can } from '@docket/model/roles';
import type { Firestore } from 'firebase-admin/firestore';
import { memberRole } from '../services/member-role.ts';

/** Whether the user `uid` administers the workspace at this moment. */
export async function isAdministrator(db: Firestore, workspaceId: string, uid: string): Promise<boolean> {
  return can(await memberRole(db, workspaceId, uid), 'administer');
}
