/** Everything that the HTTP API can do. */
import { runOperations } from './runs.ts';
import { workspaceOperations } from './workspaces.ts';

export const OPERATIONS = {
  ...workspaceOperations,
  ...runOperations,
} as const;
export type OperationId = keyof typeof OPERATIONS;
