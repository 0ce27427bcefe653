/**
 * The uploads of this browser tab. They live outside the pages, so that looking elsewhere does not stop them. Each file
 * is checked, sent to Storage a few at a time, and then becomes a document of its collection.
 */
import type { DocumentKind } from '@docket/model/document';
import { storagePaths } from '@docket/model/paths';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Actor, addDocument } from '../commands/collection-commands.ts';
import { dataErrorMessage } from '../error-messages.ts';
import type { Backend, UploadHandle } from '../ports.ts';
import { judgeFile, safeObjectName } from './judge-file.ts';
import { HEAD_BYTES, sniff, TAIL_BYTES } from './sniff.ts';
import { nextToStart, nextUploadState, type Upload, type UploadEvent } from './upload-state.ts';

/** Where files are to go. */
export interface Destination {
  workspaceId: string;
  collectionId: string;
  uid: string;
  kind: DocumentKind;
  /** The document that the (one) file replaces. */
  replaces: string | null;
}

export interface UploadQueue {
  /** In the order in which the files were added. */
  uploads: StoreApi<readonly Upload[]>;
  /** The warnings of files that have become documents since the page was opened, by document id. */
  warnings: StoreApi<Readonly<Record<string, string>>>;
  add(files: readonly File[], destination: Destination): void;
  pause(id: string): void;
  resume(id: string): void;
  retry(id: string): void;
  /** Ends an upload in whatever state and takes it off the list. */
  dismiss(id: string): void;
  clear(): void;
}

/** What an upload needs besides its visible state. */
interface Cargo {
  file: File;
  destination: Destination;
  contentType: string;
  path: string;
  /** Whether the object is complete in Storage. */
  arrived: boolean;
  handle: UploadHandle | null;
}

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

async function inspect(file: File, kind: DocumentKind) {
  const head = await bytesOf(file.slice(0, HEAD_BYTES));
  const tail = await bytesOf(file.slice(Math.max(0, file.size - TAIL_BYTES)));
  return judgeFile(file.name, file.size, kind, sniff(head, tail));
}

export function createUploadQueue({ database, files }: Backend): UploadQueue {
  const uploads = createStore<readonly Upload[]>(() => []);
  const warnings = createStore<Readonly<Record<string, string>>>(() => ({}));
  const cargos = new Map<string, Cargo>();

  const change = (id: string, event: UploadEvent, warning: string | null = null) => {
    uploads.setState(
      (list) =>
        list.map((upload) =>
          upload.id === id
            ? { ...upload, warning: upload.warning ?? warning, state: nextUploadState(upload.state, event) }
            : upload,
        ),
      true,
    );
    startWaiting();
  };

  const drop = (id: string) => {
    cargos.delete(id);
    uploads.setState((list) => list.filter((upload) => upload.id !== id), true);
    startWaiting();
  };

  const fail = (id: string, error: unknown) =>
    change(id, { kind: 'failed', reason: dataErrorMessage(error) });

  /** Never rejects: a failure is a state of the upload. */
  const save = async (id: string, cargo: Cargo) => {
    cargo.arrived = true;
    change(id, { kind: 'arrived' });
    const { file, destination, contentType, path } = cargo;
    const actor: Actor = { ...destination, serverTime: database.serverTime() };
    try {
      await database.commit(
        addDocument(actor, destination.collectionId, {
          documentId: id,
          kind: destination.kind,
          fileName: file.name,
          contentType,
          size: file.size,
          storagePath: path,
          replaces: destination.replaces,
        }),
      );
      const warning = uploads.getState().find((upload) => upload.id === id)?.warning ?? null;
      if (warning !== null) warnings.setState({ [id]: warning });
      drop(id);
    } catch (error) {
      fail(id, error);
    }
  };

  const send = (id: string, cargo: Cargo) => {
    change(id, { kind: 'started', total: cargo.file.size });
    if (cargo.arrived) return void save(id, cargo);
    cargo.handle = files.upload(cargo.path, cargo.file, cargo.contentType, {
      progress: (sent, total) => change(id, { kind: 'progress', sent, total }),
      done: () => void save(id, cargo),
      failed: (error) => fail(id, error),
    });
  };

  const startWaiting = () => {
    const [upload] = nextToStart(uploads.getState());
    const cargo = upload === undefined ? undefined : cargos.get(upload.id);
    // Starting one changes the list, which looks for the next.
    if (upload !== undefined && cargo !== undefined) send(upload.id, cargo);
  };

  const check = async (id: string, cargo: Cargo) => {
    try {
      const verdict = await inspect(cargo.file, cargo.destination.kind);
      if (!verdict.ok) return change(id, { kind: 'refused', reason: verdict.reason });
      cargo.contentType = verdict.contentType;
      change(id, { kind: 'accepted' }, verdict.warning);
    } catch {
      change(id, {
        kind: 'refused',
        reason: 'This file could not be opened. It may have been moved or deleted.',
      });
    }
  };

  const add = (file: File, destination: Destination) => {
    const { workspaceId, collectionId, kind, replaces } = destination;
    const id = database.newId();
    const path = storagePaths.original(workspaceId, collectionId, id, safeObjectName(file.name));
    const cargo: Cargo = { file, destination, contentType: '', path, arrived: false, handle: null };
    cargos.set(id, cargo);
    const upload: Upload = {
      id,
      collectionId,
      kind,
      fileName: file.name,
      size: file.size,
      replaces,
      warning: null,
      state: { phase: 'checking' },
    };
    uploads.setState((list) => [...list, upload], true);
    void check(id, cargo);
  };

  const dismiss = (id: string) => {
    const cargo = cargos.get(id);
    cargo?.handle?.cancel();
    drop(id);
    // An object without its document would be of no use to anybody.
    if (cargo?.arrived === true) void files.remove(cargo.path).catch(() => undefined);
  };

  return {
    uploads,
    warnings,
    add(list, destination) {
      for (const file of list) add(file, destination);
    },
    pause(id) {
      cargos.get(id)?.handle?.pause();
      change(id, { kind: 'paused' });
    },
    resume(id) {
      cargos.get(id)?.handle?.resume();
      change(id, { kind: 'resumed' });
    },
    retry: (id) => change(id, { kind: 'retried' }),
    dismiss,
    clear() {
      for (const id of cargos.keys()) dismiss(id);
    },
  };
}
