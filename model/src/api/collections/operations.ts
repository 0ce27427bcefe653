/** Linesheets and purchase orders in, products, items and decks out. */
import type { Operation } from '../operation.ts';
import { collectionRecordOperations } from './collections.ts';
import { documentOperations } from './documents.ts';
import { collectionResultOperations } from './results.ts';
import { collectionRunOperations } from './runs.ts';

export const collectionOperations = {
  ...collectionRecordOperations,
  ...documentOperations,
  ...collectionRunOperations,
  ...collectionResultOperations,
} as const satisfies Record<string, Operation>;
