/** What the operations on collections read first. */
import { ApiProblem } from '@docket/model/api/problem';
import { type Collection, collectionSchema } from '@docket/model/collection';
import { type CollectionDocument, documentSchema } from '@docket/model/document';
import { paths } from '@docket/model/paths';
import type { PipelineOn } from '@docket/model/pipelines';
import type { RequestContext } from '../context.ts';
import { latestStatus } from '../run-view.ts';

/** Said of collections that are not there, or cannot be read. */
export function noSuchCollection(): ApiProblem {
  return new ApiProblem('not_found', 'There is no such collection.');
}

/** Throws an ApiProblem when there is none. */
export async function readCollection({ db, workspaceId }: RequestContext, id: string): Promise<Collection> {
  const snapshot = await db.doc(paths.collection(workspaceId, id)).get();
  const collection = collectionSchema.safeParse(snapshot.data()).data;
  if (collection === undefined) throw noSuchCollection();
  return collection;
}

export interface StoredDocument {
  id: string;
  data: CollectionDocument;
}

/** The documents of a collection, in the order in which they came. */
export async function readDocuments(
  { db, workspaceId }: RequestContext,
  collectionId: string,
): Promise<StoredDocument[]> {
  const { docs } = await db.collection(paths.documents(workspaceId, collectionId)).get();
  return docs
    .flatMap((document) => {
      const data = documentSchema.safeParse(document.data()).data;
      return data === undefined ? [] : [{ id: document.id, data }];
    })
    .toSorted((a, b) => a.data.uploaded_at.getTime() - b.data.uploaded_at.getTime());
}

/** Whether a pipeline occupies a collection. */
export interface Occupation {
  running: boolean;
  paused: boolean;
  /** The latest run; null when there was none. */
  runId: string | null;
}

/** Asks whether `pipeline` is at work on a collection, one that was just started included. */
export async function occupationBy(
  context: RequestContext,
  collectionId: string,
  pipeline: PipelineOn<'collection'>,
  { processing_status: summaries }: Collection,
): Promise<Occupation> {
  const { status, run_id: runId } = await latestStatus(context, collectionId, pipeline, summaries[pipeline]);
  const paused = status === 'paused';
  return { running: paused || status === 'queued' || status === 'processing', paused, runId };
}

/** Throws an ApiProblem with the sentence `block`, unless it is null. One of `occupations` may be what stands in the way. */
export function refuseBlocked(block: string | null, ...occupations: readonly Occupation[]): void {
  if (block === null) return;
  const runId = occupations.find(({ running }) => running)?.runId ?? null;
  throw runId === null
    ? new ApiProblem('conflict', block)
    : new ApiProblem('already_running', block, { run_id: runId });
}
