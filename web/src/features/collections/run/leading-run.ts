/** Which of a collection's runs its badge, its card and its menu speak of. Pure. */
import type { Collection } from '@docket/model/collection';
import { PIPELINES, type Pipeline } from '@docket/model/pipelines';
import type { ProcessingStatusName } from '@docket/model/processing-status';
import { type Pending, pendingOn, type RunView, runView } from './run-view.ts';
import { RUN_DOING, RUN_NOUNS, standing } from './run-words.ts';

export interface LeadingRun {
  pipeline: Pipeline;
  view: RunView;
}

/** What somebody should see first has the higher rank. */
function rank(view: RunView): number {
  if (view.state === 'running') return view.status.status === 'paused' ? 2 : 3;
  return view.state === 'failed' ? 1 : 0;
}

/** When the run last gave news of itself. */
function freshness(view: RunView): number {
  return view.state === 'none' ? 0 : view.status.last_updated.getTime();
}

/**
 * What is under way comes first, then what is paused, then what has failed, each by its latest news. Where nothing is, it
 * is how the documents were processed. `pending` may hold that of other collections.
 */
export function leadingRun(
  collectionId: string,
  summaries: Collection['processing_status'],
  pending: Pending,
): LeadingRun {
  const runs = PIPELINES.map((pipeline) => ({
    pipeline,
    view: runView(summaries[pipeline], pendingOn(pending, pipeline, collectionId)),
  }));
  const documents: LeadingRun = runs.find(({ pipeline }) => pipeline === 'document_processing') ?? {
    pipeline: 'document_processing',
    view: { state: 'none' },
  };
  return runs
    .filter(({ view }) => rank(view) > 0)
    .reduce((best, run) => {
      const better = rank(run.view) - rank(best.view) || freshness(run.view) - freshness(best.view);
      return better > 0 ? run : best;
    }, documents);
}

/** The badge of a run: its state, and another word for it where that says more. */
export function runBadge({ pipeline, view }: LeadingRun): { status: ProcessingStatusName; label?: string } {
  if (view.state === 'none') return { status: 'idle' };
  const { status } = view.status;
  return status === 'processing' ? { status, label: RUN_DOING[pipeline] } : { status };
}

/** A sentence on how the run goes or why it does not; null where the collection's own results say more. */
export function runSentence({ pipeline, view }: LeadingRun): string | null {
  if (view.state === 'failed') {
    const { error } = view.status;
    return `${RUN_NOUNS[pipeline]} failed. ${error?.message ?? 'Open it to retry.'}`;
  }
  if (view.state !== 'running') return null;
  const { status, progress, current_phase } = view.status;
  if (status === 'paused')
    return `Paused in ${standing(pipeline, view.status)} · ${progress.percentage}%. Open it to resume.`;
  return `${current_phase}… ${progress.percentage}%`;
}
