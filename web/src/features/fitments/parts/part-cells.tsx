/** What stands in the cells of the list of parts. Plain elements: dozens are drawn for each turn of the wheel. */
import { when } from '../../collections/history/history-words.ts';
import type { PartRow } from './part-rows.ts';
import classes from './parts.module.css';

/** Opens a part. */
export type OpenPart = (row: PartRow) => void;

interface NumberProps {
  row: PartRow;
  open: OpenPart;
  narrow: boolean;
  /** The table is a grid, whose own keys open a row. */
  inGrid: boolean;
}

/** The number, which opens the part. On narrow screens also what the other columns would say. */
export function NumberCell({ row, open, narrow, inGrid }: NumberProps) {
  const { part_number: number, description } = row.part;
  return (
    <span className={classes.name}>
      <button
        type="button"
        tabIndex={inGrid ? -1 : 0}
        className={classes.open}
        title={number}
        onClick={(event) => {
          event.stopPropagation();
          open(row);
        }}
      >
        {number}
      </button>
      {narrow && description !== '' && <span className={classes.description}>{description}</span>}
      {narrow && row.vehicles !== '' && <span className={classes.below}>{row.vehicles}</span>}
    </span>
  );
}

export function TextCell({ text }: { text: string }) {
  if (text === '') return <span className={classes.none}>–</span>;
  return (
    <span className={classes.clamped} title={text}>
      {text}
    </span>
  );
}

export function TimeCell({ at }: { at: Date }) {
  return <time dateTime={at.toISOString()}>{when(at)}</time>;
}
