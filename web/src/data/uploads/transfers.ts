/**
 * Files on their way to Storage, whatever becomes of them there: each is checked, waits for its turn, is sent, and is then
 * saved as a record. They live outside the pages, so that looking elsewhere does not stop them.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { dataErrorMessage } from '../error-messages.ts';
import type { Files, UploadHandle } from '../ports.ts';
import { nextToStart, nextUploadState, type Upload, type UploadEvent } from './upload-state.ts';

/** What came of looking at a file. */
type Checked<U> =
  /** `upload` with what is known of it now; `contentType` is by the bytes. */
  | { kind: 'accepted'; upload: U; contentType: string }
  | { kind: 'refused'; reason: string }
  /** There is nothing to send: it leaves the list. */
  | { kind: 'needless' };

/** Whether an upload that was accepted is begun. */
type Admission = { kind: 'admitted' } | { kind: 'refused'; reason: string } | { kind: 'needless' };

/** A file that is complete in Storage. */
export interface SentFile {
  file: File;
  path: string;
  contentType: string;
}

/** What distinguishes one kind of upload from another. */
export interface TransferPlan<U extends Upload> {
  /** Files sent at the same time. */
  sentAtOnce: number;
  /** Files looked at at the same time. */
  checkedAtOnce: number;
  /** `wanted` says whether the upload is still on the list: it may have been dismissed meanwhile. */
  check(file: File, upload: U, wanted: () => boolean): Promise<Checked<U>>;
  /**
   * Has the last word on an upload that was accepted, where that takes others than this browser: any number are asked at the
   * same time. Must not reject.
   */
  admit?(upload: U, wanted: () => boolean): Promise<Admission>;
  /** Where the file is to be stored. Asked again when it is sent again. */
  path(upload: U): string;
  /** Makes the record. Rejects when that did not work; it is called again when somebody tries again. */
  save(upload: U, sent: SentFile): Promise<void>;
  /** Hears of every change, and of an upload that has left the list, saved or not, checked or not. */
  changed?(): void;
  left?(upload: U): void;
}

export interface Transfers<U extends Upload> {
  /** In the order in which the files were added. What has ended well is no longer there. */
  uploads: StoreApi<readonly U[]>;
  /** Whether no further file is begun for now. */
  held: StoreApi<boolean>;
  add(added: readonly { upload: U; file: File }[]): void;
  pause(id: string): void;
  resume(id: string): void;
  /** Pauses all that is being sent and begins nothing, until `resumeAll`. */
  pauseAll(): void;
  resumeAll(): void;
  retry(id: string): void;
  /** Ends an upload in whatever state and takes it off the list. */
  dismiss(id: string): void;
  clear(): void;
}

/** What an upload needs besides its visible state. */
interface Cargo {
  file: File;
  contentType: string;
  path: string;
  /** Whether the object is complete in Storage. */
  arrived: boolean;
  handle: UploadHandle | null;
}

const UNREADABLE = 'This file could not be opened. It may have been moved or deleted.';

