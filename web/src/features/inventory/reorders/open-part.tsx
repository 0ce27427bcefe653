/** What is on order: told to the supplier, taken in, or cancelled. */
import { Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { cancelReorder, markOrdered } from '@docket/model/commands/reorder-commands';
import { useActor, useCan } from '../../../data/workspace.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { useCommit } from '../../../ui/use-commit.tsx';
import { ReceiveDialog } from './receive-dialog.tsx';
import { ReorderActions, ReorderRowItem } from './reorder-row-item.tsx';
import type { ReorderRow } from './reorder-rows.ts';
import classes from './reorders.module.css';

const OVERTAKEN = 'Somebody else has done something with it meanwhile. Look at it again.';

/** Which dialog is open, about what. */
type Asking = { kind: 'receive' | 'cancel'; row: ReorderRow };

export function OpenPart({ rows }: { rows: readonly ReorderRow[] }) {
  const actor = useActor();
  const commit = useCommit();
  const mayEdit = useCan('edit');
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);
  return (
    <Stack gap="sm" component="section" aria-label="On order">
      <Title order={2}>On order</Title>
      {rows.length === 0 && <Text c="dimmed">Nothing is on order.</Text>}
      {rows.length > 0 && (
        <ul className={`${classes.list} ${classes.framed}`}>
          {rows.map((row) => (
            <ReorderRowItem
              key={row.id}
              row={row}
              actions={
                mayEdit && (
                  <ReorderActions
                    row={row}
                    onOrdered={() =>
                      void commit(
                        markOrdered(actor, row.id),
                        'The reorder could not be marked as ordered',
                        OVERTAKEN,
                      )
                    }
                    onReceive={() => setAsking({ kind: 'receive', row })}
                    onCancel={() => setAsking({ kind: 'cancel', row })}
                  />
                )
              }
            />
          ))}
        </ul>
      )}
      {asking?.kind === 'receive' && <ReceiveDialog row={asking.row} onClose={close} />}
      {asking?.kind === 'cancel' && (
        <ConfirmDialog
          opened
          onClose={close}
          onConfirm={() =>
            void commit(cancelReorder(actor, asking.row.id), 'The reorder could not be cancelled', OVERTAKEN)
          }
          title="Cancel this reorder?"
          confirmLabel="Cancel reorder"
          keepLabel="Keep reorder"
        >
          {asking.row.itemName}, {asking.row.pieces}, from {asking.row.supplierName}. Nothing more is expected
          of it; what has come stays in the stock. If the supplier knows of it, tell them.
        </ConfirmDialog>
      )}
    </Stack>
  );
}
