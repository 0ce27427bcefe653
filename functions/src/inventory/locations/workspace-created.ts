/** What a new workspace is given. */
import { paths } from '@docket/model/paths';
import { workspaceSchema } from '@docket/model/workspace';
import type { DocumentSnapshot, Firestore } from 'firebase-admin/firestore';
import { setUpLocations } from './set-up.ts';

/**
 * Sets the locations up, as its founder. `created` is the workspace as it was created; one without a founder is left alone. When it
 * is told again late, nothing is done: the locations may have been taken back meanwhile.
 */
export async function workspaceCreated(
  db: Firestore,
  workspaceId: string,
  created: Pick<DocumentSnapshot, 'data'>,
  clock: () => Date,
): Promise<void> {
  const workspace = workspaceSchema.pick({ created_by: true }).safeParse(created.data());
  if (!workspace.success || (await db.doc(paths.inventorySetup(workspaceId)).get()).exists) return;
  await setUpLocations(db, workspaceId, workspace.data.created_by, clock);
}
