/**
 * One subscription per key, however many components look at it. Each key has a zustand store; the first holder opens
 * the subscription, the last one to let go closes it after a short while, so that changing the page does not drop what
 * the next page asks for again.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { dataErrorMessage } from './error-messages.ts';
import { later } from './later.ts';
import { LOADING, type Live } from './live.ts';
import type { Observer, Unsubscribe } from './ports.ts';

interface Entry<T> {
  store: StoreApi<Live<T>>;
  holders: number;
  close: Unsubscribe | null;
  /** Cancels a planned closing. */
  cancelClosing: (() => void) | null;
}

/** Runs `task` later and returns how to prevent it. */
export type Schedule = (task: () => void) => () => void;

/** Milliseconds for which an unused subscription stays open. */
const LINGER = 1000;

const afterLingering: Schedule = (task) => later(task, LINGER);

/** What `createSharedSubscriptions` returns. */
export interface SharedSubscriptions<T> {
  /** The store of `key`: loading until somebody holds the key. */
  store(key: string): StoreApi<Live<T>>;
  /** Opens `key` or joins those who have; the returned function lets go, once. */
  hold(key: string): Unsubscribe;
  /** Closes everything at once and forgets it, e.g. when another person signs in. */
  closeAll(): void;
}

/** `open` starts the subscription that a key stands for. */
export function createSharedSubscriptions<T>(
  open: (key: string, observer: Observer<T>) => Unsubscribe,
  schedule: Schedule = afterLingering,
): SharedSubscriptions<T> {
  const entries = new Map<string, Entry<T>>();

  const entryOf = (key: string): Entry<T> => {
    const known = entries.get(key);
    if (known !== undefined) return known;
    const store = createStore<Live<T>>(() => LOADING);
    const entry: Entry<T> = { store, holders: 0, close: null, cancelClosing: null };
    entries.set(key, entry);
    return entry;
  };

  const close = (key: string, entry: Entry<T>) => {
    entry.cancelClosing?.();
    entry.cancelClosing = null;
    entry.close?.();
    entry.close = null;
    if (entries.get(key) === entry) entries.delete(key);
  };

  const start = (key: string, entry: Entry<T>) => {
    entry.close = open(key, {
      next: (value) => entry.store.setState({ state: 'ready', value }, true),
      error: (error) => entry.store.setState({ state: 'error', message: dataErrorMessage(error) }, true),
    });
  };

  return {
    store: (key) => entryOf(key).store,
    hold(key) {
      const entry = entryOf(key);
      entry.holders += 1;
      entry.cancelClosing?.();
      entry.cancelClosing = null;
      // A subscription that has failed is over; whoever comes next tries again.
      if (entry.close !== null && entry.store.getState().state === 'error') {
        entry.close();
        entry.close = null;
        entry.store.setState(LOADING, true);
      }
      if (entry.close === null) start(key, entry);
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        entry.holders -= 1;
        if (entry.holders === 0) entry.cancelClosing = schedule(() => close(key, entry));
      };
    },
    closeAll() {
      for (const [key, entry] of entries) {
        close(key, entry);
        entry.store.setState(LOADING, true);
      }
    },
  };
}
