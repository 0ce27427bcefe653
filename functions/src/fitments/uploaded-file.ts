/** The file that a person has uploaded for a run. */
import { DocketError } from '@docket/model/errors';
import { isNotFound } from '../collections/bucket-objects.ts';
import type { Bucket } from '../collections/remove.ts';
import { checkPartsSize, type PartsFile } from './reading/parts-file.ts';

/** Throws `file_missing`, and `file_empty` or `file_too_large` before anything is downloaded. */
export async function uploadedFile(
  bucket: Bucket,
  { storage_path, file_name: name }: { storage_path: string; file_name: string },
): Promise<PartsFile> {
  const file = bucket.file(storage_path);
  try {
    const [metadata] = await file.getMetadata();
    checkPartsSize(Number(metadata.size ?? 0), name);
    const [bytes] = await file.download({ validation: 'md5' });
    return { bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength), name };
  } catch (error) {
    if (isNotFound(error)) throw new DocketError('file_missing', { file: name }, undefined, { cause: error });
    throw error;
  }
}
