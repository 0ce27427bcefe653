import type { Firestore } from 'firebase-admin/firestore';

/** The bundle that scenarios load; the documents in it are written for it. */
export async function bundleOf(db: Firestore): Promise<string> {
  await db.doc('bundled/a').set({ n: 1 });
  await db.doc('bundled/b').set({ n: 2 });
  const all = await db.collection('bundled').get();
  return db.bundle('scenarios').add('all', all).build().toString();
}
