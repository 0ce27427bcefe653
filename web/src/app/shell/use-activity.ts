/** What goes on in the workspace, as a live value. */
import { useMemo } from 'react';
import { useQuery } from '../../data/hooks.ts';
import { jobReader, queries } from '../../data/records.ts';
import { useJobRequests, useOpenJobs, useWorkspace } from '../../data/workspace.ts';
import { type Activity, activityOf } from './activity.ts';

/** Empty until it is known. */
export function useActivity(): Activity {
  const workspace = useWorkspace();
  const open = useOpenJobs();
  const failed = useQuery(queries.failedJobs(workspace.id), jobReader);
  const requests = useJobRequests();
  return useMemo(
    () =>
      activityOf(
        open.state === 'ready' ? open.value.records : [],
        failed.state === 'ready' ? failed.value.records : [],
        requests.state === 'ready' ? requests.value.records.map(({ data }) => data) : [],
      ),
    [open, failed, requests],
  );
}
