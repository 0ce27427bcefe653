/**
 * The images that this browser tab uploads. Each is checked, named by its content, sent, saved as an image at once, and
 * then processed together with others that have arrived.
 */
import { uploadedImageId } from '@docket/model/image';
import { paths, storagePaths } from '@docket/model/paths';
import { type Batcher, createBatcher } from '@docket/model/upload/batcher';
import { judgeImage, judgeSize } from '@docket/model/upload/judge-image';
import { safeObjectName } from '@docket/model/upload/object-name';
import { HEAD_BYTES } from '@docket/model/upload/sniff';
import { sniffImage } from '@docket/model/upload/sniff-image';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Actor } from '@docket/model/commands/write';
import { addUploadedImage, startImageBatch } from '@docket/model/commands/image-commands';
import { dataErrorMessage } from '../../error-messages.ts';
import { existsAmong } from '../../exists.ts';
import { sha256 } from '../../hash.ts';
import { later } from '../../later.ts';
import { batchIdOf } from '../../image-records.ts';
import type { Backend } from '../../ports.ts';
import { createTransfers, type SentFile, type Transfers } from '../transfers.ts';
import type { Upload } from '../upload-state.ts';

/** Where images are to go, and what is put behind transparent parts: `#rrggbb` or null. */
interface ImageDestination {
  workspaceId: string;
  uid: string;
  flatten: string | null;
  /** They are shown, with how they are, where they were added: nobody is told of them anywhere else. */
  shownElsewhere?: true;
}

/** Where an image of this tab stands among the others: `at`, milliseconds, is when it was added, `index` its place in that lot. */
export interface Arrival {
  uploadId: string;
  at: number;
  index: number;
  /** Null when it is not needed any more. */
  file: File | null;
  /** Somebody else had added the image by the time that its bytes had arrived. */
  theirs?: true;
}

/** One image on its way. */
export interface ImageUpload extends Upload, ImageDestination, Pick<Arrival, 'at' | 'index'> {
  file: File;
  /** The image that it becomes; null until its bytes have been read. */
  imageId: string | null;
}

/** A file that was not uploaded because its image is there already, or on its way under another name. */
interface KnownFile {
  /** Of the file as it was dropped: the same one may be any number of times. */
  uploadId: string;
  workspaceId: string;
  fileName: string;
  imageId: string;
}

/** Images that have arrived and could not be sent to be processed. */
interface StrandedBatch extends ImageDestination {
  batchId: string;
  imageIds: readonly string[];
  reason: string;
}

export interface ImageUploads extends Omit<Transfers<ImageUpload>, 'add'> {
  /** What was left out as known since somebody last took note of it. */
  known: StoreApi<readonly KnownFile[]>;
  stranded: StoreApi<readonly StrandedBatch[]>;
  /** The images that have been added since the page was opened, by image id. */
  arrivals: StoreApi<ReadonlyMap<string, Arrival>>;
  /** Yields the ids of the uploads, in the order of the files. */
  add(files: readonly File[], destination: ImageDestination): readonly string[];
  /** Says of an image what `shownElsewhere` of a destination says. */
  showElsewhere(imageId: string): void;
  isShownElsewhere(imageId: string): boolean;
  /** Lets go of the file of an image that is shown by its thumbnails. */
  forgetFile(imageId: string): void;
  takeNote(): void;
  restart(batchId: string): void;
  /** Says no more of a batch that could not be started. */
  forgetBatch(batchId: string): void;
}

/** What is not the backend, for tests. */
export interface ImageUploadPorts {
  now: () => number;
  schedule: (task: () => void, ms: number) => () => void;
}

const PORTS: ImageUploadPorts = {
  now: () => Date.now(),
  schedule: later,
};

const SENT_AT_ONCE = 6;
/** Each is in memory as a whole while it is read. */
const READ_AT_ONCE = 2;

