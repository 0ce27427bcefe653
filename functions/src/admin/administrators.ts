/** Who may operate the queue of a workspace: its owners, as in firestore.rules. */
import { apiKeySchema, apiKeyState, signingKey } from '@docket/model/api-key';
import { paths } from '@docket/model/paths';
import { can } from '@docket/model/roles';
import type { Firestore } from 'firebase-admin/firestore';
import { memberRole } from '../services/member-role.ts';

/** Whether the user `uid` administers the workspace at this moment. */
export async function isAdministrator(db: Firestore, workspaceId: string, uid: string): Promise<boolean> {
  return can(await memberRole(db, workspaceId, uid), 'administer');
}

/**
 * Whether whoever has signed a wish may operate the queue at this moment: an owner, or a key of the HTTP API with that scope. The
 * rules let nobody sign for a key.
 */
export async function maySignWishes(
  db: Firestore,
  workspaceId: string,
  signature: string,
  now: Date,
): Promise<boolean> {
  const keyId = signingKey(signature);
  if (keyId === null) return await isAdministrator(db, workspaceId, signature);
  const key = apiKeySchema.safeParse((await db.doc(paths.apiKey(workspaceId, keyId)).get()).data()).data;
  return key !== undefined && apiKeyState(key, now) === 'active' && key.scopes.includes('administer');
}
