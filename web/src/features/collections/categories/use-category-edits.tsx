/** Changing categories by hand: at once on screen, and each change can be taken back. */
import type { CategoryEdits } from '@docket/model/category-edits';
import type { Collection } from '@docket/model/collection';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { setCategoryEdits } from '@docket/model/commands/category-commands';
import type { Stored } from '../../../data/reader.ts';
import { useWorkspace } from '../../../data/workspace.ts';
import { showUndo } from '../../../ui/undo-toast.tsx';
import { useCommit } from '../../../ui/use-commit.tsx';

/** What a change is called in the toast that offers to undo it. */
interface Deed {
  title: string;
  message?: string;
}

type ChangeCategories = (next: CategoryEdits, deed: Deed) => void;

/**
 * The returned function saves edits in the place of those that `collection` has. Undo puts these back; a later change
 * takes the place of the offer, so that Undo is always about the last one.
 */
export function useCategoryEdits(collection: Stored<Collection>): ChangeCategories {
  const workspace = useWorkspace();
  const commit = useCommit();
  const { id } = collection;
  const before = collection.data.category_edits;
  return useCallback(
    (next, { title, message }) => {
      if (next === before) return;
      const toast = `categories-${id}`;
      const write = async (edits: CategoryEdits) =>
        await commit(setCategoryEdits(workspace.id, id, edits), 'The categories could not be changed');
      showUndo({
        id: toast,
        title,
        ...(message === undefined ? {} : { message }),
        onUndo: () => void write(before),
      });
      void write(next).then((accepted) => accepted || notifications.hide(toast));
    },
    [before, commit, id, workspace.id],
  );
}
