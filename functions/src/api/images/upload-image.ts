/** Images that requests bring, or name by their addresses. */
import { createHash, randomUUID } from 'node:crypto';
import { ApiProblem } from '@docket/model/api/problem';
import { addImportedImage, addUploadedImage } from '@docket/model/commands/image-commands';
import { cutText } from '@docket/model/cut-text';
import { importedImageId, uploadedImageId } from '@docket/model/image';
import { LIMITS } from '@docket/model/limits';
import { paths, storagePaths } from '@docket/model/paths';
import { byHost, nameOfAddress } from '@docket/model/upload/address-list';
import { readImageAddress } from '@docket/model/upload/image-address';
import { judgeImage } from '@docket/model/upload/judge-image';
import { NAME_CHARACTERS } from '@docket/model/upload/new-image';
import { safeObjectName } from '@docket/model/upload/object-name';
import { HEAD_BYTES } from '@docket/model/upload/sniff';
import { sniffImage } from '@docket/model/upload/sniff-image';
import type { RequestContext } from '../context.ts';
import { storeThen } from '../stored-file.ts';
import { type Added, addImages, alreadyAdded } from './add-images.ts';

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * Keeps an image and starts its processing, unless it is there: its id is made of its content. Throws an ApiProblem when it cannot
 * be read.
 */
export async function uploadImage(
  context: RequestContext,
  file: File,
  flatten: string | null,
): Promise<{ imageId: string } & Added> {
  const { bucket, workspaceId, actor } = context;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const fileName = cutText(file.name, NAME_CHARACTERS) || 'image';
  const verdict = judgeImage(fileName, bytes.length, sniffImage(bytes.subarray(0, HEAD_BYTES)));
  if (!verdict.ok) throw new ApiProblem('unprocessable', verdict.reason);
  const imageId = uploadedImageId(sha256(bytes));
  const batch = {
    batchId: context.newId('batch'),
    pipeline: 'image_processing',
    source: 'upload',
  } as const;
  const known = await alreadyAdded(context, batch, imageId);
  if (known !== null) return { imageId, ...known };
  const objectName = `${randomUUID()}-${safeObjectName(fileName)}`;
  const path = storagePaths.libraryOriginal(workspaceId, imageId, objectName);
  const { contentType } = verdict;
  const token = randomUUID();
  const original = { path, contentType, bytes, token };
  const added = await storeThen(context, original, paths.image(workspaceId, imageId), async () => {
    const image = { imageId, fileName, flatten, batchId: batch.batchId };
    const stored = { storagePath: path, token, contentType, size: bytes.length };
    const writes = addUploadedImage(actor, { ...image, ...stored });
    return await addImages(context, batch, [{ imageId, writes }]);
  });
  // Somebody else has added the same meanwhile, with a file of their own.
  if (added.imageIds.size === 0) await bucket.file(path).delete({ ignoreNotFound: true });
  return { imageId, ...added };
}

/** Addresses in groups that are fetched together, in their order: a host that does not answer keeps back its own alone. */
function groupsOf<T extends { url: string }>(addressed: readonly T[]): T[][] {
  return byHost(addressed).flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / LIMITS.imagesPerBatch) }, (_, index) =>
      group.slice(index * LIMITS.imagesPerBatch, (index + 1) * LIMITS.imagesPerBatch),
    ),
  );
}

/** Has the images at `urls` fetched and processed, unless they are there: their ids are made of their addresses. */
export async function importImages(context: RequestContext, urls: readonly string[], flatten: string | null) {
  const spelled = urls.flatMap((text) => {
    const address = readImageAddress(text);
    return address.ok ? [address.url] : [];
  });
  const addressed = [...new Set(spelled)].map((url) => ({ url, imageId: importedImageId(sha256(url)) }));
  const addedIds = new Set<string>();
  const runs: NonNullable<Added['run']>[] = [];
  for (const group of groupsOf(addressed)) {
    // Named by what is in it, so that the same request again comes to the same batches.
    const batchId = context.newId(`batch of ${group.map(({ imageId }) => imageId).join(' ')}`);
    const images = group.map(({ url, imageId }) => ({
      imageId,
      writes: addImportedImage(context.actor, {
        url,
        imageId,
        fileName: cutText(nameOfAddress(url), NAME_CHARACTERS),
        flatten,
        batchId,
      }),
    }));
    const batch = { batchId, pipeline: 'image_import', source: 'import' } as const;
    const { imageIds, run } = await addImages(context, batch, images);
    for (const id of imageIds) addedIds.add(id);
    if (run !== null) runs.push(run);
  }
  return {
    added: addedIds.size,
    known: addressed.length - addedIds.size,
    images: addressed.map(({ url, imageId: id }) => ({ id, url, added: addedIds.has(id) })),
    runs,
  };
}
