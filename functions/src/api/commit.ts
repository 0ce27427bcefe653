/** Carries out what the builders of model/src/commands have built, as a client does. */
import { createHash } from 'node:crypto';
import { ApiProblem } from '@docket/model/api/problem';
import type { Fields, Write } from '@docket/model/commands/write';
import type { DocumentReference, Firestore, Transaction } from 'firebase-admin/firestore';
import { hasStatus } from './grpc-status.ts';

/** What takes writes: a batch, or a transaction. */
interface WriteTarget {
  create(ref: DocumentReference, fields: Fields): unknown;
  set(ref: DocumentReference, fields: Fields): unknown;
  update(ref: DocumentReference, fields: Fields): unknown;
  delete(ref: DocumentReference): unknown;
}

function apply(db: Firestore, target: WriteTarget, writes: readonly Write[]): void {
  for (const write of writes) {
    const ref = db.doc(write.path);
    switch (write.kind) {
      case 'create':
        target.create(ref, write.fields);
        break;
      case 'set':
        target.set(ref, write.fields);
        break;
      case 'update':
        target.update(ref, write.fields);
        break;
      case 'delete':
        target.delete(ref);
        break;
    }
  }
}

/** Throws what a write that the database has refused is to the caller. */
function refuse(error: unknown): never {
  if (hasStatus(error, 'ALREADY_EXISTS'))
    throw new ApiProblem('conflict', 'There is something under this id already.');
  if (hasStatus(error, 'NOT_FOUND'))
    throw new ApiProblem('not_found', 'What was to be changed is not there any more.');
  throw error;
}

/**
 * Writes all or nothing. A document to be created that is there already is a conflict, unless `isRepeated`: ids are made of the
 * idempotency key then, so what is there was written by this very request.
 */
export async function commit(db: Firestore, writes: readonly Write[], isRepeated: boolean): Promise<void> {
  const batch = db.batch();
  apply(db, batch, writes);
  try {
    await batch.commit();
  } catch (error) {
    if (isRepeated && hasStatus(error, 'ALREADY_EXISTS')) return;
    refuse(error);
  }
}

/** What is to be written, and what comes of it. */
export interface Decided<T> {
  writes: readonly Write[];
  result: T;
}

/** Writes what `decide` makes of what it has read, provided that nothing of that has changed; it may be asked several times. */
export async function transact<T>(
  db: Firestore,
  decide: (transaction: Transaction) => Promise<Decided<T>>,
): Promise<T> {
  try {
    return await db.runTransaction(async (transaction) => {
      const { writes, result } = await decide(transaction);
      apply(db, transaction, writes);
      return result;
    });
  } catch (error) {
    return refuse(error);
  }
}

/**
 * An id of 20 characters. With an idempotency key it is made of it, of whose it is and of `label`: the same request makes the
 * same ids whenever it comes.
 */
export function derivedId(key: string, label: string): string {
  return createHash('sha256')
    .update(`${key}\n${label}`)
    .digest('base64url')
    .replaceAll(/[-_]/gu, 'x')
    .slice(0, 20);
}
