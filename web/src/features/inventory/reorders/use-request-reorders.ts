/** Ordering things again with one click, which can be taken back as easily. */
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import {
  cancelReorder,
  LINES_PER_COMMIT,
  type ReorderLine,
  requestReorders,
} from '@docket/model/commands/reorder-commands';
import { useClient } from '../../../data/hooks.ts';
import { useActor } from '../../../data/workspace.ts';
import { showUndo } from '../../../ui/undo-toast.tsx';
import { useCommit } from '../../../ui/use-commit.tsx';

/** What is to be ordered; the reorder gets its id here. */
export type WantedLine = Omit<ReorderLine, 'id'>;

/** The returned function asks for lines to be ordered; `what` says it to the person: "12 × Skerry Parka". */
export function useRequestReorders(): (lines: readonly WantedLine[], what: string) => void {
  const { database } = useClient().backend;
  const actor = useActor();
  const commit = useCommit();
  return useCallback(
    (lines, what) => {
      const named = lines.map((line): ReorderLine => ({ ...line, id: database.newId() }));
      const refused = new Set<string>();
      const undo = async () => {
        for (const { id } of named.filter((line) => !refused.has(line.id)))
          if (!(await commit(cancelReorder(actor, id), 'The reorder could not be cancelled'))) return;
      };
      const toast = `reorder-${named[0]?.id ?? ''}`;
      const save = async () => {
        for (const [index, writes] of requestReorders(actor, named).entries()) {
          if (await commit(writes, 'The reorder could not be saved')) continue;
          // What was refused cannot be undone; what was accepted before can.
          const accepted = index * LINES_PER_COMMIT;
          for (const { id } of named.slice(accepted)) refused.add(id);
          if (accepted === 0) notifications.hide(toast);
          return;
        }
      };
      void save();
      showUndo({ id: toast, title: 'Reorder requested', message: what, onUndo: () => void undo() });
    },
    [actor, commit, database],
  );
}
