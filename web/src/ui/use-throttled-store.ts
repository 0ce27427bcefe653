/** Stores that change more often than anybody can see. */
import { useCallback, useSyncExternalStore } from 'react';
import type { StoreApi } from 'zustand/vanilla';

/** The value of `store`, drawn anew at most every `ms` milliseconds on its account. */
export function useThrottledStore<T>(store: StoreApi<T>, ms: number): T {
  const subscribe = useCallback(
    (changed: () => void) => {
      let timer: ReturnType<typeof setTimeout> | null = null;
      const stop = store.subscribe(() => {
        timer ??= setTimeout(() => {
          timer = null;
          changed();
        }, ms);
      });
      return () => {
        if (timer !== null) clearTimeout(timer);
        stop();
      };
    },
    [store, ms],
  );
  return useSyncExternalStore(subscribe, store.getState);
}
