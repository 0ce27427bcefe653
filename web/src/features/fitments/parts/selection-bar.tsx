/** What can be done with the parts that are selected, and how to select them. */
import { Button, Group, Paper, Text } from '@mantine/core';
import { IconCar, IconTrash } from '@tabler/icons-react';
import classes from '../../collections/items/table/bulk-bar.module.css';
import { type Chosen, partsLabel } from './part-rows.ts';

interface Props {
  chosen: Chosen;
  /** How many the search shows. */
  shown: number;
  onSelectAll: () => void;
  onClear: () => void;
  onFind: () => void;
  onDelete: () => void;
}

export function SelectionBar({ chosen, shown, onSelectAll, onClear, onFind, onDelete }: Props) {
  const { rows, hidden, unselected, block } = chosen;
  const none = rows.length === 0;
  return (
    <Paper
      withBorder
      component="section"
      aria-label="Selected parts"
      className={classes.root}
      data-empty={none || undefined}
    >
      <Group gap="xs" className={classes.state}>
        <Text size="sm" fw={none ? 400 : 600} component="output">
          {none
            ? 'Select the parts whose vehicles you want.'
            : `${rows.length.toLocaleString('en')} selected${hidden > 0 ? `, ${hidden.toLocaleString('en')} of them not shown` : ''}`}
        </Text>
        {unselected > 0 && (
          <Button size="compact-sm" variant="subtle" color="ink" onClick={onSelectAll}>
            {shown === 1 ? 'Select the part shown' : `Select all ${partsLabel(shown)} shown`}
          </Button>
        )}
        {!none && (
          <Button size="compact-sm" variant="subtle" color="ink" onClick={onClear}>
            Clear selection
          </Button>
        )}
        {block !== null && (
          <Text size="sm" role="alert">
            {block}
          </Text>
        )}
      </Group>
      {!none && (
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconTrash size={15} stroke={1.8} aria-hidden />}
            onClick={onDelete}
          >
            Delete
          </Button>
          <Button
            size="compact-sm"
            disabled={block !== null}
            leftSection={<IconCar size={15} stroke={1.8} aria-hidden />}
            onClick={onFind}
          >
            Find fitments
          </Button>
        </Group>
      )}
    </Paper>
  );
}
