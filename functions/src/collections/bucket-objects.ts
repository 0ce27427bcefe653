/** Objects of the bucket that may be missing: nobody has made them yet, or they were removed by age or by a person. */
import { z } from 'zod';
import type { Bucket } from './remove.ts';

/** Admin SDK errors for objects that do not exist. */
const notFoundSchema = z.object({ code: z.literal(404) });

/** Whether `error` says that an object does not exist. */
export function isNotFound(error: unknown): boolean {
  return notFoundSchema.safeParse(error).success;
}

/** The content of the object at `path`, or null when there is none. */
export async function readObject(bucket: Bucket, path: string): Promise<Uint8Array | null> {
  try {
    const [bytes] = await bucket.file(path).download({ validation: 'md5' });
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

/**
 * The value stored at `path`; null when there is none, or when it is not of the expected form: another version of the
 * functions has written it then.
 */
export async function readJson<T>(bucket: Bucket, path: string, schema: z.ZodType<T>): Promise<T | null> {
  const bytes = await readObject(bucket, path);
  if (bytes === null) return null;
  try {
    return schema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Stores `value` at `path`. */
export async function writeJson(bucket: Bucket, path: string, value: unknown): Promise<void> {
  const options = { resumable: false, contentType: 'application/json' };
  await bucket.file(path).save(JSON.stringify(value), options);
}

/**
 * Marks an object as one that may be removed by age: some days after `customTime` (storage.lifecycle.json). Only for what is made
 * again when it is gone. Nothing else has such a time, and clients cannot set it.
 */
export function passing(): { customTime: string } {
  return { customTime: new Date().toISOString() };
}

/** Stores `value` at `path` for a later phase, until it is removed with its run or by age. */
export async function handOverJson(bucket: Bucket, path: string, value: unknown): Promise<void> {
  const options = { resumable: false, contentType: 'application/json', metadata: passing() };
  await bucket.file(path).save(JSON.stringify(value), options);
}
