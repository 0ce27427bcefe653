/** Which vehicles parts fit, and what people have decided on that. */
import type { Operation } from '../operation.ts';
import { fitmentJobOperations } from './jobs.ts';
import { partOperations } from './parts.ts';
import { fitmentReviewOperations } from './reviews.ts';

export const fitmentOperations = {
  ...partOperations,
  ...fitmentJobOperations,
  ...fitmentReviewOperations,
} as const satisfies Record<string, Operation>;
