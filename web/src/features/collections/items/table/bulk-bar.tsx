/** What can be done with the selected items, all at once. */
import { Button, Group, Paper, Text } from '@mantine/core';
import classes from './bulk-bar.module.css';

/** The changes that ask for something first. */
export type BulkQuestion = 'category' | 'delivery' | 'season' | 'price';

interface Props {
  /** How many are selected, and how many of them the filter hides. */
  selected: number;
  hidden: number;
  /** How many more the filter shows than are selected. */
  unselected: number;
  onSelectAll: () => void;
  onClear: () => void;
  onAsk: (question: BulkQuestion) => void;
  onExclude: () => void;
  onInclude: () => void;
  /** How many of the selected are excluded. */
  excluded: number;
}

export function BulkBar(props: Props) {
  const { selected, hidden, unselected, onSelectAll, onClear, onAsk, onExclude, onInclude, excluded } = props;
  if (selected === 0) return null;
  return (
    <Paper withBorder component="section" aria-label="Selected items" className={classes.root}>
      <Group gap="xs" className={classes.state}>
        <Text size="sm" fw={600} component="output">
          {selected.toLocaleString('en')} selected
          {hidden > 0 && `, ${hidden.toLocaleString('en')} of them not shown`}
        </Text>
        {unselected > 0 && (
          <Button size="compact-sm" variant="subtle" color="ink" onClick={onSelectAll}>
            Select all shown
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" color="ink" onClick={onClear}>
          Clear selection
        </Button>
      </Group>
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={() => onAsk('category')}>
          Set category
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onAsk('price')}>
          Change price
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onAsk('delivery')}>
          Set delivery
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onAsk('season')}>
          Set season
        </Button>
        {excluded < selected && (
          <Button size="compact-sm" variant="default" onClick={onExclude}>
            Exclude
          </Button>
        )}
        {excluded > 0 && (
          <Button size="compact-sm" variant="default" onClick={onInclude}>
            Include
          </Button>
        )}
      </Group>
    </Paper>
  );
}
