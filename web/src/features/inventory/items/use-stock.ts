/** Changing the stock of items, with the way back. */
import type { AdjustmentReason } from '@docket/model/inventory/inventory-item';
import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useRef } from 'react';
import { adjustStock } from '@docket/model/commands/inventory-commands';
import { useClient } from '../../../data/hooks.ts';
import { useActor } from '../../../data/workspace.ts';
import { showUndo } from '../../../ui/undo-toast.tsx';
import { useCommit } from '../../../ui/use-commit.tsx';
import { changeLabel } from './drawer/stock-change.ts';
import { piecesLabel } from './item-rows.ts';

export interface StockedItem {
  id: string;
  name: string;
  /** Before the change. */
  quantity: number;
}

export interface Adjustment {
  /** Not 0. */
  delta: number;
  reason: AdjustmentReason;
  note: string;
}

/** The returned function changes stock at once on screen; a toast offers to take it back. */
export function useStock(): (item: StockedItem, adjustment: Adjustment) => void {
  const { database } = useClient().backend;
  const commit = useCommit();
  const actor = useActor();
  const latest = useRef(actor);
  useEffect(() => {
    latest.current = actor;
  });
  return useCallback(
    ({ id, name, quantity }, { delta, reason, note }) => {
      // Whoever has gone to another workspace by then still takes it back in this one.
      const by = latest.current;
      const write = (change: Adjustment) => {
        const adjustmentId = database.newId();
        const writes = adjustStock(by, database.increment(change.delta), {
          itemId: id,
          adjustmentId,
          ...change,
        });
        return commit(
          writes,
          `The stock of “${name}” could not be adjusted`,
          'Somebody else has changed or deleted it meanwhile. Look at it again.',
        );
      };
      const toast = `stock-${id}`;
      void write({ delta, reason, note }).then((accepted) => {
        // To take back what was refused would change the stock.
        if (!accepted) notifications.hide(toast);
      });
      showUndo({
        id: toast,
        title: changeLabel(delta),
        message: `“${name}”: ${piecesLabel(quantity + delta)} in stock.`,
        onUndo: () => void write({ delta: -delta, reason: 'count', note: 'Taken back' }),
      });
    },
    [commit, database],
  );
}
