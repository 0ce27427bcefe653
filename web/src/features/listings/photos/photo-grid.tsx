/** Photos in an order that a person can change: by dragging, by the arrow keys, or by buttons. The first is the main one. */
import { Text } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { useRefocus, useReorder } from '../../../ui/use-reorder.ts';
import { PhotoFrame } from './photo-frame.tsx';
import classes from './photos.module.css';

/** A photo, and what is shown of it. */
export interface GridPhoto {
  id: string;
  /** Of the file, where it is told apart by that. */
  name?: string;
  picture: ReactNode;
  /** On the picture. */
  badges?: ReactNode;
  /** Below it. */
  note?: ReactNode;
}

/** Something around the photos has `tabIndex` -1: it gets the focus when the last photo goes. */
interface Props {
  photos: readonly GridPhoto[];
  /** Null: the order stays as it is. */
  onMove: ((id: string, to: number) => void) | null;
  /** Null: none can be removed. */
  onRemove: ((id: string) => void) | null;
}

export function PhotoGrid({ photos, onMove, onRemove }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const [moved, setMoved] = useState('');
  const ids = photos.map(({ id }) => id);
  const keep = useRefocus(list, ids);
  const move = (id: string, to: number) => {
    if (onMove === null || to < 0 || to >= ids.length) return;
    keep(id);
    setMoved(`Photo ${ids.indexOf(id) + 1} is photo ${to + 1} of ${ids.length} now.`);
    onMove(id, to);
  };
  const remove = (id: string) => {
    setMoved('');
    // The focus goes to what takes its place, or to what is around the photos, not to nowhere.
    const next = ids[ids.indexOf(id) + 1] ?? ids[ids.indexOf(id) - 1];
    const after =
      next === undefined
        ? list.current?.closest<HTMLElement>('[tabindex="-1"]')
        : list.current?.querySelector<HTMLElement>(`[data-grip="${CSS.escape(next)}"]`);
    after?.focus({ preventScroll: true });
    onRemove?.(id);
  };
  const dragOf = useReorder(list, ids, move, 'x');
  return (
    <div>
      <ul ref={list} className={classes.grid} aria-label="Photos in their order">
        {photos.map((photo, index) => (
          <PhotoFrame
            key={photo.id}
            photo={photo}
            number={index + 1}
            of={photos.length}
            drag={dragOf(photo.id)}
            onStep={onMove === null ? null : (step) => move(photo.id, index + step)}
            onRemove={onRemove === null ? null : () => remove(photo.id)}
          />
        ))}
      </ul>
      {onMove !== null && photos.length > 1 && (
        <Text size="xs" c="dimmed" mt={6}>
          The first is the main photo. Drag photos, or use the arrows, to change their order.
        </Text>
      )}
      <output className="docket-hidden">{moved}</output>
    </div>
  );
}
