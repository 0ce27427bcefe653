/** Everything that is known of one part, to be looked at and changed. */
import { Drawer, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { RowsSkeleton } from '../../../../ui/loading-state.tsx';
import type { PartRow } from '../part-rows.ts';
import type { Parts } from '../use-parts.ts';
import { PartDetails } from './part-details.tsx';

interface Props {
  /** Null while the drawer is closed. */
  partId: string | null;
  parts: Parts;
  onFind: (row: PartRow) => void;
  onDelete: (row: PartRow) => void;
  onClose: () => void;
}

export default function PartDrawer({ partId, parts, onFind, onDelete, onClose }: Props) {
  const narrow = useMediaQuery('(max-width: 48em)');
  const [asking, setAsking] = useState(false);
  const [changed, setChanged] = useState(false);
  // What was shown stays while the drawer slides away.
  const [last, setLast] = useState(partId);
  if (partId !== null && partId !== last) {
    setLast(partId);
    setChanged(false);
  }
  const row = parts.rows.find(({ id }) => id === last) ?? null;
  const close = () => {
    setChanged(false);
    onClose();
  };
  return (
    <Drawer
      opened={partId !== null}
      onClose={() => (changed ? setAsking(true) : close())}
      position="right"
      size={narrow ? '100%' : 600}
      title={<Text fw={560}>Part</Text>}
    >
      {row === null && parts.state === 'loading' && <RowsSkeleton />}
      {row === null && parts.state !== 'loading' && partId !== null && (
        <ErrorState
          title="This part is not here"
          message="It was deleted, or the address is not right. Close this to see the others."
        />
      )}
      {row !== null && (
        <PartDetails
          key={row.id}
          row={row}
          onChanged={setChanged}
          onFind={() => onFind(row)}
          onDelete={() => {
            close();
            onDelete(row);
          }}
        />
      )}
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        onConfirm={close}
        title="Close without saving?"
        confirmLabel="Discard changes"
        keepLabel="Keep editing"
      >
        What you have changed of this part is not saved yet.
      </ConfirmDialog>
    </Drawer>
  );
}
