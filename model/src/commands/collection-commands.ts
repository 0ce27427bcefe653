/** Changes to collections and their documents, as the writes that make them. */
import type { DocumentKind } from '../document.ts';
import { paths } from '../paths.ts';
import type { Actor, Write } from './write.ts';

export function createCollection(actor: Actor, id: string, name: string, season: string): Write[] {
  return [
    {
      kind: 'create',
      path: paths.collection(actor.workspaceId, id),
      fields: { name, season, created_by: actor.uid, created_at: actor.serverTime },
    },
  ];
}

export function renameCollection(workspaceId: string, id: string, name: string, season: string): Write[] {
  return [{ kind: 'update', path: paths.collection(workspaceId, id), fields: { name, season } }];
}

/** The functions remove the documents and files of a collection that is gone. */
export function deleteCollection(workspaceId: string, id: string): Write[] {
  return [{ kind: 'delete', path: paths.collection(workspaceId, id) }];
}

/** A file whose bytes have arrived in Storage. */
export interface UploadedFile {
  documentId: string;
  kind: DocumentKind;
  fileName: string;
  contentType: string;
  size: number;
  storagePath: string;
  /** The id of the document that gives way to this one. */
  replaces: string | null;
}

/** Adds a document, and takes away the one that it replaces in the same breath. */
export function addDocument(actor: Actor, collectionId: string, file: UploadedFile): Write[] {
  const added: Write = {
    kind: 'create',
    path: paths.document(actor.workspaceId, collectionId, file.documentId),
    fields: {
      kind: file.kind,
      file_name: file.fileName,
      content_type: file.contentType,
      size: file.size,
      storage_path: file.storagePath,
      uploaded_by: actor.uid,
      uploaded_at: actor.serverTime,
    },
  };
  if (file.replaces === null) return [added];
  return [added, ...removeDocument(actor.workspaceId, collectionId, file.replaces)];
}

export function removeDocument(workspaceId: string, collectionId: string, documentId: string): Write[] {
  return [{ kind: 'delete', path: paths.document(workspaceId, collectionId, documentId) }];
}
