/** Emptying databases, or parts of them, as tests and the Emulator UI ask for it. Above the rules. */
import { z } from 'zod';
import { owner } from '../access/caller.ts';
import type { Write } from '../commit/write.ts';
import { defineMethod, type Method } from './method.ts';
import type { OpenDatabase } from './server-state.ts';

const deletesPerCommit = 500;

/** Removes everything and ends the transactions. */
export function clearAll({ database, transactions }: OpenDatabase): void {
  transactions.endAll();
  database.clear(owner);
}

/** Deletes what is at `name`, a document's or a collection's, and everything below. */
export function clearBelow({ database }: OpenDatabase, name: string): void {
  const deletes: Write[] = [];
  for (const document of database.present().table.everything().documents()) {
    if (document.name === name || document.name.startsWith(`${name}/`)) {
      const { segments } = document;
      deletes.push({ kind: 'delete', name: document.name, segments, precondition: { kind: 'none' } });
    }
  }
  for (let start = 0; start < deletes.length; start += deletesPerCommit) {
    database.commit(deletes.slice(start, start + deletesPerCommit), owner, () => {});
  }
}

/** The gRPC method `google.firestore.emulator.v1.FirestoreEmulator/ClearData` of Google's emulator. */
export const clearData: Method = defineMethod({
  schema: z.object({ database: z.string() }),
  within: (request) => request.database,
  run: (context) => {
    clearAll(context);
    return [{}];
  },
});
