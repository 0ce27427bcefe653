/** Which of the chosen collections a pipeline can be started on, and why not on the others. Pure. */
import type { Collection } from '@docket/model/collection';
import type { PipelineOn } from '@docket/model/pipelines';
import type { Start } from '@docket/model/commands/job-commands';
import type { Stored } from '../../../data/reader.ts';
import type { StoredFile } from '../../../data/records.ts';
import { deckBlock } from '@docket/model/starts/deck-block';
import { generateBlock } from '@docket/model/starts/generate-block';
import { isPaused, nextRun, type Pending, pendingOn, runView } from '../run/run-view.ts';
import { startBlock } from '@docket/model/starts/start-block';

/** A chosen collection with what the decision depends on. */
export interface Candidate {
  collection: Stored<Collection>;
  files: readonly StoredFile[];
  /** Files that are still on their way. */
  uploading: number;
}

export interface PlannedStart {
  name: string;
  start: Start;
  /** What happens to what an earlier run has made; null where there is nothing. */
  note: string | null;
}

interface BlockedStart {
  id: string;
  name: string;
  /** As a person reads it: what to do first. */
  reason: string;
}

export interface BatchPlan {
  starts: readonly PlannedStart[];
  blocked: readonly BlockedStart[];
}

const ofKind = (files: readonly StoredFile[], kind: StoredFile['data']['kind']) =>
  files.filter(({ data }) => data.kind === kind);

/** The documents that a run reads; a deck is made of items and reads none. */
function documentsFor(pipeline: PipelineOn<'collection'>, files: readonly StoredFile[]): readonly string[] {
  switch (pipeline) {
    case 'document_processing':
      return files.map(({ id }) => id);
    case 'item_generation':
      return ofKind(files, 'purchase_order').map(({ id }) => id);
    case 'deck_generation':
      return [];
  }
}

/** The reason why `pipeline` cannot be started on the collection; null when it can. */
function blockOf(
  pipeline: PipelineOn<'collection'>,
  { collection, files, uploading }: Candidate,
  pending: Pending,
): string | null {
  const { results, item_count: items, processing_status: summaries } = collection.data;
  const viewOf = (other: PipelineOn<'collection'>) =>
    runView(summaries[other], pendingOn(pending, other, collection.id));
  const runs = (other: PipelineOn<'collection'>) => viewOf(other).state === 'running';
  const pauses = (other: PipelineOn<'collection'>) => isPaused(viewOf(other));
  const [running, paused] = [runs(pipeline), pauses(pipeline)];
  switch (pipeline) {
    case 'document_processing':
      return startBlock({
        kinds: files.map(({ data }) => data.kind),
        uploading,
        running,
        paused,
        mayEdit: true,
      });
    case 'item_generation':
      return generateBlock({
        mayEdit: true,
        running,
        paused,
        processing: runs('document_processing'),
        processingPaused: pauses('document_processing'),
        orders: ofKind(files, 'purchase_order').length,
        uploading,
        products: results?.product_count ?? 0,
      });
    case 'deck_generation':
      if (items === 0) return 'There are no items yet. Generate Items first.';
      return deckBlock({
        items,
        running,
        paused,
        itemsRunning: runs('item_generation'),
        itemsPaused: pauses('item_generation'),
        mayEdit: true,
      });
  }
}

/** What a run does to what is there already. */
function noteOn(
  pipeline: PipelineOn<'collection'>,
  { results, item_results: items }: Collection,
): string | null {
  switch (pipeline) {
    case 'document_processing':
      return results === null ? null : 'Processed before: its products will be replaced.';
    case 'item_generation':
      return items === null ? null : 'Items are there: what has not changed stays as it is.';
    case 'deck_generation':
      return null;
  }
}

/** What starting `pipeline` on all candidates comes to. `pending` may hold that of other collections. */
export function planBatch(
  pipeline: PipelineOn<'collection'>,
  candidates: readonly Candidate[],
  pending: Pending,
): BatchPlan {
  const starts: PlannedStart[] = [];
  const blocked: BlockedStart[] = [];
  for (const candidate of candidates) {
    const { id, data } = candidate.collection;
    const reason = blockOf(pipeline, candidate, pending);
    if (reason !== null) blocked.push({ id, name: data.name, reason });
    else {
      const run = nextRun(data.processing_status[pipeline], pendingOn(pending, pipeline, id));
      const documentIds = documentsFor(pipeline, candidate.files);
      starts.push({
        name: data.name,
        start: { pipeline, collectionId: id, run, documentIds },
        note: noteOn(pipeline, data),
      });
    }
  }
  return { starts, blocked };
}

/** A start that was refused, with the reason. */
export interface RefusedStart {
  name: string;
  reason: string;
}

export interface BatchReport {
  color: 'green' | 'red' | 'yellow';
  title: string;
  message: string;
}

/** What a toast says when the server has answered all starts. */
export function batchReport(started: number, refused: readonly RefusedStart[]): BatchReport {
  const message = refused.map(({ name, reason }) => `${name}: ${reason}`).join(' ');
  if (refused.length === 0)
    return {
      color: 'green',
      title: `${started} started`,
      message: 'They run in the background, each on its own.',
    };
  const failures = `${refused.length} could not be started`;
  return started === 0
    ? { color: 'red', title: failures, message }
    : { color: 'yellow', title: `${started} started, ${failures}`, message };
}
