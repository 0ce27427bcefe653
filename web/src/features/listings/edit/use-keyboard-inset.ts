/** How much of the page the keyboard of a phone lies over. */
import { useSyncExternalStore } from 'react';

/** Browsers that let the keyboard lie over the page say so by a smaller visual viewport. */
function inset(): number {
  const { visualViewport: seen, innerHeight } = window;
  // Zooming in shrinks it as well, and is no keyboard.
  if (seen === null || seen.scale > 1) return 0;
  return Math.max(0, Math.round(innerHeight - seen.height - seen.offsetTop));
}

function subscribe(changed: () => void): () => void {
  const { visualViewport: seen } = window;
  seen?.addEventListener('resize', changed);
  seen?.addEventListener('scroll', changed);
  return () => {
    seen?.removeEventListener('resize', changed);
    seen?.removeEventListener('scroll', changed);
  };
}

/** Pixels from the lower edge of the page up to the keyboard; 0 without one. */
export function useKeyboardInset(): number {
  return useSyncExternalStore(subscribe, inset, () => 0);
}
