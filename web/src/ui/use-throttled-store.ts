/** Stores that change more often than anybody can see. */
import { useCallback, useSyncExternalStore } from 'react';
import type { StoreApi } from 'zustand/vanilla';

/** The value of `store`, drawn anew at once after a break, and at most every `ms` milliseconds on its account. */
export function useThrottledStore<T>(store: StoreApi<T>, ms: number): T {
  const subscribe = useCallback(
    (changed: () => void) => {
      let timer: ReturnType<typeof setTimeout> | null = null;
      let waiting = false;
      const draw = () => {
        waiting = false;
        timer = setTimeout(() => {
          timer = null;
          if (waiting) draw();
        }, ms);
        changed();
      };
      const stop = store.subscribe(() => {
        waiting = true;
        if (timer === null) draw();
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
