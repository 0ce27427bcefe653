/** Whether what was begun can still be finished where it was begun. */
import { useCallback, useEffect, useRef } from 'react';

/** The returned function says whether the component is on the page at the moment it is called. */
export function useIsMounted(): () => boolean {
  const mounted = useRef(false);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  return useCallback(() => mounted.current, []);
}
