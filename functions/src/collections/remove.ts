/** Removes what belongs to deleted collections and documents. Every function may run again without harm. */
import { paths, storagePaths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import type { Storage } from 'firebase-admin/storage';

/** The bucket as the Admin SDK hands it out. */
export type Bucket = ReturnType<Storage['bucket']>;

/** Removes the file of a document, its pictures and its products. */
export async function removeDocumentData(
  db: Firestore,
  bucket: Bucket,
  workspace: string,
  collection: string,
  document: string,
): Promise<void> {
  await db.recursiveDelete(db.collection(paths.products(workspace, collection, document)));
  await bucket.deleteFiles({ prefix: storagePaths.document(workspace, collection, document), force: true });
}

/** Removes the documents of a collection and all files, also those of uploads that never became documents. */
export async function removeCollectionData(
  db: Firestore,
  bucket: Bucket,
  workspace: string,
  collection: string,
): Promise<void> {
  await db.recursiveDelete(db.collection(paths.documents(workspace, collection)));
  await bucket.deleteFiles({ prefix: storagePaths.documents(workspace, collection), force: true });
}
