/** What the runs of each pipeline are called in sentences of the app's pages. */
import type { CollectionTab } from '@docket/model/tabs';
import { type Pipeline, pipelineDefinition } from '@docket/model/pipelines';
import type { ProcessingStatus } from '@docket/model/processing-status';

/** As the first word of a sentence: "Processing failed in phase 4". */
export const RUN_NOUNS: Record<Pipeline, string> = {
  document_processing: 'Processing',
  item_generation: 'Item generation',
  deck_generation: 'Deck generation',
};

/** What a collection is doing while a run is under way, as a badge says it. */
export const RUN_DOING: Record<Pipeline, string> = {
  document_processing: 'Processing',
  item_generation: 'Generating items',
  deck_generation: 'Generating deck',
};

/** The object of the buttons: "Cancel Processing", "Retry Generation". */
export const RUN_DEEDS: Record<Pipeline, string> = {
  document_processing: 'Processing',
  item_generation: 'Generation',
  deck_generation: 'Generation',
};

/** What cancelling a run means for what the person has. */
export const CANCEL_MEANS: Record<Pipeline, string> = {
  document_processing:
    'What this run has found so far will be discarded. Your uploaded files are kept, and you can start again at any time.',
  item_generation:
    'What this run has made so far will be discarded. Your files, earlier items and everything you have edited are kept.',
  deck_generation: 'This deck will not be made. Your items, settings and earlier decks are kept.',
};

/** What is still there after a run has been cancelled. */
export const CANCEL_KEPT: Record<Pipeline, string> = {
  document_processing: 'The uploaded files are kept.',
  item_generation: 'Files, earlier items and your edits are kept.',
  deck_generation: 'Items, settings and earlier decks are kept.',
};

/** What a failed run leaves as it was, and what trying again means. */
export const RETRY_MEANS: Record<Pipeline, string> = {
  document_processing: 'Your files are kept. Retrying resumes there; what is finished is not done again.',
  item_generation:
    'Your files, earlier items and edits are kept. Retrying resumes there; what is finished is not done again.',
  deck_generation:
    'Your items, settings and earlier decks are kept. Retrying resumes there, with the items as they were when this run began.',
};

/** The tab on which a run is started and watched. */
export const RUN_TABS: Record<Pipeline, CollectionTab> = {
  document_processing: 'info',
  item_generation: 'items',
  deck_generation: 'deck',
};

/** Where a run stands, within a sentence: "phase 3 of 6". */
export function standing(pipeline: Pipeline, { progress }: Pick<ProcessingStatus, 'progress'>): string {
  const word = pipelineDefinition(pipeline).stepWord.toLowerCase();
  return `${word} ${progress.phase} of ${progress.total_phases}`;
}
