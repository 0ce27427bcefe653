/** Small pictures of files that are on their way, as addresses that a page can show. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DrawPreview } from './draw-preview.ts';

/** How addresses are made and given back. */
export interface Addresses {
  create(blob: Blob): string;
  revoke(address: string): void;
}

export interface Previews {
  /** By upload id; null where a file cannot be drawn. */
  drawn: StoreApi<ReadonlyMap<string, string | null>>;
  /** Asks for the preview of a file. Those asked for last are drawn first; the returned function withdraws the wish. */
  want(id: string, file: Blob): () => void;
  forget(id: string): void;
  clear(): void;
}

const OBJECT_URLS: Addresses = {
  create: (blob) => URL.createObjectURL(blob),
  revoke: (address) => URL.revokeObjectURL(address),
};

/** As many as a large screen shows are drawn without a break. */
const WITHOUT_BREAK = 24;

/** After those, drawing takes at most one part in so many of the time: the uploads need the machine as well. */
const SHARE = 4;

/**
 * Draws one after the other: what is in sight matters, and the machine has other things to do. `clock` is in milliseconds;
 * both are injected, so that tests need not wait.
 */
export function createPreviews(
  draw: DrawPreview,
  addresses: Addresses = OBJECT_URLS,
  clock: () => number = () => performance.now(),
  pause: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
): Previews {
  const drawn = createStore<ReadonlyMap<string, string | null>>(() => new Map());
  const wanted = new Map<string, Blob>();
  const forgotten = new Set<string>();
  let drawing: string | null = null;
  let inARow = 0;
  let resting = false;

  /** Lets others have the machine after a drawing that took `ms`. */
  const rest = async (ms: number) => {
    inARow = wanted.size === 0 ? 0 : inARow + 1;
    if (inARow < WITHOUT_BREAK) return;
    resting = true;
    await pause(ms * (SHARE - 1));
    resting = false;
  };

  const next = async () => {
    const last = [...wanted].at(-1);
    if (drawing !== null || resting || last === undefined) return;
    const [id, file] = last;
    wanted.delete(id);
    drawing = id;
    const begun = clock();
    const preview = await draw(file).catch(() => null);
    drawing = null;
    if (!forgotten.delete(id)) {
      const address = preview === null ? null : addresses.create(preview);
      drawn.setState((map) => new Map(map).set(id, address), true);
    }
    await rest(clock() - begun);
    void next();
  };

  const forget = (id: string) => {
    wanted.delete(id);
    if (drawing === id) forgotten.add(id);
    const address = drawn.getState().get(id);
    if (address === undefined) return;
    if (address !== null) addresses.revoke(address);
    drawn.setState((map) => new Map([...map].filter(([key]) => key !== id)), true);
  };

  return {
    drawn,
    want(id, file) {
      if (drawn.getState().has(id) || drawing === id) return () => undefined;
      wanted.set(id, file);
      void next();
      return () => void wanted.delete(id);
    },
    forget,
    clear() {
      for (const id of new Set([...wanted.keys(), ...drawn.getState().keys()])) forget(id);
      if (drawing !== null) forgotten.add(drawing);
    },
  };
}