export function createTransfers<U extends Upload>(files: Files, plan: TransferPlan<U>): Transfers<U> {
  const uploads = createStore<readonly U[]>(() => []);
  const held = createStore<boolean>(() => false);
  const cargos = new Map<string, Cargo>();
  /** Ids of files that nobody has looked at yet. */
  const unchecked: string[] = [];
  let checking = 0;

  const find = (id: string) => uploads.getState().find((upload) => upload.id === id);

  const replace = (id: string, change: (upload: U) => U) => {
    uploads.setState((list) => list.map((upload) => (upload.id === id ? change(upload) : upload)), true);
    startWaiting();
    plan.changed?.();
  };

  const change = (id: string, event: UploadEvent) =>
    replace(id, (upload) => ({ ...upload, state: nextUploadState(upload.state, event) }));

  const drop = (id: string) => {
    const upload = find(id);
    cargos.delete(id);
    uploads.setState((list) => list.filter((other) => other.id !== id), true);
    if (upload !== undefined) plan.left?.(upload);
    startWaiting();
    plan.changed?.();
  };

  const fail = (id: string, error: unknown) =>
    change(id, { kind: 'failed', reason: dataErrorMessage(error) });

  /** Never rejects: a failure is a state of the upload. */
  const save = async (id: string, cargo: Cargo) => {
    cargo.arrived = true;
    change(id, { kind: 'arrived' });
    const upload = find(id);
    if (upload === undefined) return;
    try {
      await plan.save(upload, cargo);
      drop(id);
    } catch (error) {
      fail(id, error);
    }
  };

  const send = (upload: U, cargo: Cargo) => {
    const { id } = upload;
    change(id, { kind: 'started', total: cargo.file.size });
    if (cargo.arrived) return void save(id, cargo);
    cargo.path = plan.path(upload);
    cargo.handle = files.upload(cargo.path, cargo.file, cargo.contentType, {
      progress: (sent, total) => change(id, { kind: 'progress', sent, total }),
      done: () => void save(id, cargo),
      failed: (error) => fail(id, error),
    });
  };

  const startWaiting = () => {
    if (held.getState()) return;
    const [upload] = nextToStart(uploads.getState(), plan.sentAtOnce);
    const cargo = upload === undefined ? undefined : cargos.get(upload.id);
    // Starting one changes the list, which looks for the next.
    if (upload !== undefined && cargo !== undefined) send(upload, cargo);
  };

  const admit = async (upload: U) => {
    const { id } = upload;
    const admission = (await plan.admit?.(upload, () => cargos.has(id))) ?? { kind: 'admitted' };
    if (!cargos.has(id)) return;
    switch (admission.kind) {
      case 'refused':
        return change(id, admission);
      case 'needless':
        return drop(id);
      case 'admitted':
        return replace(id, ({ state }) => ({
          ...upload,
          state: nextUploadState(state, { kind: 'accepted' }),
        }));
    }
  };

  const check = async (upload: U, cargo: Cargo) => {
    const { id } = upload;
    const checked = await plan
      .check(cargo.file, upload, () => cargos.has(id))
      .catch((): Checked<U> => ({ kind: 'refused', reason: UNREADABLE }));
    if (!cargos.has(id)) return;
    switch (checked.kind) {
      case 'refused':
        return change(id, checked);
      case 'needless':
        return drop(id);
      case 'accepted':
        cargo.contentType = checked.contentType;
        void admit(checked.upload);
    }
  };

  const checkNext = () => {
    while (checking < plan.checkedAtOnce) {
      const id = unchecked.shift();
      if (id === undefined) return;
      const upload = find(id);
      const cargo = cargos.get(id);
      if (upload === undefined || cargo === undefined) continue;
      checking += 1;
      void check(upload, cargo).finally(() => {
        checking -= 1;
        checkNext();
      });
    }
  };

  const dismiss = (id: string) => {
    const cargo = cargos.get(id);
    cargo?.handle?.cancel();
    drop(id);
    // An object without its record would be of no use to anybody.
    if (cargo?.arrived === true) void files.remove(cargo.path).catch(() => undefined);
  };

  const pause = (id: string) => {
    cargos.get(id)?.handle?.pause();
    change(id, { kind: 'paused' });
  };

  const resume = (id: string) => {
    cargos.get(id)?.handle?.resume();
    change(id, { kind: 'resumed' });
  };

  const inPhase = (phase: U['state']['phase']) =>
    uploads
      .getState()
      .filter(({ state }) => state.phase === phase)
      .map(({ id }) => id);

  return {
    uploads,
    held,
    add(added) {
      for (const { upload, file } of added) {
        cargos.set(upload.id, { file, contentType: '', path: '', arrived: false, handle: null });
        unchecked.push(upload.id);
      }
      uploads.setState((list) => [...list, ...added.map(({ upload }) => upload)], true);
      plan.changed?.();
      checkNext();
    },
    pause,
    resume,
    pauseAll() {
      held.setState(true, true);
      for (const id of inPhase('uploading')) pause(id);
    },
    resumeAll() {
      // Those that have begun go first.
      for (const id of inPhase('paused')) resume(id);
      held.setState(false, true);
      startWaiting();
    },
    retry: (id) => change(id, { kind: 'retried' }),
    dismiss,
    clear() {
      held.setState(false, true);
      for (const id of cargos.keys()) dismiss(id);
    },
  };
}
