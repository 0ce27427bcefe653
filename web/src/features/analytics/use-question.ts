/** Which days and which pipeline are looked at, kept in the address: both survive a reload and can be sent to others. */
import { dayOf } from '@docket/model/pipeline-analytics';
import { PIPELINES } from '@docket/model/pipelines';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useNow } from '../../ui/use-now.ts';
import { DAYS_PARAMETER, PIPELINE_PARAMETER } from '../../urls.ts';
import { type Question, SPANS } from './analytics-view.ts';

const MINUTE_MS = 60_000;
const USUAL_SPAN = 30;

export interface Asked {
  question: Question;
  setSpan: (span: string) => void;
  /** An empty text: all. */
  setPipeline: (pipeline: string) => void;
  reset: () => void;
}

export function useQuestion(): Asked {
  const [query, setQuery] = useSearchParams();
  const today = dayOf(useNow(true, MINUTE_MS));
  const span = SPANS.find((known) => `${known}` === query.get(DAYS_PARAMETER)) ?? USUAL_SPAN;
  const pipeline = PIPELINES.find((known) => known === query.get(PIPELINE_PARAMETER)) ?? null;
  const put = useCallback(
    (parameter: string, value: string) =>
      setQuery(
        (before) => {
          const after = new URLSearchParams(before);
          if (value === '') after.delete(parameter);
          else after.set(parameter, value);
          return after;
        },
        { replace: true },
      ),
    [setQuery],
  );
  const setSpan = useCallback((value: string) => put(DAYS_PARAMETER, value), [put]);
  const setPipeline = useCallback((value: string) => put(PIPELINE_PARAMETER, value), [put]);
  const reset = useCallback(() => setQuery({ [DAYS_PARAMETER]: '90' }, { replace: true }), [setQuery]);
  const question = useMemo(() => ({ today, span, pipeline }), [today, span, pipeline]);
  return { question, setSpan, setPipeline, reset };
}
