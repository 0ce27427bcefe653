/** How long a run will still take, from how long earlier runs of its pipeline took in this workspace. */
import { paths } from '@docket/model/paths';
import type { Pipeline } from '@docket/model/pipelines';
import type { ProcessingStatus } from '@docket/model/processing-status';
import { formatRemaining, timeRemaining } from '@docket/model/time-remaining';
import { useCallback } from 'react';
import { useDocument } from '../../../data/hooks.ts';
import { valueOr } from '../../../data/live.ts';
import { pipelineStatsReader } from '../../../data/records.ts';
import { useWorkspace } from '../../../data/workspace.ts';

/** The returned function says it as of a moment, "about 20 s left"; null where there is no history to judge by. */
export function useRemaining(pipeline: Pipeline, status: ProcessingStatus): (now: Date) => string | null {
  const workspace = useWorkspace();
  const stored = useDocument(paths.pipelineStat(workspace.id, pipeline), pipelineStatsReader);
  const stats = valueOr(stored, null);
  return useCallback(
    (now) => {
      if (stats === null) return null;
      const milliseconds = timeRemaining(pipeline, status, stats.data, now);
      return milliseconds === null ? null : formatRemaining(milliseconds);
    },
    [pipeline, stats, status],
  );
}
