/** Which items are being saved, or have just been. */
import { createStore, type StoreApi } from 'zustand/vanilla';

type SaveState = 'saving' | 'saved';

/** Milliseconds for which it is said that an item is saved. */
const SAID_FOR = 4000;

export interface SaveStates {
  /** By item. */
  states: StoreApi<ReadonlyMap<string, SaveState>>;
  /** Says that an item is being saved until `done` has settled, then for a while that it is, where that is so. */
  follow: (itemId: string, done: Promise<{ ok: boolean }>) => void;
}

/** `schedule` runs a task after so many milliseconds. */
export function createSaveStates(schedule: (task: () => void, ms: number) => void): SaveStates {
  const states = createStore<ReadonlyMap<string, SaveState>>(() => new Map());
  // Of two saves of one item the later one has the say.
  const turns = new Map<string, number>();
  const set = (itemId: string, state: SaveState | null) =>
    states.setState((before) => {
      const next = new Map(before);
      if (state === null) next.delete(itemId);
      else next.set(itemId, state);
      return next;
    }, true);
  return {
    states,
    follow(itemId, done) {
      const turn = (turns.get(itemId) ?? 0) + 1;
      turns.set(itemId, turn);
      const isLatest = () => turns.get(itemId) === turn;
      set(itemId, 'saving');
      void done.then(
        ({ ok }) => {
          if (!isLatest()) return;
          set(itemId, ok ? 'saved' : null);
          if (ok) schedule(() => isLatest() && set(itemId, null), SAID_FOR);
        },
        () => isLatest() && set(itemId, null),
      );
    },
  };
}
