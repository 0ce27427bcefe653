/** The objects of images in the bucket: originals in, derivatives out. */
import { createHmac } from 'node:crypto';
import { DocketError } from '@docket/model/errors';
import type { Derivative, Image } from '@docket/model/image';
import { derivativeFileName } from '@docket/model/image-derivatives';
import type { Storage } from 'firebase-admin/storage';
import { z } from 'zod';
import { readObject } from '../../collections/bucket-objects.ts';
import type { Bucket } from '../../collections/remove.ts';
import type { DerivedFile } from '../derive/derive-image.ts';
import { eachOf } from './each-of.ts';

/** An object, as it was when it was stored or listed. */
export type StoredObject = ReturnType<ReturnType<Storage['bucket']>['file']>;

/** Objects never change under their name; whoever may see them has the address from Firestore. */
const CACHE_CONTROL = 'private, max-age=31536000, immutable';

/** Removals under way at a time. */
const REMOVALS_AT_ONCE = 20;

/** The original as it came. Throws `image_missing`. */
export async function readOriginal(
  bucket: Bucket,
  { storage_path: path, file_name: file }: Pick<Image, 'storage_path' | 'file_name'>,
): Promise<Uint8Array> {
  const bytes = path === null ? null : await readObject(bucket, path);
  if (bytes === null) throw new DocketError('image_missing', { file }, 'There is no original in Storage.');
  return bytes;
}

/** Stores `bytes` so that the address with `token` opens them. */
export async function storeObject(
  bucket: Bucket,
  path: string,
  { bytes, content_type, token }: { bytes: Uint8Array; content_type: string; token: string },
): Promise<StoredObject> {
  const object = bucket.file(path);
  await object.save(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    resumable: false,
    // Computed natively; the other checksum is not, and costs a worker as much as storing the file.
    validation: 'md5',
    contentType: content_type,
    metadata: {
      cacheControl: CACHE_CONTROL,
      // The token by which the Web SDK's download addresses open an object.
      metadata: { firebaseStorageDownloadTokens: token },
    },
  });
  return object;
}

/** Files that have been stored, as the image names them, and the objects that they are. */
export interface StoredDerivatives {
  derivatives: Derivative[];
  objects: StoredObject[];
}

/** Stores files made from an image in `folder`, all at once. */
export async function storeDerivatives(
  bucket: Bucket,
  folder: string,
  files: readonly DerivedFile[],
  token: string,
): Promise<StoredDerivatives> {
  const derivatives = files.map(
    ({ name, width, height, bytes, content_type }): Derivative => ({
      name,
      path: `${folder}${derivativeFileName(name)}`,
      width,
      height,
      bytes: bytes.byteLength,
      content_type,
    }),
  );
  const objects = await Promise.all(
    files.map(
      async ({ name, bytes, content_type }) =>
        await storeObject(bucket, `${folder}${derivativeFileName(name)}`, { bytes, content_type, token }),
    ),
  );
  return { derivatives, objects };
}

/** Everything under `prefix`, as it is at this moment. */
export async function listObjects(bucket: Bucket, prefix: string): Promise<StoredObject[]> {
  const [objects] = await bucket.getFiles({ prefix });
  return objects;
}

/**
 * Removes objects, each only if it is still what it was when it was stored or listed: another run may have stored a newer
 * one under the same name, which is in use.
 */
export async function removeUnchanged(objects: readonly StoredObject[]): Promise<void> {
  await eachOf(objects, REMOVALS_AT_ONCE, removeOne);
}

async function removeOne(object: StoredObject): Promise<void> {
  const { generation } = object.metadata;
  try {
    await object.delete({
      ignoreNotFound: true,
      ...(generation === undefined ? {} : { ifGenerationMatch: generation }),
    });
  } catch (error) {
    if (!isOtherGeneration(error)) throw error;
  }
}

const preconditionSchema = z.object({ code: z.literal(412) });

function isOtherGeneration(error: unknown): boolean {
  return preconditionSchema.safeParse(error).success;
}

/**
 * A download token for something that a run makes for an image, or what names it: the same on every try, so that a worker
 * that is believed dead and its successor agree, and not to be guessed by whoever knows another one.
 */
export function tokenFor(
  runToken: string,
  imageId: string,
  what: 'original' | 'original name' | 'derived',
): string {
  return createHmac('sha256', runToken).update(`${what} ${imageId}`).digest('hex').slice(0, 32);
}
