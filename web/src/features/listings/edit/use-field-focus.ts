/** Hears when something in a frame gets the focus, and when it leaves the frame. */
import { type RefObject, useEffect, useRef } from 'react';

/**
 * The returned reference is for the frame. That the frame itself gets the focus does not count: it does when the button that
 * had it goes.
 */
export function useFieldFocus(
  onEnter: () => void,
  onLeave: () => void,
): RefObject<HTMLFieldSetElement | null> {
  const frame = useRef<HTMLFieldSetElement>(null);
  const latest = useRef({ onEnter, onLeave });
  useEffect(() => {
    latest.current = { onEnter, onLeave };
  });
  useEffect(() => {
    const node = frame.current;
    if (node === null) return undefined;
    const entered = ({ target }: FocusEvent) => {
      if (target !== node) latest.current.onEnter();
    };
    const left = ({ relatedTarget }: FocusEvent) => {
      if (!(relatedTarget instanceof Node && node.contains(relatedTarget))) latest.current.onLeave();
    };
    node.addEventListener('focusin', entered);
    node.addEventListener('focusout', left);
    return () => {
      node.removeEventListener('focusin', entered);
      node.removeEventListener('focusout', left);
    };
  }, []);
  return frame;
}
