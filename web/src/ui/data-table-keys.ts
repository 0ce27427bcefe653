/** What a key asks of a grid. Pure. */
import { gridMove, type GridPosition, type GridSize } from './data-table-grid.ts';

/** A key as the browser tells it. */
export interface GridKey {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  /** It is held down, and comes again and again. */
  repeat: boolean;
}

/** The cell that the keyboard is in, and what can be done there. */
export interface GridCell {
  at: GridPosition;
  size: GridSize;
  selectable: boolean;
  editable: boolean;
  clearable: boolean;
  /** Letters that stand for other keys. */
  aliases: Readonly<Record<string, string>>;
}

/** `press`: a letter, in small, that the grid itself has no use for. `nothing`: the key is not the page's either. */
export type GridDeed =
  | { do: 'move'; to: GridPosition }
  | { do: 'toggle'; range: boolean }
  | { do: 'press'; letter: string }
  | { do: 'select all' }
  | { do: 'edit' }
  | { do: 'open' }
  | { do: 'clear' }
  | { do: 'nothing' };

function wantedDeed(
  { ctrlKey, metaKey, altKey, shiftKey, key: pressed }: GridKey,
  cell: GridCell,
): GridDeed | null {
  const { at, size, selectable, editable, clearable, aliases } = cell;
  const whole = ctrlKey || metaKey;
  const letter = whole || altKey ? '' : pressed.toLowerCase();
  const key = aliases[letter] ?? pressed;
  const to = gridMove(key, whole, at, size);
  if (to !== null) return { do: 'move', to };
  if (altKey || size.rows === 0) return null;
  if (whole) return key === 'a' && selectable ? { do: 'select all' } : null;
  if (key === ' ' && selectable) return { do: 'toggle', range: shiftKey };
  if ((key === 'Enter' || key === 'F2') && editable) return { do: 'edit' };
  if (key === 'Enter') return { do: 'open' };
  if ((key === 'Delete' || key === 'Backspace') && clearable) return { do: 'clear' };
  return letter.length === 1 ? { do: 'press', letter } : null;
}

/**
 * Null for keys that are left to the page. One that is held down moves on and on, and does everything else once: whoever leans
 * on a key has not looked at thirty rows.
 */
export function gridDeed(pressed: GridKey, cell: GridCell): GridDeed | null {
  const deed = wantedDeed(pressed, cell);
  return deed === null || deed.do === 'move' || !pressed.repeat ? deed : { do: 'nothing' };
}
