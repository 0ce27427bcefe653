/** Deleting listings. */
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { deleteListing } from '@docket/model/commands/listing-commands';
import type { StoredListing } from '../../../data/listing-records.ts';
import { useWorkspace } from '../../../data/workspace.ts';
import { useCommit } from '../../../ui/use-commit.tsx';
import { listingName } from '../listing-words.ts';

/**
 * The returned function deletes a listing at once on screen; the functions remove what belonged to it. A toast says how it
 * went. Ask before: `DeleteListingDialog`.
 */
export function useDeleteListing(): (listing: StoredListing) => Promise<void> {
  const { id: workspaceId } = useWorkspace();
  const commit = useCommit();
  return useCallback(
    async ({ id, data }) => {
      const name = listingName(data);
      const title = data.published_at === null ? 'Draft deleted' : 'Item deleted';
      if (await commit(deleteListing(workspaceId, id), `“${name}” could not be deleted`))
        notifications.show({ title, message: `“${name}” is gone.` });
    },
    [commit, workspaceId],
  );
}
