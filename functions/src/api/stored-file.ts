/** A file that a request brings: stored as an upload of a page is, and gone again when nothing comes of it. */
import { randomUUID } from 'node:crypto';
import type { Write } from '@docket/model/commands/write';
import type { RequestContext } from './context.ts';

export interface StoredFile {
  /** In Storage. */
  path: string;
  contentType: string;
  bytes: Uint8Array;
  /** Opens it. Absent: nobody needs to know it. */
  token?: string;
}

/**
 * Stores `file`, then writes. When that comes to nothing the file is removed: one without its record is of no use to anybody. An
 * answer that was lost may hide that all was written: the record at `recordPath` says.
 */
export async function storeAndCommit(
  context: Pick<RequestContext, 'bucket' | 'db' | 'commit'>,
  file: StoredFile,
  recordPath: string,
  writes: readonly Write[],
): Promise<void> {
  await storeThen(context, file, recordPath, async () => await context.commit(writes));
}

/** As `storeAndCommit`, with whatever writes the record. */
export async function storeThen<T>(
  { bucket, db }: Pick<RequestContext, 'bucket' | 'db'>,
  { path, bytes, contentType, token = randomUUID() }: StoredFile,
  recordPath: string,
  write: () => Promise<T>,
): Promise<T> {
  const object = bucket.file(path);
  await object.save(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    resumable: false,
    // Computed natively; the other checksum is not.
    validation: 'md5',
    contentType,
    // Uploads of pages get one by themselves.
    metadata: { metadata: { firebaseStorageDownloadTokens: token } },
  });
  try {
    return await write();
  } catch (error) {
    const record = await db.doc(recordPath).get();
    if (!record.exists) await object.delete({ ignoreNotFound: true });
    throw error;
  }
}
