/** Asking something as an administrator, with a toast if that is refused. */
import { useCallback } from 'react';
import { askAdministration, type Wish } from '@docket/model/commands/queue-commands';
import { useClient } from '../../data/hooks.ts';
import { useActor } from '../../data/workspace.ts';
import { useCommit } from '../../ui/use-commit.tsx';

const REFUSED: Record<Wish['action'], string> = {
  retry_all_failed: 'The failures could not be retried',
  preview_backfill: 'It could not be asked what is missing',
  start_backfill: 'The backfill could not be started',
  set_up_locations: 'The default locations could not be set up',
  take_back_locations: 'The default locations could not be taken back',
};

/** The returned function asks for `wish`. */
export function useAsk(): (wish: Wish) => void {
  const { database } = useClient().backend;
  const actor = useActor();
  const commit = useCommit();
  return useCallback(
    (wish) => void commit(askAdministration(actor, database.newId(), wish), REFUSED[wish.action]),
    [actor, commit, database],
  );
}
