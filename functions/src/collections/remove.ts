/** Removes what belongs to deleted collections and documents. Every function may run again without harm. */
import { paths, storagePaths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import type { Storage } from 'firebase-admin/storage';

/** The bucket as the Admin SDK hands it out. */
export type Bucket = ReturnType<Storage['bucket']>;

/** Removes the file of a document, its pictures, its products and its tables. */
export async function removeDocumentData(
  db: Firestore,
  bucket: Bucket,
  workspace: string,
  collection: string,
  document: string,
): Promise<void> {
  await db.recursiveDelete(db.collection(paths.products(workspace, collection, document)));
  await db.recursiveDelete(db.collection(paths.orderTables(workspace, collection, document)));
  await bucket.deleteFiles({ prefix: storagePaths.document(workspace, collection, document), force: true });
}

/**
 * Removes all that a collection holds, documents, items, decks, settings, and all its files, also those of uploads that
 * never became documents.
 */
export async function removeCollectionData(
  db: Firestore,
  bucket: Bucket,
  workspace: string,
  collection: string,
): Promise<void> {
  for (const held of await db.doc(paths.collection(workspace, collection)).listCollections()) {
    await db.recursiveDelete(held);
  }
  await bucket.deleteFiles({ prefix: storagePaths.collection(workspace, collection), force: true });
}
