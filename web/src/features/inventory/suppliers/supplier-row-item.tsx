/** One supplier in the list: how to reach them, what they have, how long they take, and what can be done. */
import { ActionIcon, Anchor, Badge, Group, Menu, Text } from '@mantine/core';
import { IconDots, IconPencil, IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react';
import { activateSupplier } from '../../../data/commands/supplier-commands.ts';
import { useCan, useWorkspace } from '../../../data/workspace.ts';
import { showUndo } from '../../../ui/undo-toast.tsx';
import { useCommit } from '../../../ui/use-commit.tsx';
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
  const activate = (active: boolean) =>
    void commit(activateSupplier(workspace.id, id, active), 'The supplier could not be changed');
  const deactivate = () => {
    activate(false);
    showUndo({
      id: `supplier-${id}`,
      title: 'Deactivated',
      message: `Nothing more is ordered from ${supplier.name}.`,
      onUndo: () => activate(true),
    });
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={`Actions for ${supplier.name}`}>
          <IconDots size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={15} aria-hidden />} onClick={() => onEdit(row)}>
          Change
        </Menu.Item>
        {supplier.active ? (
          <Menu.Item leftSection={<IconPlugConnectedX size={15} aria-hidden />} onClick={deactivate}>
            Deactivate
          </Menu.Item>
        ) : (
          <Menu.Item leftSection={<IconPlugConnected size={15} aria-hidden />} onClick={() => activate(true)}>
            Activate
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
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
