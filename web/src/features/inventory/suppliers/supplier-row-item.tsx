/** One supplier in the list: how to reach them, what they have, how long they take, and what can be done. */
import { Anchor, Badge, Group, Text } from '@mantine/core';
import { IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react';
import { activateSupplier } from '@docket/model/commands/supplier-commands';
import { useCan, useWorkspace } from '../../../data/workspace.ts';
import { useCommit } from '../../../ui/use-commit.tsx';
import { ActiveMenu } from '../active-menu.tsx';
import type { SupplierRow } from './supplier-list.ts';
import { leadTimeLabel, shortWebsite } from './supplier-words.ts';
import classes from './suppliers.module.css';

interface Props {
  row: SupplierRow;
  onEdit: (row: SupplierRow) => void;
}

function Actions({ row, onEdit }: Props) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const { id, supplier } = row;
  return (
    <ActiveMenu
      id={id}
      name={supplier.name}
      active={supplier.active}
      inactiveMeans={`Nothing more is ordered from ${supplier.name}.`}
      icons={{ activate: IconPlugConnected, deactivate: IconPlugConnectedX }}
      onEdit={() => onEdit(row)}
      onActivate={(active) =>
        void commit(activateSupplier(workspace.id, id, active), 'The supplier could not be changed')
      }
    />
  );
}

export function SupplierRowItem({ row, onEdit }: Props) {
  const mayEdit = useCan('edit');
  const { supplier, items, leadTime } = row;
  return (
    <li className={classes.row}>
      <div className={classes.text}>
        <Group gap="xs">
          <Text fw={560} {...(!supplier.active && { c: 'dimmed' })}>
            {supplier.name}
          </Text>
          {!supplier.active && <Badge color="ink">Inactive</Badge>}
        </Group>
        {supplier.note !== '' && (
          <Text size="sm" c="dimmed" lineClamp={2}>
            {supplier.note}
          </Text>
        )}
      </div>
      <div className={`${classes.text} ${classes.contact}`}>
        {supplier.email !== '' && (
          <Anchor href={`mailto:${supplier.email}`} size="sm" display="block">
            {supplier.email}
          </Anchor>
        )}
        {supplier.website !== '' && (
          <Anchor href={supplier.website} target="_blank" rel="noreferrer" size="sm" display="block">
            {shortWebsite(supplier.website)}
          </Anchor>
        )}
      </div>
      <Text size="sm" className={classes.figure}>
        {items === 1 ? '1 item' : `${items.toLocaleString('en')} items`}
      </Text>
      <Text size="sm" {...(leadTime === null && { c: 'dimmed' })} className={classes.figure}>
        Delivery: {leadTimeLabel(leadTime)}
      </Text>
      {mayEdit && (
        <div className={classes.actions}>
          <Actions row={row} onEdit={onEdit} />
        </div>
      )}
    </li>
  );
}
