/** Ids of documents as they come from outside, in questions to callable functions. */
import { z } from 'zod';

/** Letters, digits, `-` and `_`, but not what Firestore keeps to itself: `__x__`. */
export const documentIdSchema = z.string().regex(/^(?!__.*__$)[A-Za-z0-9_-]{1,128}$/u);
