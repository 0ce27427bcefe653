/** The runs of a collection: documents to products, products to items, items to decks. */
import type { collectionRunOperations } from '@docket/model/api/collections/runs';
import { ApiProblem } from '@docket/model/api/problem';
import { LIMITS } from '@docket/model/limits';
import { phaseNumber, pipelineDefinition, type PipelineOn } from '@docket/model/pipelines';
import { deckBlock } from '@docket/model/starts/deck-block';
import { generateBlock } from '@docket/model/starts/generate-block';
import { startBlock } from '@docket/model/starts/start-block';
import type { Handlers, RequestContext } from '../context.ts';
import { namedIds } from '../references.ts';
import { latestStatus, runUrl } from '../run-view.ts';
import { requestRun } from '../runs.ts';
import { type RunStart, startRun } from '../start-run.ts';
import {
  occupationBy,
  readCollection,
  readDocuments,
  refuseBlocked,
  type StoredDocument,
} from './read-collection.ts';

type CollectionPipeline = PipelineOn<'collection'>;

async function start(context: RequestContext, wanted: RunStart & { pipeline: CollectionPipeline }) {
  const runId = await startRun(context, wanted);
  return { run_id: runId, status_url: runUrl(context.workspaceId, runId) };
}

/** The documents that a run is to read. Throws an ApiProblem when those that were named are not of use. */
function chosenIds(documents: readonly StoredDocument[], named: readonly string[] | undefined): string[] {
  if (named === undefined) {
    if (documents.length > LIMITS.documentsPerCollection)
      throw new ApiProblem(
        'unprocessable',
        `A run reads up to ${LIMITS.documentsPerCollection} documents. Name those that it is to read.`,
      );
    return documents.map(({ id }) => id);
  }
  const missing = named.filter((id) => !documents.some((document) => document.id === id));
  if (missing.length > 0)
    throw new ApiProblem('unprocessable', `The collection has no such documents: ${namedIds(missing)}.`);
  const chosen = documents.filter(({ id }) => named.includes(id));
  if (!chosen.some(({ data }) => data.kind === 'linesheet'))
    throw new ApiProblem(
      'unprocessable',
      'None of these documents is a linesheet: products are read from linesheets.',
    );
  return chosen.map(({ id }) => id);
}

/** Starts to process documents, as the button of the page does. Throws an ApiProblem that says what to do first. */
export async function startProcessing(
  context: RequestContext,
  collectionId: string,
  { hint, documentIds }: { hint?: string | undefined; documentIds?: readonly string[] | undefined },
) {
  const collection = await readCollection(context, collectionId);
  const [documents, processing] = await Promise.all([
    readDocuments(context, collectionId),
    occupationBy(context, collectionId, 'document_processing', collection),
  ]);
  const kinds = documents.map(({ data }) => data.kind);
  refuseBlocked(startBlock({ kinds, uploading: 0, ...processing, mayEdit: true }), processing);
  const said = hint?.trim() ?? '';
  return await start(context, {
    pipeline: 'document_processing',
    subjectId: collectionId,
    input: { document_ids: chosenIds(documents, documentIds), ...(said === '' ? {} : { hint: said }) },
  });
}

async function startItems(context: RequestContext, collectionId: string, from: 'start' | 'columns') {
  const collection = await readCollection(context, collectionId);
  const [documents, processing, generation] = await Promise.all([
    readDocuments(context, collectionId),
    occupationBy(context, collectionId, 'document_processing', collection),
    occupationBy(context, collectionId, 'item_generation', collection),
  ]);
  const orders = documents.filter(({ data }) => data.kind === 'purchase_order');
  const block = generateBlock({
    mayEdit: true,
    running: generation.running,
    paused: generation.paused,
    processing: processing.running,
    processingPaused: processing.paused,
    orders: orders.length,
    uploading: 0,
    products: collection.results?.product_count ?? 0,
  });
  refuseBlocked(block, generation, processing);
  return await start(context, {
    pipeline: 'item_generation',
    subjectId: collectionId,
    input: { document_ids: orders.slice(0, LIMITS.documentsPerCollection).map(({ id }) => id) },
    ...(from === 'columns' ? { fromPhase: phaseNumber('item_generation', 'identify_columns') } : {}),
  });
}

async function startDeck(context: RequestContext, collectionId: string) {
  const collection = await readCollection(context, collectionId);
  const [items, deck] = await Promise.all([
    occupationBy(context, collectionId, 'item_generation', collection),
    occupationBy(context, collectionId, 'deck_generation', collection),
  ]);
  if (collection.item_count === 0)
    throw new ApiProblem('conflict', 'There are no items yet. Generate Items first.');
  const block = deckBlock({
    // How many of them are left out, and whether the rest are too many, the run itself finds.
    items: Math.min(collection.item_count, LIMITS.itemsPerDeck),
    running: deck.running,
    paused: deck.paused,
    itemsRunning: items.running,
    itemsPaused: items.paused,
    mayEdit: true,
  });
  refuseBlocked(block, deck, items);
  return await start(context, {
    pipeline: 'deck_generation',
    subjectId: collectionId,
    input: { document_ids: [] },
  });
}

/** Asks that the latest run of `pipeline` be cancelled. Throws an ApiProblem when none is at work. */
async function cancel(context: RequestContext, collectionId: string, pipeline: CollectionPipeline) {
  const collection = await readCollection(context, collectionId);
  const { running, runId } = await occupationBy(context, collectionId, pipeline, collection);
  if (!running || runId === null)
    throw new ApiProblem('conflict', `“${pipelineDefinition(pipeline).label}” is not at work on this.`);
  return await requestRun(context, runId, 'cancel');
}

export const collectionRunHandlers: Handlers<keyof typeof collectionRunOperations> = {
  processDocuments: async ({ path: { collection_id: id }, body }, context) =>
    await startProcessing(context, id, { hint: body.hint, documentIds: body.document_ids }),
  cancelProcessing: async ({ path: { collection_id: id } }, context) =>
    await cancel(context, id, 'document_processing'),
  generateItems: async ({ path: { collection_id: id }, body: { from } }, context) =>
    await startItems(context, id, from),
  cancelItemGeneration: async ({ path: { collection_id: id } }, context) =>
    await cancel(context, id, 'item_generation'),
  generateDeck: async ({ path: { collection_id: id } }, context) => await startDeck(context, id),
  cancelDeckGeneration: async ({ path: { collection_id: id } }, context) =>
    await cancel(context, id, 'deck_generation'),
  getProcessingStatus: async ({ path: { collection_id: id } }, context) => {
    const { processing_status: summaries } = await readCollection(context, id);
    const status = async (pipeline: CollectionPipeline) =>
      await latestStatus(context, id, pipeline, summaries[pipeline]);
    const [documents, items, deck] = await Promise.all([
      status('document_processing'),
      status('item_generation'),
      status('deck_generation'),
    ]);
    return { document_processing: documents, item_generation: items, deck_generation: deck };
  },
};
