/** What a toast says when a run has ended or been paused: pure. */
import type { Collection } from '@docket/model/collection';
import type { Job, JobStatus } from '@docket/model/job';
import type { PipelineOn } from '@docket/model/pipelines';
import { summarise } from '@docket/model/job-summary';
import { COLLECTION_TAB_LABELS, type CollectionTab } from '@docket/model/tabs';
import { CANCEL_KEPT } from '@docket/model/run-words';
import { isOnCollection, RUN_NOUNS, RUN_TABS, standing } from '../features/collections/run/run-words.ts';

export interface Announcement {
  color: 'green' | 'red' | 'yellow' | 'ink';
  title: string;
  message: string;
  /** Where to look, and what the way there is called. */
  link: { tab: CollectionTab; label: string };
  /** Whether the run is over, so that nothing more is to be expected. */
  over: boolean;
}

/** What the announcement says of the run's collection. */
export type Subject = Pick<Collection, 'name' | 'results' | 'categories' | 'item_results' | 'item_count'>;

const figure = (count: number) => count.toLocaleString('en');
const counted = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${figure(count)} ${many}`;

/** What a completed run has made. */
function completed(
  pipeline: PipelineOn<'collection'>,
  subject: Subject,
): Pick<Announcement, 'title' | 'message'> {
  const { name, results, categories, item_results: items } = subject;
  switch (pipeline) {
    case 'document_processing':
      return {
        title: `${name} is ready`,
        message: `${counted(results?.product_count ?? 0, 'product', 'products')} in ${counted(categories.length, 'category', 'categories')}.`,
      };
    case 'item_generation':
      return {
        title: `${name}: ${counted(subject.item_count, 'item', 'items')} generated`,
        message:
          items === null
            ? 'They are in Collection Items.'
            : `${figure(items.created)} created, ${figure(items.updated)} updated, ${figure(items.skipped)} unchanged.`,
      };
    case 'deck_generation':
      return { title: `${name}: deck is ready`, message: 'Download it as PowerPoint or PDF.' };
  }
}

/** The announcement of a run that was in `before` and now is as `job` says; null when there is nothing to announce. */
export function announcement(before: JobStatus | null, job: Job, subject: Subject): Announcement | null {
  const { pipeline } = job;
  if (before === null || before === job.status || !isOnCollection(pipeline)) return null;
  const tab = RUN_TABS[pipeline];
  const open = { tab, label: `Open ${COLLECTION_TAB_LABELS[tab]}` };
  const noun = RUN_NOUNS[pipeline].toLowerCase();
  switch (job.status) {
    case 'completed':
      return { color: 'green', ...completed(pipeline, subject), link: open, over: true };
    case 'failed':
      return {
        color: 'red',
        title: `${subject.name}: ${noun} failed`,
        message: job.error?.message ?? 'Open it to retry.',
        link: open,
        over: true,
      };
    case 'cancelled':
      return {
        color: 'ink',
        title: `${subject.name}: ${noun} cancelled`,
        message: CANCEL_KEPT[pipeline],
        link: open,
        over: true,
      };
    case 'paused':
      return {
        color: 'yellow',
        title: `${subject.name}: ${noun} paused`,
        message: `It waits in ${standing(pipeline, summarise('', job, job.created_at))} until somebody resumes it.`,
        link: open,
        over: false,
      };
    case 'queued':
    case 'processing':
    case 'cancelling':
      return null;
  }
}
