/** Points in time as documents carry them: a `Date` in code, a Firestore Timestamp at rest. */
import { z } from 'zod';

/** What the Web SDK and the Admin SDK both return for a stored Timestamp. */
const timestampLike = z.custom<{ toDate(): Date }>(
  (value) =>
    typeof value === 'object' && value !== null && 'toDate' in value && typeof value.toDate === 'function',
);

/**
 * A point in time. Reads a `Date` or either SDK's Timestamp and yields a `Date`; both SDKs store a `Date` as a
 * Timestamp, so a parsed document can be written back as it is.
 */
export const instant = z.union([z.date(), timestampLike.transform((timestamp) => timestamp.toDate())]);
