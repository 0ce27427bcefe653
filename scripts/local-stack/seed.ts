/** Sets up the demo workspace: a user, a collection, and a linesheet and a purchase order ready to be processed. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { paths, storagePaths } from '@docket/model/paths';
import type { Admin } from './admin.ts';
import { DEMO_COLLEAGUE, DEMO_COLLECTION, DEMO_DOCUMENTS, DEMO_USER, DEMO_WORKSPACE } from './demo.ts';
import { root } from './stack-file.ts';

/** Creates what is missing; what is there, changed or not, is left alone. */
export async function seedDemo(admin: Admin): Promise<void> {
  await seedUser(admin, DEMO_USER);
  await seedUser(admin, DEMO_COLLEAGUE);
  const workspace = admin.db.doc(paths.workspace(DEMO_WORKSPACE.id));
  if ((await workspace.get()).exists) return;
  await seedDocuments(admin);
  const now = new Date();
  const batch = admin.db.batch();
  batch.set(workspace, { name: DEMO_WORKSPACE.name, created_by: DEMO_USER.uid, created_at: now });
  for (const { uid, email, displayName, role } of [{ ...DEMO_USER, role: 'owner' }, DEMO_COLLEAGUE]) {
    batch.set(admin.db.doc(paths.member(DEMO_WORKSPACE.id, uid)), {
      uid,
      workspace_id: DEMO_WORKSPACE.id,
      role,
      email,
      display_name: displayName,
      joined_at: now,
    });
  }
  batch.set(admin.db.doc(paths.collection(DEMO_WORKSPACE.id, DEMO_COLLECTION.id)), {
    name: DEMO_COLLECTION.name,
    season: DEMO_COLLECTION.season,
    created_by: DEMO_USER.uid,
    created_at: now,
  });
  await batch.commit();
}

interface DemoPerson {
  uid: string;
  email: string;
  password: string;
  displayName: string;
}

async function seedUser({ auth }: Admin, { uid, email, password, displayName }: DemoPerson): Promise<void> {
  const existing = await auth.getUsers([{ uid }]);
  if (existing.users.length === 0)
    await auth.createUser({ uid, email, password, displayName, emailVerified: true });
}

async function seedDocuments({ db, bucket }: Admin): Promise<void> {
  for (const document of DEMO_DOCUMENTS) {
    const bytes = await readFile(path.join(root, 'samples', document.file));
    const at = [DEMO_WORKSPACE.id, DEMO_COLLECTION.id, document.id] as const;
    const storagePath = storagePaths.original(...at, document.file);
    await bucket.file(storagePath).save(bytes, { resumable: false, contentType: document.contentType });
    await db.doc(paths.document(...at)).set({
      kind: document.kind,
      file_name: document.file,
      content_type: document.contentType,
      size: bytes.length,
      storage_path: storagePath,
      uploaded_by: DEMO_USER.uid,
      uploaded_at: new Date(),
    });
  }
}
