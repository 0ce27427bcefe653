/**
 * Saving while a person types. What they have changed and the server has not confirmed is kept apart from what the
 * server says, so that no snapshot overwrites it; once confirmed it is forgotten, and the server's word counts again.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { dataErrorMessage } from './error-messages.ts';

/** How saving goes. `waiting`: for a pause in typing. */
export type SaveState =
  | { state: 'unchanged' }
  | { state: 'waiting' }
  | { state: 'saving' }
  | { state: 'saved' }
  | { state: 'failed'; message: string };

interface Autosaved<T> {
  /** The fields that the server has not confirmed. */
  changes: Partial<T>;
  save: SaveState;
}

export interface Autosave<T> {
  store: StoreApi<Autosaved<T>>;
  change: (changes: Partial<T>) => void;
  /** Saves now what waits for a pause: when a field or the page is left. */
  flush: () => void;
  /** Tries again after a failure. */
  retry: () => void;
}

/** Milliseconds without a change after which it is saved. */
export const SAVE_AFTER = 600;

/**
 * `write` is given all fields that are not confirmed. It is called again without waiting for an earlier call, which
 * offline would take until the connection is back: the database keeps writes in order.
 */
export function createAutosave<T extends object>(write: (changes: Partial<T>) => Promise<void>): Autosave<T> {
  const store = createStore<Autosaved<T>>(() => ({ changes: {}, save: { state: 'unchanged' } }));
  let timer: ReturnType<typeof setTimeout> | null = null;
  let latest = 0;

  const confirmed = (number: number, written: Partial<T>) => {
    store.setState(({ changes, save }) => {
      const open = Object.entries(changes).filter(([field, value]) => Reflect.get(written, field) !== value);
      const rest: Partial<T> = {};
      Object.assign(rest, Object.fromEntries(open));
      return { changes: rest, save: number === latest && timer === null ? { state: 'saved' } : save };
    }, true);
  };

  const save = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    latest += 1;
    const number = latest;
    const { changes } = store.getState();
    store.setState({ save: { state: 'saving' } });
    write(changes).then(
      () => confirmed(number, changes),
      (error: unknown) => {
        // A later write carries the same fields.
        if (number === latest && timer === null)
          store.setState({ save: { state: 'failed', message: dataErrorMessage(error) } });
      },
    );
  };

  return {
    store,
    change(changes) {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(save, SAVE_AFTER);
      store.setState((before) => ({
        changes: { ...before.changes, ...changes },
        save: { state: 'waiting' },
      }));
    },
    flush() {
      if (timer !== null) save();
    },
    retry() {
      if (store.getState().save.state === 'failed') save();
    },
  };
}
