/** Commits of several documents, as the tests of the rules make them. */
import { doc, type Firestore, writeBatch } from 'firebase/firestore';
import { decisionOn } from './firestore-stand.ts';
import type { Fields } from './valid-writes.ts';

/** One write of a commit. `change` is refused where nothing is; `put` takes the place of what is there. */
export type Write =
  | { kind: 'put'; path: string; fields: Fields }
  | { kind: 'change'; path: string; fields: Fields }
  | { kind: 'remove'; path: string };

export const put = (path: string, fields: Fields): Write => ({ kind: 'put', path, fields });
export const change = (path: string, fields: Fields): Write => ({ kind: 'change', path, fields });
export const remove = (path: string): Write => ({ kind: 'remove', path });

/** Writes all of it, or nothing. */
export function commit(db: Firestore, writes: readonly Write[]): Promise<void> {
  const batch = writeBatch(db);
  for (const write of writes) {
    switch (write.kind) {
      case 'put':
        batch.set(doc(db, write.path), write.fields);
        break;
      case 'change':
        batch.update(doc(db, write.path), write.fields);
        break;
      case 'remove':
        batch.delete(doc(db, write.path));
        break;
    }
  }
  return batch.commit();
}

/** How the rules decide a commit. */
export function decisionOnCommit(db: Firestore, writes: readonly Write[]): Promise<'allowed' | 'refused'> {
  return decisionOn(commit(db, writes));
}
