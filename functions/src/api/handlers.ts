/** What deals with each operation. */
import { collectionHandlers } from './collections/handlers.ts';
import type { Handlers } from './context.ts';
import { adminHandlers } from './admin.ts';
import { fitmentHandlers } from './fitments/handlers.ts';
import { inventoryHandlers } from './inventory.ts';
import { listingHandlers } from './listings.ts';
import { imageHandlers } from './images/handlers.ts';
import { runHandlers } from './runs.ts';
import { workspaceHandlers } from './workspaces.ts';

export const HANDLERS: Handlers = {
  ...workspaceHandlers,
  ...runHandlers,
  ...collectionHandlers,
  ...imageHandlers,
  ...listingHandlers,
  ...inventoryHandlers,
  ...fitmentHandlers,
  ...adminHandlers,
};
