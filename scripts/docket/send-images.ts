/**
 * Sends images the way every client does: each is uploaded and saved at once, and processed together with others that
 * have arrived. What is there already is not sent again. Follows all of them until nothing more happens to them.
 */
import type { Image } from '@docket/model/image';
import { createBatcher } from '@docket/model/upload/batcher';
import { CommandError } from './command-error.ts';
import { inParallel } from './in-parallel.ts';

/** A file that is to become the image `imageId`, which is named by its content. */
export interface ImageToSend {
  imageId: string;
  /** Of the file. */
  name: string;
  /** Bytes. */
  size: number;
  contentType: string;
  read: () => Promise<Uint8Array>;
}

/** An object that is complete in Storage. */
interface StoredObject {
  path: string;
  token: string;
}

/** Where images are sent to. */
export interface ImageService {
  newId(): string;
  upload(image: ImageToSend): Promise<StoredObject>;
  /** Creates the image's document. */
  save(image: ImageToSend, stored: StoredObject, batchId: string): Promise<void>;
  /** Creates a batch together with its job. */
  start(batchId: string, imageIds: readonly string[]): Promise<void>;
  /**
   * Tells of each of the images that is there, as the server has it, and of every change; null for one that was deleted.
   * Resolves to what ends that, when all that are there have been told of.
   */
  watch(
    imageIds: readonly string[],
    onChange: (imageId: string, image: Image | null) => void,
    onError: (error: Error) => void,
  ): Promise<() => void>;
}

/** How far all images are together. */
export interface SendingProgress {
  of: number;
  /** That are in Storage and have a document. */
  arrived: number;
  /** To which nothing more happens. */
  ended: number;
}

export interface SendingOptions {
  /** Milliseconds, of any origin. */
  now: () => number;
  /** Runs `task` after `ms`; the returned function prevents it. */
  schedule: (task: () => void, ms: number) => () => void;
  onProgress: (progress: SendingProgress) => void;
}

/** What has become of an image. Times are milliseconds from the start of its upload; null for what did not happen. */
export interface ImageOutcome {
  imageId: string;
  /** It was there before, and was not sent. */
  known: boolean;
  /** Until its document, with an original that can be shown, had come back from the server. */
  visibleMs: number | null;
  doneMs: number | null;
  /** Null when it could not be sent, or was deleted meanwhile. */
  image: Image | null;
  /** Why it could not be sent. */
  error: string | null;
}

/** More would not be faster, only later to be there one by one. */
const SENT_AT_ONCE = 3;

/** When nothing has happened for so long, nothing will. */
export const STALLED_MS = 180_000;

interface Track extends ImageOutcome {
  startedAt: number | null;
  ended: boolean;
}

const ENDED: ReadonlySet<Image['processing_status']> = new Set(['completed', 'failed', 'cancelled']);

/** Sends `images`, no two of them the same. Throws a CommandError when they are not finished. */
export async function sendImages(
  service: ImageService,
  images: readonly ImageToSend[],
  { now, schedule, onProgress }: SendingOptions,
): Promise<ImageOutcome[]> {
  const tracks = new Map(images.map(({ imageId }) => [imageId, newTrack(imageId)]));
  const { promise: allEnded, resolve, reject } = Promise.withResolvers<void>();
  // Whoever waits for it comes later.
  allEnded.catch(() => undefined);
  let cancelAlarm = () => {};

  const happened = () => {
    const all = [...tracks.values()];
    const arrived = all.filter(({ image, error }) => image !== null || error !== null).length;
    const ended = all.filter((track) => track.ended).length;
    onProgress({ of: all.length, arrived, ended });
    cancelAlarm();
    if (ended === all.length) return resolve();
    const stalled = `${all.length - ended} of ${all.length} images have not been finished: nothing has happened for ${STALLED_MS / 60_000} minutes.`;
    cancelAlarm = schedule(() => reject(new CommandError(stalled)), STALLED_MS);
  };

  const note = (imageId: string, image: Image | null) => {
    const track = tracks.get(imageId);
    if (track === undefined) return;
    const since = track.startedAt === null ? null : now() - track.startedAt;
    track.image = image;
    if (image === null) {
      track.ended = true;
      track.error = 'It was deleted meanwhile.';
    } else {
      if (image.storage_path !== null) track.visibleMs ??= since;
      track.ended = ENDED.has(image.processing_status);
      if (track.ended) track.doneMs ??= since;
    }
    happened();
  };

  const stopWatching = await service.watch([...tracks.keys()], note, reject);
  try {
    happened();
    for (const track of tracks.values()) track.known = track.image !== null;
    const missing = images.filter(({ imageId }) => tracks.get(imageId)?.known === false);
    await Promise.all([upload(missing), allEnded]);
  } finally {
    cancelAlarm();
    stopWatching();
  }
  return [...tracks.values()].map(({ startedAt: _startedAt, ended: _ended, ...outcome }) => outcome);

  async function upload(missing: readonly ImageToSend[]): Promise<void> {
    let underWay = missing.length;
    const batcher = createBatcher({
      newId: () => service.newId(),
      now,
      schedule,
      othersUnderWay: () => underWay > 0,
      start: (batchId, imageIds) => void service.start(batchId, imageIds).catch(reject),
    });
    const send = async (image: ImageToSend) => {
      const track = tracks.get(image.imageId);
      if (track === undefined) return;
      track.startedAt = now();
      try {
        const stored = await service.upload(image);
        const seat = batcher.seat(image.imageId);
        try {
          await service.save(image, stored, seat.batchId);
          seat.saved();
        } catch (error) {
          seat.gone();
          throw error;
        }
      } catch (error) {
        if (track.image !== null) {
          // Somebody else has added the same meanwhile.
          track.known = true;
          return;
        }
        track.error = `“${image.name}” could not be uploaded: ${error instanceof Error ? error.message : String(error)}`;
        track.ended = true;
        happened();
      }
    };
    await inParallel(missing, SENT_AT_ONCE, async (image) => {
      await send(image);
      underWay -= 1;
      batcher.reconsider();
    });
  }
}

function newTrack(imageId: string): Track {
  return {
    imageId,
    known: false,
    visibleMs: null,
    doneMs: null,
    image: null,
    error: null,
    startedAt: null,
    ended: false,
  };
}
