/** The files port on Cloud Storage. Its SDK is loaded with the first upload: looking at pictures does not need it. */
import { downloadAddress } from '@docket/model/download-address';
import type { WebConfig } from '@docket/model/web-config';
import type { FirebaseApp } from 'firebase/app';
import { errorCode } from '../error-messages.ts';
import type { Files, UploadHandle, UploadObserver } from '../ports.ts';

export function createFiles(app: FirebaseApp, { firebase, emulators }: WebConfig): Files {
  const store = {
    bucket: firebase.storageBucket,
    emulator: emulators === null ? null : `${emulators.host}:${emulators.storage}`,
  };

  const load = async () => {
    const sdk = await import('firebase/storage');
    const storage = sdk.getStorage(app);
    return { sdk, storage };
  };
  let loaded: ReturnType<typeof load> | null = null;
  const open = () => {
    loaded ??= load().then((opened) => {
      if (emulators !== null) {
        opened.sdk.connectStorageEmulator(opened.storage, emulators.host, emulators.storage);
      }
      return opened;
    });
    return loaded;
  };

  /** Of files that have just been sent: Storage names their tokens in its answer, so that nobody need ask for them. */
  const fresh = new Map<string, string>();

  return {
    upload(path, file, contentType, observer) {
      return startWhenLoaded(async () => {
        const { sdk, storage } = await open();
        const task = sdk.uploadBytesResumable(sdk.ref(storage, path), file, { contentType });
        task.on('state_changed', {
          next: ({ bytesTransferred, totalBytes }) => observer.progress(bytesTransferred, totalBytes),
          error(error) {
            if (errorCode(error) !== 'storage/canceled') observer.failed(error);
          },
          complete() {
            const [token] = task.snapshot.metadata.downloadTokens ?? [];
            if (token !== undefined) fresh.set(path, token);
            observer.done();
          },
        });
        // Not the task itself: it is a promise of its own end.
        return { pause: () => task.pause(), resume: () => task.resume(), cancel: () => task.cancel() };
      }, observer);
    },
    async read(path) {
      const { sdk, storage } = await open();
      return await sdk.getBlob(sdk.ref(storage, path));
    },
    async remove(path) {
      const { sdk, storage } = await open();
      try {
        await sdk.deleteObject(sdk.ref(storage, path));
      } catch (error) {
        if (errorCode(error) !== 'storage/object-not-found') throw error;
      }
    },
    async token(path) {
      const known = fresh.get(path);
      if (known !== undefined) {
        fresh.delete(path);
        return known;
      }
      const { sdk, storage } = await open();
      const address = new URL(await sdk.getDownloadURL(sdk.ref(storage, path)));
      return address.searchParams.get('token') ?? '';
    },
    address: (path, token) => downloadAddress(store, path, token),
  };
}

/** The part of the SDK's upload task that is used here. */
interface Task {
  pause(): boolean;
  resume(): boolean;
  cancel(): boolean;
}

/** A handle that works at once, although the task that it steers begins only when the SDK has been loaded. */
function startWhenLoaded(start: () => Promise<Task>, observer: UploadObserver): UploadHandle {
  let task: Task | null = null;
  let wish: 'run' | 'pause' | 'cancel' = 'run';
  void start().then(
    (started) => {
      task = started;
      if (wish === 'pause') started.pause();
      if (wish === 'cancel') started.cancel();
    },
    (error: unknown) => observer.failed(error),
  );
  return {
    pause() {
      wish = 'pause';
      task?.pause();
    },
    resume() {
      wish = 'run';
      task?.resume();
    },
    cancel() {
      wish = 'cancel';
      task?.cancel();
    },
  };
}
