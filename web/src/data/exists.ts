/** Whether a document exists, asked once. */
import type { Database } from './ports.ts';

/** Resolves with the first answer of the database; rejects where it may not be read. */
export function exists(database: Database, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const stop = database.watchDocument(path, {
      next(document) {
        resolve(document !== null);
        // The subscription may answer before it is known how to end it.
        queueMicrotask(() => stop());
      },
      error: reject,
    });
  });
}
