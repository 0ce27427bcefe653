/** What deals with each operation. */
import type { Handlers } from './context.ts';
import { fitmentHandlers } from './fitments/handlers.ts';
import { runHandlers } from './runs.ts';
import { workspaceHandlers } from './workspaces.ts';

export const HANDLERS: Handlers = { ...workspaceHandlers, ...runHandlers, ...fitmentHandlers };
