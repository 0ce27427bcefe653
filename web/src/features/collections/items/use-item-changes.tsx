/** How changes to items are made and taken back: at once on screen, with a way back for each. */
import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { editItems, type ItemChange } from '@docket/model/commands/item-commands';
import { dataErrorMessage } from '../../../data/error-messages.ts';
import { useClient } from '../../../data/hooks.ts';
import { useActor } from '../../../data/workspace.ts';
import { showUndo } from '../../../ui/undo-toast.tsx';
import { useUndoKey } from '../../../ui/use-undo-key.ts';
import { undone } from './item-changes.ts';
import type { ItemRow } from './item-rows.ts';

/** What was done, to be taken back. */
interface Step {
  id: string;
  label: string;
  changes: readonly ItemChange[];
}

const STEPS_KEPT = 50;

export interface ItemChanges {
  /** Makes changes. `label` says what they are: "Category of 12 items changed". With `announce` a toast offers Undo. */
  change: (label: string, changes: readonly ItemChange[], announce: boolean) => void;
  /** Takes back the latest step; null when there is none. */
  undo: (() => void) | null;
  /** What would be taken back. */
  undoLabel: string;
}

/** Commits groups of writes side by side: offline none of them would ever make way for the next. */
function useCommitAll() {
  const { database } = useClient().backend;
  const actor = useActor();
  const latest = useRef(actor);
  useEffect(() => {
    latest.current = actor;
  });
  return useCallback(
    async (changes: readonly ItemChange[]) => {
      const groups = editItems(latest.current, database.removed(), changes);
      const ends = await Promise.allSettled(groups.map((writes) => database.commit(writes)));
      const refused = ends.find((end) => end.status === 'rejected');
      if (refused === undefined) return;
      notifications.show({
        color: 'red',
        title: 'Not all changes could be saved',
        message: dataErrorMessage(refused.reason),
        autoClose: 10_000,
      });
    },
    [database],
  );
}

/** `rows` are all items: what is taken back is held against what they are now. */
export function useItemChanges(rows: readonly ItemRow[]): ItemChanges {
  const { database } = useClient().backend;
  const commit = useCommitAll();
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const present = useRef(rows);
  useEffect(() => {
    present.current = rows;
  }, [rows]);

  const takeBack = useCallback(
    (step: Step) => {
      const edits = new Map(present.current.map(({ path, item }) => [path, item.edits]));
      setSteps((before) => before.filter(({ id }) => id !== step.id));
      notifications.hide(step.id);
      void commit(undone(step.changes, (path) => edits.get(path)));
    },
    [commit],
  );
  const change = useCallback(
    (label: string, changes: readonly ItemChange[], announce: boolean) => {
      if (changes.length === 0) return;
      const step = { id: database.newId(), label, changes };
      setSteps((before) => [...before, step].slice(-STEPS_KEPT));
      void commit(changes);
      if (!announce) return;
      showUndo({ id: step.id, title: label, onUndo: () => takeBack(step) });
    },
    [commit, database, takeBack],
  );
  const last = steps.at(-1);
  const undo = useMemo(() => (last === undefined ? null : () => takeBack(last)), [last, takeBack]);
  useUndoKey(undo);

  return useMemo(() => ({ change, undo, undoLabel: last?.label ?? '' }), [change, undo, last]);
}
