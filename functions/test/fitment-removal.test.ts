/** What becomes of all that belongs to a deleted fitment job. */
import { randomUUID } from 'node:crypto';
import { paths, storagePaths } from '@docket/model/paths';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { expect, it, vi } from 'vitest';
import { removeFitmentJobData } from '../src/fitments/removal/remove-fitment-job.ts';
import { openBucket } from './memory-bucket.ts';
import { startDatabase } from './start-database.ts';

vi.setConfig({ testTimeout: 60_000 });

/** What a job with its groups, tables, reviews and files consists of. */
const belongings = (id: string) => ({
  documents: [
    paths.fitmentSelection('w', id),
    paths.fitmentGroup('w', id, 'g0'),
    paths.fitmentGroup('w', id, 'g1'),
    paths.fitmentTable('w', id, '0'),
    paths.fitmentReview('w', id, 'r1'),
  ],
  objects: [
    storagePaths.fitmentJobFile('w', id, 'parts.csv'),
    storagePaths.fitmentJobWork('w', id, 'run', 'claims'),
  ],
});

it('a deleted fitment job takes along all that belongs to it, and nothing of another', async () => {
  const server = await startDatabase();
  process.env['METADATA_SERVER_DETECTION'] = 'none';
  process.env['FIRESTORE_EMULATOR_HOST'] = `127.0.0.1:${server.port}`;
  const app = initializeApp({ projectId: 'demo-removal' }, randomUUID());
  const db = getFirestore(app);
  const storage = await openBucket();
  try {
    const [gone, kept] = [belongings('j'), belongings('j2')];
    for (const path of [...gone.documents, ...kept.documents]) await db.doc(path).set({ index: 0 });
    for (const name of [...gone.objects, ...kept.objects]) storage.objects.set(name, 'x');

    const place = { workspaceId: 'w', fitmentJobId: 'j' };
    await removeFitmentJobData(db, storage.bucket, place);
    await removeFitmentJobData(db, storage.bucket, place);

    const left = async (list: readonly string[]) =>
      (await db.getAll(...list.map((path) => db.doc(path)))).filter(({ exists }) => exists).length;
    expect([await left(gone.documents), await left(kept.documents)]).toEqual([0, kept.documents.length]);
    expect([...storage.objects.keys()].toSorted()).toEqual(kept.objects.toSorted());
  } finally {
    await storage.close();
    await deleteApp(app);
    await server.close();
  }
});
