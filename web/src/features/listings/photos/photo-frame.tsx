/** One photo among others: its picture, its place, and the ways to change that. */
import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconTrash } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import type { DragProps } from '../../../ui/use-reorder.ts';
import type { GridPhoto } from './photo-grid.tsx';
import classes from './photos.module.css';

interface Props {
  photo: GridPhoto;
  /** Its place, from 1. */
  number: number;
  of: number;
  drag: DragProps;
  /** By one place; null: it stays. */
  onStep: ((step: 1 | -1) => void) | null;
  /** Null: it stays. */
  onRemove: (() => void) | null;
}

const STEPS: Readonly<Record<string, 1 | -1>> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
};

/** "Photo 2 of 3, IMG_2031.jpg" */
function photoLabel(name: string | undefined, number: number, of: number): string {
  const main = number === 1 ? ', the main photo' : '';
  return `Photo ${number} of ${of}${main}${name === undefined ? '' : `, ${name}`}`;
}

export function PhotoFrame({ photo, number, of, drag, onStep, onRemove }: Props) {
  const { id, name, picture, badges, note } = photo;
  const label = photoLabel(name, number, of);
  const onKey = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onStep?.(step);
  };
  return (
    <li
      className={classes.photo}
      data-row={id}
      data-dragged={drag.dragged || undefined}
      data-drop={drag.drop ?? undefined}
    >
      <div className={classes.picture}>
        {onStep === null ? (
          <>
            {picture}
            <span className="docket-hidden">{label}</span>
          </>
        ) : (
          <UnstyledButton
            className={classes.grip}
            aria-label={`${label}. Move it with the arrow keys`}
            title={name}
            data-grip={id}
            draggable
            onDragStart={drag.onDragStart}
            onDragEnd={drag.onDragEnd}
            onKeyDown={onKey}
          >
            {picture}
          </UnstyledButton>
        )}
        <span className={classes.badges}>
          {number === 1 && <span className={classes.main}>Main photo</span>}
          {badges}
        </span>
      </div>
      {(onStep !== null || onRemove !== null) && (
        <div className={classes.controls}>
          {onStep !== null && of > 1 && (
            <>
              <ActionIcon
                aria-label={`Move photo ${number} to the left`}
                disabled={number === 1}
                onClick={() => onStep(-1)}
              >
                <IconChevronLeft size={17} stroke={1.8} />
              </ActionIcon>
              <ActionIcon
                aria-label={`Move photo ${number} to the right`}
                disabled={number === of}
                onClick={() => onStep(1)}
              >
                <IconChevronRight size={17} stroke={1.8} />
              </ActionIcon>
            </>
          )}
          {onRemove !== null && (
            <ActionIcon aria-label={`Remove photo ${number}`} className={classes.remove} onClick={onRemove}>
              <IconTrash size={16} stroke={1.8} />
            </ActionIcon>
          )}
        </div>
      )}
      {note}
    </li>
  );
}
