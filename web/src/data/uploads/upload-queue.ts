/** The documents that this browser tab uploads: each file becomes a document of its collection. */
import type { DocumentKind } from '@docket/model/document';
import { storagePaths } from '@docket/model/paths';
import { safeObjectName } from '@docket/model/upload/object-name';
import { HEAD_BYTES, sniff, TAIL_BYTES } from '@docket/model/upload/sniff';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { addDocument } from '@docket/model/commands/collection-commands';
import type { Actor } from '@docket/model/commands/write';
import type { Backend } from '../ports.ts';
import { judgeFile } from '@docket/model/upload/judge-file';
import { createTransfers, type Transfers } from './transfers.ts';
import type { Upload } from './upload-state.ts';

/** Where files are to go. */
export interface Destination {
  workspaceId: string;
  collectionId: string;
  uid: string;
  kind: DocumentKind;
  /** The document that the (one) file replaces. */
  replaces: string | null;
}

/** One file on its way into a collection. Its id is also that of the document that it becomes. */
interface DocumentUpload extends Upload, Destination {}

export interface UploadQueue
  extends Pick<Transfers<DocumentUpload>, 'uploads' | 'pause' | 'resume' | 'retry' | 'dismiss' | 'clear'> {
  /** The warnings of files that have become documents since the page was opened, by document id. */
  warnings: StoreApi<Readonly<Record<string, string>>>;
  add(files: readonly File[], destination: Destination): void;
}

/** More would not be faster, only later to finish one by one. */
const SENT_AT_ONCE = 3;

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

async function inspect(file: File, kind: DocumentKind) {
  const head = await bytesOf(file.slice(0, HEAD_BYTES));
  const tail = await bytesOf(file.slice(Math.max(0, file.size - TAIL_BYTES)));
  return judgeFile(file.name, file.size, kind, sniff(head, tail));
}

export function createUploadQueue({ database, files }: Backend): UploadQueue {
  const warnings = createStore<Readonly<Record<string, string>>>(() => ({}));

  const transfers = createTransfers<DocumentUpload>(files, {
    sentAtOnce: SENT_AT_ONCE,
    checkedAtOnce: Number.POSITIVE_INFINITY,
    async check(file, upload) {
      const verdict = await inspect(file, upload.kind);
      if (!verdict.ok) return { kind: 'refused', reason: verdict.reason };
      const { contentType, warning } = verdict;
      return { kind: 'accepted', upload: { ...upload, warning }, contentType };
    },
    path: ({ workspaceId, collectionId, id, fileName }) =>
      storagePaths.original(workspaceId, collectionId, id, safeObjectName(fileName)),
    async save(upload, { file, path, contentType }) {
      const actor: Actor = { ...upload, serverTime: database.serverTime() };
      await database.commit(
        addDocument(actor, upload.collectionId, {
          documentId: upload.id,
          kind: upload.kind,
          fileName: file.name,
          contentType,
          size: file.size,
          storagePath: path,
          replaces: upload.replaces,
        }),
      );
      if (upload.warning !== null) warnings.setState({ [upload.id]: upload.warning });
    },
  });

  return {
    ...transfers,
    warnings,
    add(list, destination) {
      transfers.add(
        list.map((file) => ({
          file,
          upload: {
            ...destination,
            id: database.newId(),
            fileName: file.name,
            size: file.size,
            warning: null,
            state: { phase: 'checking' },
          },
        })),
      );
    },
  };
}
