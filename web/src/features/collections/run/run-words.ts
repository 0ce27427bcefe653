/** What the runs of each pipeline are called in sentences of the app's pages. */
import type { CollectionTab } from '@docket/model/tabs';
import {
  type Pipeline,
  pipelineDefinition,
  type PipelineOn,
  type SubjectType,
} from '@docket/model/pipelines';
import type { Job } from '@docket/model/job';
import type { ProcessingStatus } from '@docket/model/processing-status';
import { urls } from '../../../urls.ts';

/** As the first word of a sentence: "Processing failed in phase 4". */
export const RUN_NOUNS: Record<Pipeline, string> = {
  document_processing: 'Processing',
  item_generation: 'Item generation',
  deck_generation: 'Deck generation',
  image_processing: 'Image processing',
  image_import: 'Image import',
  image_backfill: 'Backfill',
  inventory_import: 'Inventory import',
  listing_analysis: 'Photo analysis',
  fitment_generation: 'Fitment generation',
  parts_import: 'Parts import',
  vehicle_import: 'Vehicle import',
};

/** What a collection is doing while a run is under way, as a badge says it. */
export const RUN_DOING: Record<Pipeline, string> = {
  document_processing: 'Processing',
  item_generation: 'Generating items',
  deck_generation: 'Generating deck',
  image_processing: 'Processing images',
  image_import: 'Importing images',
  image_backfill: 'Backfilling images',
  inventory_import: 'Importing inventory',
  listing_analysis: 'Analysing photos',
  fitment_generation: 'Generating fitments',
  parts_import: 'Importing parts',
  vehicle_import: 'Importing vehicles',
};

/** The object of the buttons: "Cancel Processing", "Retry Generation". */
export const RUN_DEEDS: Record<Pipeline, string> = {
  document_processing: 'Processing',
  item_generation: 'Generation',
  deck_generation: 'Generation',
  image_processing: 'Processing',
  image_import: 'Import',
  image_backfill: 'Backfill',
  inventory_import: 'Import',
  listing_analysis: 'Analysis',
  fitment_generation: 'Generation',
  parts_import: 'Import',
  vehicle_import: 'Import',
};

/** What cancelling a run means for what the person has. */
export const CANCEL_MEANS: Record<Pipeline, string> = {
  document_processing:
    'What this run has found so far will be discarded. Your uploaded files are kept, and you can start again at any time.',
  item_generation:
    'What this run has made so far will be discarded. Your files, earlier items and everything you have edited are kept.',
  deck_generation: 'This deck will not be made. Your items, settings and earlier decks are kept.',
  image_processing:
    'Images that are not finished stay as they were uploaded. You can process them again at any time.',
  image_import: 'Images that have not been fetched yet stay empty. You can import them again at any time.',
  image_backfill: 'No further batches are started. Those that were started go on.',
  inventory_import:
    'Rows that have not been imported yet are left out. You can import the file again at any time.',
  listing_analysis:
    'No further suggestions are made. What you have filled in is kept, and you can have the photos analysed again at any time.',
  fitment_generation:
    'What this job has found so far will be discarded. Your parts and files are kept, and you can create another job at any time.',
  parts_import: 'Parts that have not been saved yet are left out. You can import the file again at any time.',
  vehicle_import: 'Your vehicle table stays as it is. You can import the file again at any time.',
};

/** The tab on which a run on a collection is started and watched. */
export const RUN_TABS: Record<PipelineOn<'collection'>, CollectionTab> = {
  document_processing: 'info',
  item_generation: 'items',
  deck_generation: 'deck',
};

/** Where a run stands, within a sentence: "phase 3 of 6". */
export function standing(pipeline: Pipeline, { progress }: Pick<ProcessingStatus, 'progress'>): string {
  const word = pipelineDefinition(pipeline).stepWord.toLowerCase();
  return `${word} ${progress.phase} of ${progress.total_phases}`;
}

/** Whether runs of `pipeline` are about a collection. */
export function isOnCollection(pipeline: Pipeline): pipeline is PipelineOn<'collection'> {
  return pipelineDefinition(pipeline).subject === 'collection';
}

/** What subjects are called that have no name of their own; null: theirs is to be looked up. */
export const SUBJECT_NOUNS: Record<SubjectType, string | null> = {
  collection: null,
  image_batch: 'Images',
  backfill: 'All images',
  inventory_import: 'Inventory',
  listing: 'Item',
  fitment_job: 'Fitments',
  parts_import: 'Parts',
  vehicle_import: 'Vehicles',
};

/** Whether a run is about a batch of images: many of them together are one thing to a person. */
export function isOnImages(pipeline: Pipeline): pipeline is PipelineOn<'image_batch'> {
  return pipelineDefinition(pipeline).subject === 'image_batch';
}

/** The page on which a run is watched. */
export function runUrl(workspace: string, { pipeline, subject }: Pick<Job, 'pipeline' | 'subject'>): string {
  if (isOnCollection(pipeline)) return urls.collection(workspace, subject.id, RUN_TABS[pipeline]);
  if (pipeline === 'inventory_import') return urls.inventory(workspace);
  if (pipeline === 'listing_analysis') return urls.listing(workspace, subject.id);
  if (pipeline === 'fitment_generation') return urls.fitmentJob(workspace, subject.id);
  if (pipeline === 'parts_import') return urls.partsImport(workspace, subject.id);
  if (pipeline === 'vehicle_import') return urls.vehicles(workspace);
  return pipeline === 'image_backfill' ? urls.queue(workspace) : urls.images(workspace);
}
