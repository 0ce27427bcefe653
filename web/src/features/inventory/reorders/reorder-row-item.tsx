/** One reorder in a list: what, from whom, how many, what has happened, and what can be done. */
import { Anchor, Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWorkspace } from '../../../data/workspace.ts';
import { StateBadge } from '../../../ui/status-badge.tsx';
import { urls } from '../../../urls.ts';
import { REORDER_LOOKS, type ReorderRow, reorderStory } from './reorder-rows.ts';
import classes from './reorders.module.css';

export function ReorderRowItem({ row, actions }: { row: ReorderRow; actions?: ReactNode }) {
  const workspace = useWorkspace();
  const { reorder, item, itemName, supplierName, pieces } = row;
  return (
    <li className={classes.row}>
      <div className={classes.text}>
        <Group gap="xs">
          {item === null ? (
            <Text c="dimmed">{itemName}</Text>
          ) : (
            <Anchor
              component={Link}
              to={urls.inventoryItem(workspace.id, reorder.item_id)}
              fw={560}
              c="inherit"
            >
              {itemName}
            </Anchor>
          )}
          <StateBadge look={REORDER_LOOKS[reorder.status]} />
        </Group>
        <Text size="sm" c="dimmed">
          {pieces} · {supplierName}
        </Text>
        <Text size="sm" c="dimmed">
          {reorderStory(reorder)}
        </Text>
      </div>
      {actions}
    </li>
  );
}

interface ActionProps {
  row: ReorderRow;
  onOrdered: () => void;
  onReceive: () => void;
  onCancel: () => void;
}

/** What can be done with an open one. */
export function ReorderActions({ row, onOrdered, onReceive, onCancel }: ActionProps) {
  const { reorder, item, itemName } = row;
  return (
    <Group gap="xs">
      {reorder.status === 'requested' ? (
        <Button
          variant="default"
          size="compact-md"
          onClick={onOrdered}
          aria-label={`Mark ${itemName} ordered`}
        >
          Mark ordered
        </Button>
      ) : (
        <Button
          size="compact-md"
          disabled={item === null}
          onClick={onReceive}
          aria-label={`Receive ${itemName}`}
        >
          Receive
        </Button>
      )}
      <Button
        variant="subtle"
        color="ink"
        size="compact-md"
        onClick={onCancel}
        aria-label={`Cancel the reorder of ${itemName}`}
      >
        Cancel
      </Button>
    </Group>
  );
}