export function createImageUploads(
  { database, files }: Backend,
  { now, schedule }: ImageUploadPorts = PORTS,
): ImageUploads {
  const known = createStore<readonly KnownFile[]>(() => []);
  const stranded = createStore<readonly StrandedBatch[]>(() => []);
  const arrivals = createStore<ReadonlyMap<string, Arrival>>(() => new Map());
  const elsewhere = new Set<string>();
  /** The images that uploads are to become, by workspace and image, so that nothing is sent twice. */
  const claims = new Set<string>();
  /** Which of them belongs to which upload. */
  const claimedBy = new Map<string, string>();
  const batchers = new Map<string, Batcher>();
  const isThere = existsAmong(database, schedule);

  /** Whether nobody else has claimed the image. */
  const claim = ({ id, workspaceId }: ImageUpload, imageId: string): boolean => {
    const wanted = `${workspaceId} ${imageId}`;
    if (claims.has(wanted)) return false;
    claims.add(wanted);
    claimedBy.set(id, wanted);
    return true;
  };
  const release = ({ id }: ImageUpload) => {
    const claimed = claimedBy.get(id);
    if (claimed === undefined) return;
    claimedBy.delete(id);
    claims.delete(claimed);
  };

  const actorOf = ({ workspaceId, uid }: ImageDestination): Actor => ({
    workspaceId,
    uid,
    serverTime: database.serverTime(),
  });

  const forgetBatch = (batchId: string) =>
    stranded.setState((list) => list.filter((batch) => batch.batchId !== batchId), true);

  const start = async (destination: ImageDestination, batchId: string, imageIds: readonly string[]) => {
    forgetBatch(batchId);
    const batch = { batchId, pipeline: 'image_processing', source: 'upload', imageIds } as const;
    try {
      await database.commit(startImageBatch(actorOf(destination), batch));
    } catch (error) {
      // The answer to an earlier try may have been lost: a batch that is there has been started.
      const started = await database
        .fetchDocument(paths.imageBatch(destination.workspaceId, batchId))
        .catch(() => null);
      if (started !== null) return;
      const reason = dataErrorMessage(error);
      stranded.setState((list) => [...list, { ...destination, batchId, imageIds, reason }], true);
    }
  };

  const mayJoin = (workspaceId: string) => {
    const held = transfers.held.getState();
    return transfers.uploads.getState().some(({ workspaceId: id, state: { phase } }) => {
      const moving = phase === 'checking' || phase === 'uploading' || phase === 'saving';
      return id === workspaceId && (moving || (phase === 'waiting' && !held));
    });
  };

  const batcherOf = (destination: ImageDestination): Batcher => {
    const { workspaceId } = destination;
    const found = batchers.get(workspaceId);
    if (found !== undefined) return found;
    const batcher = createBatcher({
      newId: () => database.newId(),
      now,
      schedule,
      othersUnderWay: () => mayJoin(workspaceId),
      start: (batchId, imageIds) => void start(destination, batchId, imageIds),
    });
    batchers.set(workspaceId, batcher);
    return batcher;
  };

  const check = async (file: File, upload: ImageUpload, wanted: () => boolean) => {
    const wrong = judgeSize(file.name, file.size);
    if (wrong !== null) return { kind: 'refused', reason: wrong } as const;
    const bytes = await file.arrayBuffer();
    const head = new Uint8Array(bytes.slice(0, HEAD_BYTES));
    const verdict = judgeImage(file.name, file.size, sniffImage(head));
    if (!verdict.ok) return { kind: 'refused', reason: verdict.reason } as const;
    const imageId = uploadedImageId(await sha256(bytes));
    if (!wanted()) return { kind: 'needless' } as const;
    return { kind: 'accepted', upload: { ...upload, imageId }, contentType: verdict.contentType } as const;
  };

  /** Leaves out what is there already, or on its way. */
  const admit = async (upload: ImageUpload, wanted: () => boolean) => {
    const { workspaceId, fileName } = upload;
    const imageId = imageIdOf(upload);
    try {
      if (claim(upload, imageId) && !(await isThere(paths.images(workspaceId), imageId)))
        return { kind: 'admitted' } as const;
      release(upload);
      if (wanted())
        known.setState((list) => [...list, { uploadId: upload.id, workspaceId, fileName, imageId }], true);
      return { kind: 'needless' } as const;
    } catch (error) {
      release(upload);
      return {
        kind: 'refused',
        reason: `“${fileName}” was not uploaded. ${dataErrorMessage(error)}`,
      } as const;
    }
  };

  const imageIdOf = ({ imageId }: ImageUpload): string => {
    if (imageId === null) throw new Error('An image is named before it is sent');
    return imageId;
  };

  const noteTheirs = (imageId: string) => {
    const arrival = arrivals.getState().get(imageId);
    if (arrival !== undefined)
      arrivals.setState((map) => new Map(map).set(imageId, { ...arrival, theirs: true }), true);
  };

  const save = async (upload: ImageUpload, { file, path, contentType }: SentFile) => {
    const imageId = imageIdOf(upload);
    const { workspaceId, fileName, flatten, at, index, shownElsewhere } = upload;
    const seat = batcherOf(upload).seat(imageId);
    try {
      const token = await files.token(path);
      const facts = { imageId, fileName, flatten, batchId: seat.batchId };
      const stored = { storagePath: path, token, contentType, size: file.size };
      const arrival = { uploadId: upload.id, at, index, file };
      if (shownElsewhere) elsewhere.add(imageId);
      arrivals.setState((map) => new Map(map).set(imageId, arrival), true);
      await database.commit(addUploadedImage(actorOf(upload), { ...facts, ...stored }));
      seat.saved();
    } catch (error) {
      // The answer to an earlier try may have been lost, or somebody else has added the same meanwhile.
      const there = await database.fetchDocument(paths.image(workspaceId, imageId)).catch(() => null);
      if (there !== null && batchIdOf(there) === seat.batchId) seat.saved();
      else seat.gone();
      if (there === null) throw error;
      if (batchIdOf(there) !== seat.batchId) noteTheirs(imageId);
    }
  };

  const transfers = createTransfers<ImageUpload>(files, {
    sentAtOnce: SENT_AT_ONCE,
    checkedAtOnce: READ_AT_ONCE,
    check,
    admit,
    path: (upload) =>
      storagePaths.libraryOriginal(
        upload.workspaceId,
        imageIdOf(upload),
        `${database.newId()}-${safeObjectName(upload.fileName)}`,
      ),
    save,
    changed() {
      for (const batcher of batchers.values()) batcher.reconsider();
    },
    left: release,
  });

  return {
    ...transfers,
    known,
    stranded,
    arrivals,
    add(list, destination) {
      const at = now();
      const added = list.map((file, index) => ({
        file,
        upload: {
          ...destination,
          id: database.newId(),
          fileName: file.name,
          size: file.size,
          warning: null,
          state: { phase: 'checking' },
          imageId: null,
          file,
          at,
          index,
        } satisfies ImageUpload,
      }));
      transfers.add(added);
      return added.map(({ upload }) => upload.id);
    },
    showElsewhere: (imageId) => void elsewhere.add(imageId),
    isShownElsewhere: (imageId) => elsewhere.has(imageId),
    forgetFile(imageId) {
      const arrival = arrivals.getState().get(imageId);
      if (arrival === undefined || arrival.file === null) return;
      arrivals.setState((map) => new Map(map).set(imageId, { ...arrival, file: null }), true);
    },
    takeNote: () => known.setState([], true),
    restart(batchId) {
      const batch = stranded.getState().find((candidate) => candidate.batchId === batchId);
      if (batch !== undefined) void start(batch, batchId, batch.imageIds);
    },
    forgetBatch,
    clear() {
      for (const batcher of batchers.values()) batcher.stop();
      batchers.clear();
      transfers.clear();
      claims.clear();
      claimedBy.clear();
      known.setState([], true);
      stranded.setState([], true);
      arrivals.setState(new Map(), true);
      elsewhere.clear();
    },
  };
}
