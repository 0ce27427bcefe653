/** Lets a minute of a chart be read: by pointing at it, or with the arrow keys. */
import { type PointerEvent, type ReactNode, useId } from 'react';
import classes from './throughput.module.css';
import type { Minute } from './throughput.ts';
import { clock, minuteSentence } from './words.ts';

interface Props {
  minutes: readonly Minute[];
  /** Index of the minute that is read; null while none is. */
  picked: number | null;
  onPick: (index: number | null) => void;
  children: ReactNode;
}

/** A range input lies over the chart, so that it works as one does. */
export function MinutePicker({ minutes, picked, onPick, children }: Props) {
  const help = useId();
  const last = minutes.length - 1;
  const at = picked ?? last;
  const minute = minutes[at];
  const point = ({ currentTarget, clientX }: PointerEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const index = Math.floor(((clientX - left) / width) * minutes.length);
    onPick(Math.min(last, Math.max(0, index)));
  };
  return (
    <div className={classes.picker}>
      {children}
      <input
        type="range"
        className={classes.range}
        min={0}
        max={last}
        value={at}
        onChange={({ currentTarget }) => onPick(currentTarget.valueAsNumber)}
        onPointerMove={point}
        onPointerLeave={() => onPick(null)}
        onBlur={() => onPick(null)}
        aria-label="Minute of the chart"
        aria-valuetext={minute === undefined ? '' : `${clock(minute.at)}: ${minuteSentence(minute)}`}
        aria-describedby={help}
      />
      <span id={help} className="docket-hidden">
        Arrow keys read the chart minute by minute.
      </span>
    </div>
  );
}
