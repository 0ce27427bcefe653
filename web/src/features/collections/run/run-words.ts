/** What the runs of each pipeline are called in sentences of the collection's pages. */
import type { Pipeline } from '@docket/model/pipelines';

/** As the first word of a sentence: "Processing failed in phase 4". */
export const RUN_NOUNS: Record<Pipeline, string> = {
  document_processing: 'Processing',
  item_generation: 'Item generation',
  deck_generation: 'Deck generation',
};

/** What cancelling a run means for what the person has. */
export const CANCEL_MEANS: Record<Pipeline, string> = {
  document_processing:
    'What this run has found so far will be discarded. Your uploaded files are kept, and you can start again at any time.',
  item_generation:
    'What this run has made so far will be discarded. Your files, earlier items and everything you have edited are kept.',
  deck_generation: 'This deck will not be made. Your items, settings and earlier decks are kept.',
};
