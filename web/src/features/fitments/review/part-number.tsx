/** The number of a part in a table whose rows open: it is the stop of the keyboard in its row. */
import classes from './part-number.module.css';

interface Props {
  number: string;
  /** Null where the table is a grid, whose own keys open a row. */
  onOpen: (() => void) | null;
}

export function PartNumber({ number, onOpen }: Props) {
  if (onOpen === null) return <span className={classes.number}>{number}</span>;
  return (
    <button
      type="button"
      className={classes.number}
      onClick={(event) => {
        event.stopPropagation();
        onOpen();
      }}
    >
      {number}
    </button>
  );
}
