/** Linesheets and purchase orders in, products, items and decks out. */
import type { collectionOperations } from '@docket/model/api/collections/operations';
import type { Handlers } from '../context.ts';
import { collectionRecordHandlers } from './collections.ts';
import { documentHandlers } from './documents.ts';
import { collectionResultHandlers } from './results.ts';
import { collectionRunHandlers } from './runs.ts';

export const collectionHandlers: Handlers<keyof typeof collectionOperations> = {
  ...collectionRecordHandlers,
  ...documentHandlers,
  ...collectionRunHandlers,
  ...collectionResultHandlers,
};
