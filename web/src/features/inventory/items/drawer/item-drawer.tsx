/** Everything about one item: what is said of it, its stock, who has it, what has happened. */
import { Drawer, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { RowsSkeleton } from '../../../../ui/loading-state.tsx';
import type { SaveItem } from '../form/use-save-item.ts';
import type { SaveStates } from '../save-states.ts';
import type { Inventory } from '../use-inventory.ts';
import { useDeleteItem } from '../use-delete-item.ts';
import { ItemDetails } from './item-details.tsx';

interface Props {
  /** Null while the drawer is closed. */
  itemId: string | null;
  inventory: Inventory;
  save: SaveItem;
  saves: SaveStates;
  onClose: () => void;
}

/** What is being asked over the drawer. */
type Question = 'delete' | 'discard' | null;

export default function ItemDrawer({ itemId, inventory, save, saves, onClose }: Props) {
  const narrow = useMediaQuery('(max-width: 48em)');
  const remove = useDeleteItem();
  const [question, setQuestion] = useState<Question>(null);
  const [changed, setChanged] = useState(false);
  // What was shown stays while the drawer slides away.
  const [last, setLast] = useState(itemId);
  if (itemId !== null && itemId !== last) {
    setLast(itemId);
    setChanged(false);
  }
  const row = inventory.rows.find(({ id }) => id === last) ?? null;
  const close = () => {
    setChanged(false);
    onClose();
  };
  return (
    <Drawer
      opened={itemId !== null}
      onClose={() => (changed ? setQuestion('discard') : close())}
      position="right"
      size={narrow ? '100%' : 560}
      title={<Text fw={560}>Item</Text>}
    >
      {row === null && inventory.state === 'loading' && <RowsSkeleton />}
      {row === null && inventory.state !== 'loading' && itemId !== null && (
        <ErrorState
          title="This item is not here"
          message="It was deleted, or the address is not right. Close this to see the others."
        />
      )}
      {row !== null && (
        <ItemDetails
          key={row.id}
          row={row}
          inventory={inventory}
          save={save}
          saves={saves}
          onChanged={setChanged}
          onDelete={() => setQuestion('delete')}
        />
      )}
      <ConfirmDialog
        opened={question === 'delete' && row !== null}
        onClose={() => setQuestion(null)}
        onConfirm={() => {
          close();
          if (row !== null) remove(row);
        }}
        title={`Delete “${row?.item.name ?? ''}”?`}
        confirmLabel="Delete item"
        keepLabel="Keep item"
      >
        It will be gone for everybody in this workspace, with its suppliers and the history of its stock, and
        what is on order of it is cancelled. Its picture stays in the library.
      </ConfirmDialog>
      <ConfirmDialog
        opened={question === 'discard'}
        onClose={() => setQuestion(null)}
        onConfirm={close}
        title="Close without saving?"
        confirmLabel="Discard changes"
        keepLabel="Keep editing"
      >
        What you have changed of this item is not saved yet.
      </ConfirmDialog>
    </Drawer>
  );
}
