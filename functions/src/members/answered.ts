/** What becomes of failures in functions that people call: a sentence for them, the rest for the log. */
import { HttpsError } from 'firebase-functions/https';
import { errorText } from '../engine/error-text.ts';
import type { Log } from '../engine/ports.ts';

/** The answer of `work`. Throws nothing but HttpsErrors; `what` says in the log what was wanted. */
export async function answered<T>(log: Log, what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof HttpsError) throw error;
    log.error({ error: errorText(error) }, `no answer: ${what}`);
    throw new HttpsError('unavailable', 'That did not work just now. Try again in a moment.');
  }
}
