/** A clock for the screen. */
import { useCallback, useMemo, useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** The time, to `interval` milliseconds; it goes on while `ticking`. */
export function useNow(ticking: boolean, interval = 1000): Date {
  const subscribe = useCallback(
    (changed: () => void) => {
      const timer = setInterval(changed, interval);
      return () => clearInterval(timer);
    },
    [interval],
  );
  const ticks = useSyncExternalStore(ticking ? subscribe : never, () => Math.floor(Date.now() / interval));
  return useMemo(() => new Date(ticks * interval), [ticks, interval]);
}
