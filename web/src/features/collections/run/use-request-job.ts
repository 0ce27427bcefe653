/** Asking something of a run, with a toast if that is refused. */
import type { RequestAction } from '@docket/model/job';
import { useCallback } from 'react';
import { requestJob } from '@docket/model/commands/job-commands';
import { useClient } from '../../../data/hooks.ts';
import { useActor } from '../../../data/workspace.ts';
import { useCommit } from '../../../ui/use-commit.tsx';

const REFUSED: Record<RequestAction, string> = {
  cancel: 'The run could not be cancelled',
  retry: 'The run could not be retried',
  pause: 'The run could not be paused',
  resume: 'The run could not be resumed',
  dismiss: 'The failure could not be dismissed',
};

/** The returned function asks `action` of the job with that id. */
export function useRequestJob(): (jobId: string, action: RequestAction) => void {
  const { database } = useClient().backend;
  const actor = useActor();
  const commit = useCommit();
  return useCallback(
    (jobId, action) => void commit(requestJob(actor, database.newId(), jobId, action), REFUSED[action]),
    [actor, commit, database],
  );
}
