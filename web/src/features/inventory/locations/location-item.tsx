/** One place in the list: what it is for, how much is there, what goes there, and what can be done. */
import { Badge, Group, Text } from '@mantine/core';
import { IconMapPinCheck, IconMapPinOff } from '@tabler/icons-react';
import { changeLocation } from '@docket/model/commands/inventory-commands';
import { useCan, useWorkspace } from '../../../data/workspace.ts';
import { useCommit } from '../../../ui/use-commit.tsx';
import { ActiveMenu } from '../active-menu.tsx';
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
  return (
    <ActiveMenu
      id={id}
      name={location.name}
      active={location.active}
      inactiveMeans={`Nothing new is put into ${location.name}. What is there stays.`}
      icons={{ activate: IconMapPinCheck, deactivate: IconMapPinOff }}
      onEdit={() => onEdit(row)}
      onActivate={(active) =>
        void commit(changeLocation(workspace.id, id, { active }), 'The location could not be changed')
      }
    />
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
