/** The phase that fetches the images of a batch from their addresses. */
import { type ImageError, type ImageSource, isUpToDate } from '@docket/model/image';
import { storagePaths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../../collections/remove.ts';
import { LeaseLostError } from '../../engine/job-store.ts';
import type { PhaseContext, PhaseHandler } from '../../engine/pipeline-module.ts';
import { ServiceWaitError } from '../../engine/service-wait.ts';
import { hostOf, type RemoteImage, type Through } from '../../services/remote-image.ts';
import { eachOf } from './each-of.ts';
import { failed, fetched, waiting } from './image-fields.ts';
import { imageErrorOf, isFinal, unfinished } from './image-faults.ts';
import { removeUnchanged, storeObject, tokenFor } from './image-objects.ts';
import { ImageSaver, queueAgain } from './image-saver.ts';
import { hasFailedIn } from './plan-batch.ts';
import { Progress } from './progress.ts';
import { Slots } from './slots.ts';
import { imageOf, readImages, type StoredImage } from './stored-image.ts';

/** Requests under way at a time: in all, since each may hold an image in memory, and to one host. */
const AT_ONCE = 3;
const AT_ONCE_PER_HOST = 2;

/** Characters that tell what one run stores from what another does. */
const NAME_CHARACTERS = 16;

export interface FetchParts {
  db: Firestore;
  bucket: Bucket;
  /** Gets the image at an address: see `RemoteImages`. */
  fetchImage: (url: string, signal: AbortSignal, through: Through) => Promise<RemoteImage>;
  clock: () => Date;
}

interface RemoteStoredImage extends StoredImage {
  url: string;
  /** Null where nothing will be called. */
  host: string | null;
}

/**
 * Fetches and stores the originals of the images that have only an address. One that cannot be fetched is a failed image; one
 * whose host does not answer is left for the next try, or waits until the host is asked again.
 */
export function fetchImagesPhase(parts: FetchParts): PhaseHandler {
  return async (context) => {
    const images = (await readImages(parts.db, context)).flatMap((stored) => toFetch(stored, context));
    const batch = new FetchedBatch(parts, context, images.length);
    await batch.queue(images);
    const hosts = [...Map.groupBy(images, ({ host }) => host).values()];
    await Promise.all(
      hosts.map(
        async (group) => await eachOf(group, AT_ONCE_PER_HOST, async (image) => await batch.process(image)),
      ),
    );
    batch.end();
    return {};
  };
}

/** What there is to fetch for an image: one, or nothing. */
function toFetch(stored: StoredImage, { job }: PhaseContext): RemoteStoredImage[] {
  const { image } = stored;
  const url = addressOf(image.source);
  if (url === null || image.storage_path !== null || isUpToDate(image) || hasFailedIn(job, image)) return [];
  return [{ ...stored, url, host: hostOf(url) }];
}

function addressOf(source: ImageSource): string | null {
  return source.kind === 'url' ? source.url : null;
}

/** What has become of the images of a batch so far. */
class FetchedBatch {
  readonly #parts: FetchParts;
  readonly #context: PhaseContext;
  readonly #saver: ImageSaver;
  readonly #progress: Progress;
  readonly #slots = new Slots(AT_ONCE);
  readonly #left: ImageError[] = [];
  readonly #waits: ServiceWaitError[] = [];

  constructor(parts: FetchParts, context: PhaseContext, count: number) {
    this.#parts = parts;
    this.#context = context;
    this.#saver = new ImageSaver(context);
    this.#progress = new Progress(context, 0, count);
  }

  /** Says of those that a person wants tried again that they will be. */
  async queue(images: readonly StoredImage[]): Promise<void> {
    await queueAgain(this.#saver, images);
  }

  /** Fetches one image. Throws only when the whole phase must stop. */
  async process(stored: RemoteStoredImage): Promise<void> {
    const { signal } = this.#context;
    const release = await this.#slots.take(1);
    try {
      signal.throwIfAborted();
      await this.#fetch(stored);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof LeaseLostError) throw error;
      await this.#stumble(stored, error);
    } finally {
      release();
    }
    this.#progress.advance();
  }

  /**
   * Throws `images_unfinished` when some are left for another try, and otherwise, when only hosts are to be waited for, that
   * they are: waiting is not counted as a try.
   */
  end(): void {
    if (this.#left.length > 0) throw unfinished(this.#left);
    const [first] = this.#waits.toSorted((a, b) => a.until.getTime() - b.until.getTime());
    if (first !== undefined) throw first;
  }

  async #fetch(stored: RemoteStoredImage): Promise<void> {
    const { workspaceId, token: runToken, signal, call } = this.#context;
    const { bucket, fetchImage } = this.#parts;
    const { id, url } = stored;
    const through: Through = async (name, work) => await call({ kind: 'image_host', name }, work);
    const { bytes, content_type, file_name } = await fetchImage(url, signal, through);
    signal.throwIfAborted();
    // Another run may be fetching the same address: each has a name of its own for what it stores.
    const name = `${tokenFor(runToken, id, 'original name').slice(0, NAME_CHARACTERS)}-${file_name}`;
    const storage_path = storagePaths.libraryOriginal(workspaceId, id, name);
    const token = tokenFor(runToken, id, 'original');
    const object = await storeObject(bucket, storage_path, { bytes, content_type, token });
    const { type } = await this.#saver.save(stored, () =>
      fetched({ storage_path, token, size: bytes.byteLength, content_type, file_name }),
    );
    if (type === 'saved') return;
    // A save that was repeated because its answer got lost finds its own name there: then the object is in use.
    const named = imageOf(await stored.ref.get())?.storage_path;
    if (named !== storage_path) await removeUnchanged([object]);
  }

  /** An image could not be fetched: it fails, waits for its host, or is left for the next try. */
  async #stumble(stored: RemoteStoredImage, cause: unknown): Promise<void> {
    if (cause instanceof ServiceWaitError) {
      const { service, until } = cause;
      this.#waits.push(cause);
      // A host may be waited for many times: how long each is stands on the run.
      if (stored.image.waits_for?.service === service.name) return;
      await this.#saver.save(stored, () => waiting(service.name, until));
      return;
    }
    const error = imageErrorOf(cause);
    if (!isFinal(error, this.#context.job)) return void this.#left.push(error);
    await this.#saver.save(stored, (current) => failed(current, error, this.#parts.clock()));
  }
}
