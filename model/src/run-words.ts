/** What the end of a run means for what a person has: said on pages and in mails alike. */
import type { Pipeline } from './pipelines.ts';

/** Where the results of a completed run are. */
export const RESULTS_ARE: Record<Pipeline, string> = {
  document_processing: 'Categories and products are waiting in the collection.',
  item_generation: 'The items are waiting in the collection.',
  deck_generation: 'The deck is waiting as PowerPoint and PDF.',
  image_processing: 'The images are in the library.',
  image_import: 'The images are in the library.',
  image_backfill:
    'A batch was started for all images that lacked something; the queue shows how they get on.',
  inventory_import:
    'The items are in the inventory. Rows that were not in order are listed with their reasons.',
  listing_analysis: 'The suggestions are waiting in the form.',
  fitment_generation: 'The fitments are waiting to be reviewed.',
  parts_import: 'The parts are in the list. Rows that were not in order are listed with their reasons.',
  vehicle_import: 'The vehicle table is in use.',
};

/** What is still there after a run has been cancelled. */
export const CANCEL_KEPT: Record<Pipeline, string> = {
  document_processing: 'The uploaded files are kept.',
  item_generation: 'Files, earlier items and your edits are kept.',
  deck_generation: 'Items, settings and earlier decks are kept.',
  image_processing: 'The uploaded images are kept.',
  image_import: 'What was fetched is kept.',
  image_backfill: 'What was finished is kept.',
  inventory_import: 'What was imported is kept.',
  listing_analysis: 'Photos and what you have filled in are kept.',
  fitment_generation: 'Parts and files are kept.',
  parts_import: 'What was imported is kept.',
  vehicle_import: 'Your vehicle table is as it was.',
};

/** What a failed run leaves as it was, and what trying again means. */
export const RETRY_MEANS: Record<Pipeline, string> = {
  document_processing: 'Your files are kept. Retrying resumes there; what is finished is not done again.',
  item_generation:
    'Your files, earlier items and edits are kept. Retrying resumes there; what is finished is not done again.',
  deck_generation:
    'Your items, settings and earlier decks are kept. Retrying resumes there, with the items as they were when this run began.',
  image_processing: 'Your images are kept. Retrying takes up those that are not finished.',
  image_import: 'What was fetched is kept. Retrying takes up the rest.',
  image_backfill: 'What is finished is not done again.',
  inventory_import: 'What was imported is kept. Retrying takes up the rest.',
  listing_analysis: 'Photos and what you have filled in are kept. Retrying resumes there.',
  fitment_generation:
    'Your parts and files are kept. Retrying resumes there; what is finished is not done again.',
  parts_import: 'What was imported is kept. Retrying takes up the rest.',
  vehicle_import: 'Your vehicle table is as it was. Retrying resumes there.',
};
