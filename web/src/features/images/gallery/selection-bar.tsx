/** What can be done with the selected images: in the place of search and filter, and in sight while the page scrolls. */
import { Button, Text } from '@mantine/core';
import classes from './selection-bar.module.css';

interface Props {
  selected: number;
  /** How many of them can be processed again. */
  retryable: number;
  onRetry: () => void;
  onDelete: () => void;
  onSelectAll: () => void;
  onClear: () => void;
}

export function SelectionBar({ selected, retryable, onRetry, onDelete, onSelectAll, onClear }: Props) {
  return (
    <section className={classes.bar} aria-label="Selected images">
      <Text component="output" className={classes.count}>
        {selected.toLocaleString('en')} selected
      </Text>
      <Button variant="subtle" color="ink" size="compact-md" onClick={onSelectAll}>
        Select all
      </Button>
      <Button variant="subtle" color="ink" size="compact-md" onClick={onClear}>
        Clear
      </Button>
      <div className={classes.deeds}>
        <Button variant="default" disabled={retryable === 0} onClick={onRetry}>
          Process again
        </Button>
        <Button variant="default" color="red" onClick={onDelete}>
          Delete
        </Button>
      </div>
    </section>
  );
}
