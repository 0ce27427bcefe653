/** Members of a workspace as documents, read together in one transaction. */
import { paths } from '@docket/model/paths';
import type { Role } from '@docket/model/roles';
import { memberSchema } from '@docket/model/workspace';
import type { DocumentSnapshot, Firestore, Query } from 'firebase-admin/firestore';

/** The role in the document of a member; null: there is none, or it is damaged. */
export function roleIn(member: DocumentSnapshot | undefined): Role | null {
  return memberSchema.shape.role.safeParse(member?.get('role')).data ?? null;
}

/** All owners of a workspace. */
export function ownersOf(db: Firestore, workspaceId: string): Query {
  return db.collection(paths.members(workspaceId)).where('role', '==', 'owner');
}
