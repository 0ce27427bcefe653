/** What can be done with a place or a supplier: changing it, and having it in use or not. Neither is ever deleted. */
import { ActionIcon, Menu } from '@mantine/core';
import { type Icon, IconDots, IconPencil } from '@tabler/icons-react';
import { showUndo } from '../../ui/undo-toast.tsx';

interface Props {
  /** Of the record: ids of toasts are made of it. */
  id: string;
  name: string;
  active: boolean;
  /** What it means that it is not in use any more, as a sentence. */
  inactiveMeans: string;
  icons: { activate: Icon; deactivate: Icon };
  onEdit: () => void;
  onActivate: (active: boolean) => void;
}

export function ActiveMenu({ id, name, active, inactiveMeans, icons, onEdit, onActivate }: Props) {
  const deactivate = () => {
    onActivate(false);
    showUndo({
      id: `active-${id}`,
      title: 'Deactivated',
      message: inactiveMeans,
      onUndo: () => onActivate(true),
    });
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={`Actions for ${name}`}>
          <IconDots size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={15} aria-hidden />} onClick={onEdit}>
          Change
        </Menu.Item>
        {active ? (
          <Menu.Item leftSection={<icons.deactivate size={15} aria-hidden />} onClick={deactivate}>
            Deactivate
          </Menu.Item>
        ) : (
          <Menu.Item leftSection={<icons.activate size={15} aria-hidden />} onClick={() => onActivate(true)}>
            Activate
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
