/** The workspace that the surrounding pages are about, and what the signed-in person may do in it. */
import { type Capability, can, type Role } from '@docket/model/roles';
import { createContext, use } from 'react';
import type { Actor } from '@docket/model/commands/write';
import { useClient, useQuery, useUser } from './hooks.ts';
import type { Live } from './live.ts';
import type { StoredList } from './reader.ts';
import type { JobRequest } from '@docket/model/job';
import { jobReader, jobRequestReader, queries, type StoredJob } from './records.ts';

export interface CurrentWorkspace {
  id: string;
  name: string;
  role: Role;
}

/** Provides the workspace to its pages: `<WorkspaceContext value={…}>`. */
export const WorkspaceContext = createContext<CurrentWorkspace | null>(null);

/** The workspace of the surrounding page. */
export function useWorkspace(): CurrentWorkspace {
  const workspace = use(WorkspaceContext);
  if (workspace === null) throw new Error('useWorkspace needs a WorkspaceContext above it');
  return workspace;
}

/** Whether the signed-in person may do something here. The security rules have the last word. */
export function useCan(capability: Capability): boolean {
  return can(useWorkspace().role, capability);
}

/** The signed-in person as the author of writes in this workspace. */
export function useActor(): Actor {
  const { uid } = useUser();
  const { id } = useWorkspace();
  return { workspaceId: id, uid, serverTime: useClient().backend.database.serverTime() };
}

/** The jobs of this workspace that the engine has something to do for, those just created included. */
export function useOpenJobs(): Live<StoredList<StoredJob['data']>> {
  return useQuery(queries.openJobs(useWorkspace().id), jobReader);
}

/** What has been asked of the jobs of this workspace and is not dealt with yet. */
export function useJobRequests(): Live<StoredList<JobRequest>> {
  return useQuery(queries.jobRequests(useWorkspace().id), jobRequestReader);
}
