/** Everything that the HTTP API can do. */
import { collectionOperations } from './collections/operations.ts';
import { imageOperations } from './images.ts';
import { adminOperations } from './admin.ts';
import { fitmentOperations } from './fitments/operations.ts';
import { inventoryOperations } from './inventory.ts';
import { listingOperations } from './listings.ts';
import { runOperations } from './runs.ts';
import { workspaceOperations } from './workspaces.ts';

export const OPERATIONS = {
  ...workspaceOperations,
  ...runOperations,
  ...collectionOperations,
  ...imageOperations,
  ...listingOperations,
  ...inventoryOperations,
  ...fitmentOperations,
  ...adminOperations,
} as const;
export type OperationId = keyof typeof OPERATIONS;
