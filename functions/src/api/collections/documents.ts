/** The linesheets and purchase orders of a collection. */
import type { documentOperations } from '@docket/model/api/collections/documents';
import type { DocumentView } from '@docket/model/api/collections/schemas';
import { ApiProblem } from '@docket/model/api/problem';
import { addDocument, removeDocument, type UploadedFile } from '@docket/model/commands/collection-commands';
import { cutText } from '@docket/model/cut-text';
import type { DocumentKind } from '@docket/model/document';
import { LIMITS } from '@docket/model/limits';
import { paths, storagePaths } from '@docket/model/paths';
import { judgeFile } from '@docket/model/upload/judge-file';
import { NAME_CHARACTERS } from '@docket/model/upload/new-image';
import { safeObjectName } from '@docket/model/upload/object-name';
import { HEAD_BYTES, sniff, TAIL_BYTES } from '@docket/model/upload/sniff';
import type { Handlers, RequestContext } from '../context.ts';
import { storeThen } from '../stored-file.ts';
import {
  noSuchCollection,
  occupationBy,
  readCollection,
  readDocuments,
  refuseBlocked,
  type StoredDocument,
} from './read-collection.ts';
import { startProcessing } from './runs.ts';

function documentViewOf({ id, data }: StoredDocument): DocumentView {
  const { kind, file_name, content_type, size, uploaded_by, uploaded_at } = data;
  return { id, kind, file_name, content_type, size, uploaded_by, uploaded_at };
}

/** What a run reads must not change under it. Throws an ApiProblem while one is at work, and when there is no such collection. */
async function requireStill(context: RequestContext, collectionId: string): Promise<void> {
  const collection = await readCollection(context, collectionId);
  const processing = await occupationBy(context, collectionId, 'document_processing', collection);
  refuseBlocked(processing.running ? 'Files cannot be changed during processing.' : null, processing);
}

/** A file as it was judged. */
interface JudgedFile {
  fileName: string;
  bytes: Uint8Array;
  contentType: string;
  warning: string | null;
}

/** Throws an ApiProblem that says what is wrong with the file. */
async function judge(file: File, kind: DocumentKind): Promise<JudgedFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const fileName = cutText(file.name, NAME_CHARACTERS) || 'document';
  const sniffed = sniff(bytes.subarray(0, HEAD_BYTES), bytes.subarray(-TAIL_BYTES));
  const verdict = judgeFile(fileName, bytes.length, kind, sniffed);
  if (!verdict.ok) throw new ApiProblem('unprocessable', verdict.reason);
  return { fileName, bytes, contentType: verdict.contentType, warning: verdict.warning };
}

/** Adds the document. Throws an ApiProblem when its collection is gone, or full. */
async function save(context: RequestContext, collectionId: string, file: UploadedFile): Promise<void> {
  const { db, workspaceId, actor } = context;
  const documents = db.collection(paths.documents(workspaceId, collectionId));
  await context.transact(async (transaction) => {
    const collection = await transaction.get(db.doc(paths.collection(workspaceId, collectionId)));
    if (!collection.exists) throw noSuchCollection();
    const { docs } = await transaction.get(documents.select());
    if (docs.length >= LIMITS.documentsPerCollection)
      throw new ApiProblem(
        'conflict',
        `A collection holds up to ${LIMITS.documentsPerCollection} files. Remove one first.`,
      );
    return { writes: addDocument(actor, collectionId, file), result: null };
  });
}

/** Starts to process all documents; or says why that is not possible now. */
async function startIfPossible(context: RequestContext, collectionId: string) {
  try {
    return { run: await startProcessing(context, collectionId, {}), not_started: null };
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    return { run: null, not_started: error.message };
  }
}

export const documentHandlers: Handlers<keyof typeof documentOperations> = {
  listDocuments: async ({ path: { collection_id: id } }, context) => {
    await readCollection(context, id);
    return { data: (await readDocuments(context, id)).map(documentViewOf) };
  },
  uploadDocument: async ({ path: { collection_id: id }, query, body: { file, kind } }, context) => {
    const { db, workspaceId } = context;
    const { fileName, bytes, contentType, warning } = await judge(file, kind);
    const documentId = context.newId('document');
    const path = storagePaths.original(workspaceId, id, documentId, safeObjectName(fileName));
    const record = paths.document(workspaceId, id, documentId);
    const wasAdded = context.isKeyed && (await db.doc(record).get()).exists;
    if (!wasAdded) {
      await requireStill(context, id);
      await storeThen(context, { path, contentType, bytes }, record, async () => {
        const stored = { documentId, kind, fileName, contentType, size: bytes.length, storagePath: path };
        await save(context, id, { ...stored, replaces: null });
      });
    }
    const added = (await readDocuments(context, id)).find((document) => document.id === documentId);
    if (added === undefined) throw new ApiProblem('conflict', 'Somebody has removed the document again.');
    const started =
      query.process === 'true' ? await startIfPossible(context, id) : { run: null, not_started: null };
    return { document: documentViewOf(added), warning, ...started };
  },
  deleteDocument: async ({ path: { collection_id: id, document_id: documentId } }, context) => {
    const { db, workspaceId } = context;
    await requireStill(context, id);
    const snapshot = await db.doc(paths.document(workspaceId, id, documentId)).get();
    if (!snapshot.exists) throw new ApiProblem('not_found', 'There is no such document in the collection.');
    await context.commit(removeDocument(workspaceId, id, documentId));
    return { id: documentId, deleted: true as const };
  },
};
