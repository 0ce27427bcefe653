/**
 * The pictures that this browser tab has asked to be fetched, one at a time and soon after each other: whoever saves one
 * thing after another. The first is begun at once; those that are asked for shortly afterwards are begun together. A run of
 * its own for each would cost as much again for every picture, and its news would stand in the way of the next save.
 */
import { LIMITS } from '@docket/model/limits';
import { paths } from '@docket/model/paths';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Actor } from '@docket/model/commands/write';
import { addImportedImage, startImageBatch } from '@docket/model/commands/image-commands';
import { existingOf } from '../../exists.ts';
import type { Backend } from '../../ports.ts';

/** A picture that is to become an image of the library. */
export interface WantedImage {
  imageId: string;
  url: string;
  fileName: string;
}

interface Asked extends WantedImage {
  workspaceId: string;
  uid: string;
}

export interface ImageFetches {
  /** The paths of the images that have been asked for and are not there yet. */
  waiting: StoreApi<ReadonlySet<string>>;
  /** Has a picture fetched, unless it is in the library. */
  ask(who: Pick<Actor, 'workspaceId' | 'uid'>, image: WantedImage): void;
  /** Begins with all that waits: nobody may be here later. */
  flush(): void;
  /** Forgets what waits. */
  clear(): void;
}

export interface ImageFetchPorts {
  /** Runs a task after so many milliseconds; the returned function calls it off. */
  schedule: (task: () => void, ms: number) => () => void;
  /** Is told of each image whose fetching begins. */
  begins: (imageId: string) => void;
}

/** Milliseconds between two beginnings. */
export const FETCH_SPACING_MS = 5000;

export function createImageFetches(
  { database }: Pick<Backend, 'database'>,
  ports: ImageFetchPorts,
): ImageFetches {
  const waiting = createStore<ReadonlySet<string>>(() => new Set<string>());
  let gathered: Asked[] = [];
  let stopPausing: (() => void) | null = null;

  const commit = async ({ workspaceId, uid }: Asked, images: readonly Asked[]) => {
    const actor: Actor = { workspaceId, uid, serverTime: database.serverTime() };
    const batchId = database.newId();
    const imageIds = images.map(({ imageId }) => imageId);
    await database.commit([
      ...images.flatMap((image) => addImportedImage(actor, { ...image, flatten: null, batchId })),
      ...startImageBatch(actor, { batchId, pipeline: 'image_import', source: 'import', imageIds }),
    ]);
  };

  const begin = async (images: readonly Asked[]) => {
    const [first] = images;
    if (first === undefined) return;
    const ids = images.map(({ imageId }) => imageId);
    const there = await existingOf(database, paths.images(first.workspaceId), ids);
    const fresh = images.filter(({ imageId }) => !there.has(imageId));
    if (fresh.length === 0) return;
    for (const { imageId } of fresh) ports.begins(imageId);
    try {
      await commit(first, fresh);
    } catch {
      // Somebody has added one of them meanwhile: that one is refused alone. What stays without an image says so.
      if (fresh.length > 1) await Promise.allSettled(fresh.map((image) => commit(image, [image])));
    }
  };

  const leave = (images: readonly Asked[]) => {
    waiting.setState((before) => {
      const still = new Set(before);
      for (const { workspaceId, imageId } of images) still.delete(paths.image(workspaceId, imageId));
      return still;
    }, true);
  };

  /** One that is slow to answer holds up those of the same site only. */
  const beginAll = () => {
    const bySite = Map.groupBy(gathered, ({ workspaceId, url }) => `${workspaceId} ${new URL(url).host}`);
    gathered = [];
    for (const images of bySite.values())
      void begin(images)
        .catch(() => undefined)
        .finally(() => leave(images));
  };

  const pause = () => {
    stopPausing = ports.schedule(() => {
      stopPausing = null;
      if (gathered.length === 0) return;
      beginAll();
      pause();
    }, FETCH_SPACING_MS);
  };

  return {
    waiting,
    ask({ workspaceId, uid }, image) {
      const path = paths.image(workspaceId, image.imageId);
      if (waiting.getState().has(path)) return;
      gathered.push({ ...image, workspaceId, uid });
      waiting.setState((before) => new Set(before).add(path), true);
      if (stopPausing === null) {
        beginAll();
        pause();
      } else if (gathered.length === LIMITS.imagesPerBatch) beginAll();
    },
    flush: beginAll,
    clear() {
      stopPausing?.();
      stopPausing = null;
      gathered = [];
      waiting.setState(new Set(), true);
    },
  };
}
