/** The keys of one owner, which end when they are no owner any more: they have seen them, and may have kept them. */
import { paths } from '@docket/model/paths';
import type { Firestore, Query } from 'firebase-admin/firestore';

/** The keys of a workspace that `uid` has made and nobody has revoked. */
export function keysMadeBy(db: Firestore, workspaceId: string, uid: string): Query {
  return db
    .collection(paths.apiKeys(workspaceId))
    .where('created_by', '==', uid)
    .where('revoked_at', '==', null);
}
