/** Which vehicles parts fit, and what is decided on that. */
import type { fitmentOperations } from '@docket/model/api/fitments/operations';
import type { Handlers } from '../context.ts';
import { fitmentJobHandlers } from './jobs.ts';
import { partHandlers } from './parts.ts';
import { fitmentReviewHandlers } from './reviews.ts';

export const fitmentHandlers: Handlers<keyof typeof fitmentOperations> = {
  ...partHandlers,
  ...fitmentJobHandlers,
  ...fitmentReviewHandlers,
};
