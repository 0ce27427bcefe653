/** Stores that change more often than anybody can see. */
import { useCallback, useSyncExternalStore } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { looks } from '../data/ticker.ts';

/** The value of `store`, drawn anew at once after a break, and a few times a second on its account. */
export function useThrottledStore<T>(store: StoreApi<T>): T {
  const subscribe = useCallback(
    (changed: () => void) => {
      const stop = store.subscribe(() => looks.request(changed));
      return () => {
        looks.withdraw(changed);
        stop();
      };
    },
    [store],
  );
  return useSyncExternalStore(subscribe, store.getState);
}
