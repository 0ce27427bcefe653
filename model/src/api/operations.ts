/** Everything that the HTTP API can do. */
import { fitmentOperations } from './fitments/operations.ts';
import { runOperations } from './runs.ts';
import { workspaceOperations } from './workspaces.ts';

export const OPERATIONS = {
  ...workspaceOperations,
  ...runOperations,
  ...fitmentOperations,
} as const;
export type OperationId = keyof typeof OPERATIONS;
