/** The embedded Firestore as production would be: without the indexes of `firestore.indexes.json` no query is answered. */
import path from 'node:path';
import { type RunningServer, startServer } from '@docket/emulator/server';

const indexesFile = path.resolve(import.meta.dirname, '../../firestore.indexes.json');

/** Starts one on a free port, with no documents and no rules. */
export async function startDatabase(): Promise<RunningServer> {
  return await startServer({ indexesFile });
}
