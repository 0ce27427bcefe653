/** Ctrl+Z, or Cmd+Z, takes back what was done last on a page. */
import { useEffect } from 'react';
import { isWriting } from './is-writing.ts';

/** `undo` is null while there is nothing to take back. What somebody writes in has an undo of its own. */
export function useUndoKey(undo: (() => void) | null): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const asked = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
      if (!asked || undo === null || isWriting(event.target)) return;
      event.preventDefault();
      undo();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [undo]);
}
