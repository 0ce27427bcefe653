/** Which runs are listed, kept in the address, so that other pages can lead to them. */
import { type Pipeline, PIPELINES } from '@docket/model/pipelines';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { OUTCOME_PARAMETER, PIPELINE_PARAMETER } from '../../urls.ts';
import { RUN_FILTERS, type RunFilter } from '../collections/history/history-rows.ts';

/** `pipeline` is null for all. */
export interface WantedRuns {
  pipeline: Pipeline | null;
  outcome: RunFilter;
}

export function useRunFilter(): [WantedRuns, (wanted: { pipeline: string; outcome: string }) => void] {
  const [query, setQuery] = useSearchParams();
  const pipeline = PIPELINES.find((known) => known === query.get(PIPELINE_PARAMETER)) ?? null;
  const outcome = RUN_FILTERS.find((known) => known === query.get(OUTCOME_PARAMETER)) ?? 'all';
  const set = useCallback(
    (wanted: { pipeline: string; outcome: string }) =>
      setQuery(
        {
          ...(wanted.pipeline !== '' && { [PIPELINE_PARAMETER]: wanted.pipeline }),
          ...(wanted.outcome !== 'all' && { [OUTCOME_PARAMETER]: wanted.outcome }),
        },
        { replace: true },
      ),
    [setQuery],
  );
  return [useMemo(() => ({ pipeline, outcome }), [pipeline, outcome]), set];
}
