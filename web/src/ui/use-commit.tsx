/** How a component writes: at once on screen, with a toast if the server refuses. */
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { dataErrorMessage } from '../data/error-messages.ts';
import { useClient } from '../data/hooks.ts';
import type { Write } from '@docket/model/commands/write';

/**
 * Commits writes; subscriptions show them without waiting for the server. When they are refused, a toast says so under
 * the title `failed`, and what was shown is taken back by the database. Yields whether they were accepted.
 * `overtaken` is said instead where the rules refuse what is offered only to those who may do it: somebody else was faster.
 */
export function useCommit(): (
  writes: readonly Write[],
  failed: string,
  overtaken?: string,
) => Promise<boolean> {
  const { database } = useClient().backend;
  return useCallback(
    async (writes, failed, overtaken) => {
      try {
        await database.commit(writes);
        return true;
      } catch (error) {
        notifications.show({
          color: 'red',
          title: failed,
          message: dataErrorMessage(error, overtaken),
          autoClose: 10_000,
        });
        return false;
      }
    },
    [database],
  );
}
