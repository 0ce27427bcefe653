/** Carries out what the builders of model/src/commands have built, as a client does. */
import { createHash } from 'node:crypto';
import { ApiProblem } from '@docket/model/api/problem';
import type { Write } from '@docket/model/commands/write';
import type { Firestore } from 'firebase-admin/firestore';
import { hasStatus } from './grpc-status.ts';

/**
 * Writes all or nothing. A document to be created that is there already is a conflict, unless `isRepeated`: ids are made of the
 * idempotency key then, so what is there was written by this very request.
 */
export async function commit(db: Firestore, writes: readonly Write[], isRepeated: boolean): Promise<void> {
  const batch = db.batch();
  for (const write of writes) {
    const ref = db.doc(write.path);
    switch (write.kind) {
      case 'create':
        batch.create(ref, write.fields);
        break;
      case 'set':
        batch.set(ref, write.fields);
        break;
      case 'update':
        batch.update(ref, write.fields);
        break;
      case 'delete':
        batch.delete(ref);
        break;
    }
  }
  try {
    await batch.commit();
  } catch (error) {
    if (hasStatus(error, 'ALREADY_EXISTS')) {
      if (isRepeated) return;
      throw new ApiProblem('conflict', 'There is something under this id already.');
    }
    if (hasStatus(error, 'NOT_FOUND'))
      throw new ApiProblem('not_found', 'What was to be changed is not there any more.');
    throw error;
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
