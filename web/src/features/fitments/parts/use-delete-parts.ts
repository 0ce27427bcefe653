/** Deleting parts, with the way back. */
import { useCallback, useEffect, useRef } from 'react';
import { addPart, deleteParts } from '@docket/model/commands/fitment-commands';
import type { Write } from '@docket/model/commands/write';
import { useActor } from '../../../data/workspace.ts';
import { showUndo } from '../../../ui/undo-toast.tsx';
import { useCommit } from '../../../ui/use-commit.tsx';
import { describedPart } from './form/part-draft.ts';
import { type PartRow, partsLabel } from './part-rows.ts';

/** Whole parts are larger than their ids: a commit takes ten megabytes. */
const BROUGHT_BACK_AT_ONCE = 40;

const TAKEN = 'There are parts with the same numbers by now. Look at them.';

/** Commits groups one after the other; yields false at the first that is refused. */
async function inTurn(
  groups: readonly (readonly Write[])[],
  commit: (writes: readonly Write[]) => Promise<boolean>,
) {
  for (const writes of groups) if (!(await commit(writes))) return false;
  return true;
}

/** The returned function deletes parts at once on screen; for a while a toast offers to bring them back as they were. */
export function useDeleteParts(): (rows: readonly PartRow[]) => void {
  const commit = useCommit();
  const actor = useActor();
  const latest = useRef(actor);
  useEffect(() => {
    latest.current = actor;
  });
  return useCallback(
    (rows) => {
      const [first] = rows;
      if (first === undefined) return;
      // Whoever has gone to another workspace by then still brings them back in this one.
      const by = latest.current;
      const name = rows.length === 1 ? first.part.part_number : partsLabel(rows.length);
      const bringBack = () => {
        const groups = Array.from({ length: Math.ceil(rows.length / BROUGHT_BACK_AT_ONCE) }, (_, group) =>
          rows
            .slice(group * BROUGHT_BACK_AT_ONCE, (group + 1) * BROUGHT_BACK_AT_ONCE)
            .flatMap(({ id, part }) => addPart(by, id, part.part_number, describedPart(part))),
        );
        void inTurn(groups, (writes) => commit(writes, `${name} could not be brought back`, TAKEN));
      };
      const deletions = deleteParts(
        by.workspaceId,
        rows.map(({ id }) => id),
      );
      void inTurn(deletions, (writes) => commit(writes, `${name} could not be deleted`)).then((accepted) => {
        if (!accepted) return;
        showUndo({
          id: `deleted-${first.id}`,
          title: rows.length === 1 ? 'Part deleted' : 'Parts deleted',
          message: name,
          onUndo: bringBack,
        });
      });
    },
    [commit],
  );
}
