/** What can be done with a collection as a whole: see its history, rename it, delete it. Nothing for those who may not edit. */
import type { Collection } from '@docket/model/collection';
import { ActionIcon, Menu, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots, IconHistory, IconPencil, IconTrash } from '@tabler/icons-react';
import { useRef } from 'react';
import { Link } from 'react-router';
import type { Stored } from '../../../data/reader.ts';
import { useCan } from '../../../data/workspace.ts';
import type { RunView } from '../run/run-view.ts';
import classes from './collection-menu.module.css';
import { DeleteDialog } from './delete-dialog.tsx';
import { deleteBlock } from './deletion.ts';
import { RenameDialog } from './rename-dialog.tsx';

interface Props {
  collection: Stored<Collection>;
  view: RunView;
  /** The address of the collection's runs. */
  historyUrl: string;
  /** Runs when the collection is being deleted. */
  onDelete?: () => void;
}

/** A locked one can be reached by keyboard and says why it is locked, but does nothing. */
function DeleteItem({ block, onChoose }: { block: string | null; onChoose: () => void }) {
  const icon = <IconTrash size={15} stroke={1.7} aria-hidden />;
  if (block === null)
    return (
      <Menu.Item leftSection={icon} className={classes.destructive} onClick={onChoose}>
        Delete…
      </Menu.Item>
    );
  return (
    <Menu.Item leftSection={icon} className={classes.locked} aria-disabled closeMenuOnClick={false}>
      Delete…
      <Text size="xs">{block}</Text>
    </Menu.Item>
  );
}

export function CollectionMenu({ collection, view, historyUrl, onDelete = () => undefined }: Props) {
  const mayEdit = useCan('edit');
  const [renaming, renameDialog] = useDisclosure(false);
  const [deleting, deleteDialog] = useDisclosure(false);
  const button = useRef<HTMLButtonElement>(null);
  if (!mayEdit) return null;
  const block = deleteBlock(view);
  // The item that opened the dialog has gone with the menu.
  const closing = (close: () => void) => () => {
    close();
    button.current?.focus();
  };
  return (
    <>
      <Menu position="bottom-end" width={208}>
        <Menu.Target>
          <ActionIcon ref={button} aria-label={`Manage ${collection.data.name}`}>
            <IconDots size={18} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconPencil size={15} stroke={1.7} aria-hidden />}
            onClick={renameDialog.open}
          >
            Rename…
          </Menu.Item>
          <Menu.Item
            component={Link}
            to={historyUrl}
            leftSection={<IconHistory size={15} stroke={1.7} aria-hidden />}
          >
            History
          </Menu.Item>
          <DeleteItem block={block} onChoose={deleteDialog.open} />
        </Menu.Dropdown>
      </Menu>
      <RenameDialog collection={collection} opened={renaming} onClose={closing(renameDialog.close)} />
      <DeleteDialog
        collection={collection}
        opened={deleting && block === null}
        onClose={closing(deleteDialog.close)}
        onDelete={onDelete}
      />
    </>
  );
}
