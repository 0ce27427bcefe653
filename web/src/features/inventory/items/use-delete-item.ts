/** Deleting items, with the way back. */
import { useCallback, useEffect, useRef } from 'react';
import { addItem, deleteItem } from '@docket/model/commands/inventory-commands';
import { useClient } from '../../../data/hooks.ts';
import { useActor } from '../../../data/workspace.ts';
import { showUndo } from '../../../ui/undo-toast.tsx';
import { useCommit } from '../../../ui/use-commit.tsx';
import { describedItem } from './form/item-draft.ts';
import type { InventoryRow } from './item-rows.ts';

const CHANGED = 'Somebody else has changed or deleted it meanwhile. Look at it again.';
const TAKEN = 'It is there again, or another item has its SKU by now. Add it anew with another SKU.';

/** The returned function deletes an item at once on screen; for a while a toast offers to bring it back as it was. */
export function useDeleteItem(): (row: InventoryRow) => void {
  const { database } = useClient().backend;
  const commit = useCommit();
  const actor = useActor();
  const latest = useRef(actor);
  useEffect(() => {
    latest.current = actor;
  });
  return useCallback(
    ({ id, item }) => {
      const { name, sku, quantity } = item;
      // Whoever has gone to another workspace by then still brings it back in this one.
      const by = latest.current;
      const bringBack = () => {
        const adjustmentId = database.newId();
        const writes = addItem(by, {
          id,
          described: describedItem(item),
          quantity,
          adjustmentId,
        });
        void commit(writes, `“${name}” could not be brought back`, TAKEN);
      };
      void commit(deleteItem(by.workspaceId, id, sku), `“${name}” could not be deleted`, CHANGED).then(
        (accepted) => {
          if (accepted)
            showUndo({ id: `deleted-${id}`, title: 'Item deleted', message: `“${name}”`, onUndo: bringBack });
        },
      );
    },
    [commit, database],
  );
}
