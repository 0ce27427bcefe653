/** Where a key leads from the image that is open. Pure. */

type Pressed = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** The images beside the one that is open; `asking` while a question lies over it. */
export interface Surroundings {
  previous: string | null;
  next: string | null;
  asking: boolean;
}

/** The image that an arrow key leads to; null for other keys, at the ends, and while something is asked. */
export function imageAtKey(pressed: Pressed, { previous, next, asking }: Surroundings): string | null {
  if (asking || pressed.altKey || pressed.ctrlKey || pressed.metaKey || pressed.shiftKey) return null;
  if (pressed.key === 'ArrowLeft') return previous;
  return pressed.key === 'ArrowRight' ? next : null;
}
