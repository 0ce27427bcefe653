/** Moving rows of a list to another place, by dragging or by keys. Rows are told apart by ids. */
import { type DragEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';

/** How a row is dragged. */
export interface DragProps {
  dragged: boolean;
  /** Where the dragged row would go, seen from this one. */
  drop: 'before' | 'after' | null;
  onDragStart: (event: DragEvent) => void;
  onDragEnd: () => void;
}

interface Dragging {
  id: string;
  /** The row that the pointer is on, and the side of it where the dragged row would go. */
  over: { id: string; side: 'before' | 'after' } | null;
}

/** Where in the list without `id` the row lands when it is dropped on a side of `over`. */
export function landing(
  ids: readonly string[],
  id: string,
  over: { id: string; side: 'before' | 'after' },
): number {
  const others = ids.filter((other) => other !== id);
  if (over.id === id) return ids.indexOf(id);
  return others.indexOf(over.id) + (over.side === 'after' ? 1 : 0);
}

/** The row that a pointer event is on, and the side of its middle; null beside all rows. */
function targetOf(event: globalThis.DragEvent, axis: 'x' | 'y'): Dragging['over'] {
  const row = event.target instanceof Element ? event.target.closest('[data-row]') : null;
  const id = row?.getAttribute('data-row') ?? null;
  if (row === null || id === null) return null;
  const { top, height, left, width } = row.getBoundingClientRect();
  const first = axis === 'x' ? event.clientX < left + width / 2 : event.clientY < top + height / 2;
  return { id, side: first ? 'before' : 'after' };
}

/**
 * Yields the properties of each row of `list`; its rows carry their ids as `data-row`. `onMove` is told the dropped row
 * and its new place. `axis`: which way the rows follow each other.
 */
export function useReorder(
  list: RefObject<HTMLElement | null>,
  ids: readonly string[],
  onMove: (id: string, to: number) => void,
  axis: 'x' | 'y' = 'y',
): (id: string) => DragProps {
  const [dragging, setDragging] = useState<Dragging | null>(null);
  useEffect(() => {
    const element = list.current;
    if (dragging === null || element === null) return;
    const over = (event: globalThis.DragEvent) => {
      event.preventDefault();
      const target = targetOf(event, axis);
      if (target?.id !== dragging.over?.id || target?.side !== dragging.over?.side)
        setDragging({ ...dragging, over: target });
    };
    const drop = (event: globalThis.DragEvent) => {
      event.preventDefault();
      const target = targetOf(event, axis);
      const to = target === null ? null : landing(ids, dragging.id, target);
      if (to !== null && to !== ids.indexOf(dragging.id)) onMove(dragging.id, to);
      setDragging(null);
    };
    element.addEventListener('dragover', over);
    element.addEventListener('drop', drop);
    return () => {
      element.removeEventListener('dragover', over);
      element.removeEventListener('drop', drop);
    };
  }, [axis, dragging, ids, list, onMove]);
  return (id) => ({
    dragged: dragging?.id === id,
    drop:
      dragging?.over?.id === id && landing(ids, dragging.id, dragging.over) !== ids.indexOf(dragging.id)
        ? dragging.over.side
        : null,
    onDragStart(event) {
      event.dataTransfer.effectAllowed = 'move';
      const row = event.currentTarget.closest('[data-row]');
      if (row !== null) event.dataTransfer.setDragImage(row, 20, 20);
      setDragging({ id, over: null });
    },
    onDragEnd: () => setDragging(null),
  });
}

/** Gives the focus back to the grip (`data-grip`) of a row that was moved by its keys: its row may have been put in anew. */
export function useRefocus(list: RefObject<HTMLElement | null>, ids: readonly string[]) {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    const id = wanted.current;
    if (id === null || !ids.includes(id)) return;
    list.current?.querySelector<HTMLElement>(`[data-grip="${CSS.escape(id)}"]`)?.focus();
    wanted.current = null;
  }, [list, ids]);
  return useCallback((id: string) => {
    if (document.activeElement?.getAttribute('data-grip') === id) wanted.current = id;
  }, []);
}
