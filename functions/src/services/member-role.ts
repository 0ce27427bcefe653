/** What somebody is in a workspace, for functions that are called or asked: the rules do not stand before them. */
import { paths } from '@docket/model/paths';
import type { Role } from '@docket/model/roles';
import { memberSchema } from '@docket/model/workspace';
import type { Firestore } from 'firebase-admin/firestore';

/** The role of the user `uid` at this moment; null: no member. */
export async function memberRole(db: Firestore, workspaceId: string, uid: string): Promise<Role | null> {
  const member = await db.doc(paths.member(workspaceId, uid)).get();
  return memberSchema.shape.role.safeParse(member.get('role')).data ?? null;
}
