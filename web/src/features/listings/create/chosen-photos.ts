/** The photos that somebody has chosen for an item that does not exist yet. Nothing of them is sent or written. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { movedTo } from '../photos/photo-order.ts';
import { type ReadPhoto, readPhotos } from '../photos/read-photos.ts';

interface Chosen {
  /** In the person's order. */
  photos: readonly ReadPhoto[];
  /** What is said of files that were not taken. */
  refused: readonly string[];
  /** Whether files are still being read. */
  reading: boolean;
}

export interface ChosenPhotos {
  state: StoreApi<Chosen>;
  /** Reads files; each that can be a photo is there as soon as it is read. */
  add: (files: readonly File[]) => Promise<void>;
  move: (imageId: string, to: number) => void;
  remove: (imageId: string) => void;
  dismissRefused: () => void;
}

export function createChosenPhotos(read: typeof readPhotos = readPhotos): ChosenPhotos {
  const state = createStore<Chosen>(() => ({ photos: [], refused: [], reading: false }));
  let queue: Promise<void> = Promise.resolve();
  let lots = 0;

  const ids = () => state.getState().photos.map(({ imageId }) => imageId);

  const take = async (files: readonly File[]) => {
    const refused = await read(files, ids(), (photo) =>
      state.setState(({ photos }) => ({ photos: [...photos, photo] })),
    );
    lots -= 1;
    state.setState((before) => ({ refused: [...before.refused, ...refused], reading: lots > 0 }));
  };

  return {
    state,
    // One lot after the other: what is there already, and how much room there is, is known then.
    async add(files) {
      if (files.length === 0) return;
      lots += 1;
      state.setState({ refused: [], reading: true });
      queue = queue.then(() => take(files));
      await queue;
    },
    move(imageId, to) {
      const order = movedTo(ids(), imageId, to);
      state.setState(({ photos }) => ({
        photos: order.flatMap((id) => photos.filter((photo) => photo.imageId === id)),
      }));
    },
    remove: (imageId) =>
      state.setState(({ photos }) => ({ photos: photos.filter((photo) => photo.imageId !== imageId) })),
    dismissRefused: () => state.setState({ refused: [] }),
  };
}
