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

/** Draws one after the other: what is in sight matters, and the machine has other things to do. */
export function createPreviews(draw: DrawPreview, addresses: Addresses = OBJECT_URLS): Previews {
  const drawn = createStore<ReadonlyMap<string, string | null>>(() => new Map());
  const wanted = new Map<string, Blob>();
  const forgotten = new Set<string>();
  let drawing: string | null = null;

  const next = async () => {
    const last = [...wanted].at(-1);
    if (drawing !== null || last === undefined) return;
    const [id, file] = last;
    wanted.delete(id);
    drawing = id;
    const preview = await draw(file).catch(() => null);
    drawing = null;
    if (!forgotten.delete(id)) {
      const address = preview === null ? null : addresses.create(preview);
      drawn.setState((map) => new Map(map).set(id, address), true);
    }
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
