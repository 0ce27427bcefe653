/** One place in the list: what it is for, how much is there, what goes there, and what can be done. */
import { ActionIcon, Badge, Group, Menu, Text } from '@mantine/core';
import { IconDots, IconMapPinCheck, IconMapPinOff, IconPencil } from '@tabler/icons-react';
import { changeLocation } from '../../../data/commands/inventory-commands.ts';
import { useCan, useWorkspace } from '../../../data/workspace.ts';
import { showUndo } from '../../../ui/undo-toast.tsx';
import { useCommit } from '../../../ui/use-commit.tsx';
import type { LocationRow } from './location-rows.ts';
import classes from './locations.module.css';

interface Props {
  row: LocationRow;
  onEdit: (row: LocationRow) => void;
}

function Actions({ row, onEdit }: Props) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const { id, location } = row;
  const activate = (active: boolean) =>
    void commit(changeLocation(workspace.id, id, { active }), 'The location could not be changed');
  const deactivate = () => {
    activate(false);
    showUndo({
      id: `location-${id}`,
      title: 'Deactivated',
      message: `Nothing new is put into ${location.name}. What is there stays.`,
      onUndo: () => activate(true),
    });
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={`Actions for ${location.name}`}>
          <IconDots size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={15} aria-hidden />} onClick={() => onEdit(row)}>
          Change
        </Menu.Item>
        {location.active ? (
          <Menu.Item leftSection={<IconMapPinOff size={15} aria-hidden />} onClick={deactivate}>
            Deactivate
          </Menu.Item>
        ) : (
          <Menu.Item leftSection={<IconMapPinCheck size={15} aria-hidden />} onClick={() => activate(true)}>
            Activate
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

export function LocationItem({ row, onEdit }: Props) {
  const mayEdit = useCan('edit');
  const { location, items, isWorkspaceDefault, categories } = row;
  return (
    <li className={classes.row}>
      <div className={classes.text}>
        <Group gap="xs">
          <Text fw={560} {...(!location.active && { c: 'dimmed' })}>
            {location.name}
          </Text>
          {!location.active && <Badge color="ink">Inactive</Badge>}
          {isWorkspaceDefault && <Badge color="blue">Default</Badge>}
          {categories.map((category) => (
            <Badge key={category} color="ink" maw={200} tt="none">
              Default for {category}
            </Badge>
          ))}
        </Group>
        {location.description !== '' && (
          <Text size="sm" c="dimmed">
            {location.description}
          </Text>
        )}
      </div>
      <Text size="sm" className={classes.figure}>
        {items === 1 ? '1 item' : `${items.toLocaleString('en')} items`}
      </Text>
      {mayEdit && <Actions row={row} onEdit={onEdit} />}
    </li>
  );
}
