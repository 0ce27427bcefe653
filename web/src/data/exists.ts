/** Whether a document exists, asked once. */
import { errorCode } from './error-messages.ts';
import type { Database } from './ports.ts';

/**
 * Resolves with the answer of the server: what this browser has stored may have been deleted elsewhere. While the server
 * cannot be reached nothing counts as there, and what is created then is refused if it is. Rejects where it may not be read.
 */
export async function exists(database: Database, path: string): Promise<boolean> {
  try {
    return (await database.fetchDocument(path)) !== null;
  } catch (error) {
    if (errorCode(error) === 'unavailable') return false;
    throw error;
  }
}
