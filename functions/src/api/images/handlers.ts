/** The library of images. */
import type { imageOperations } from '@docket/model/api/images';
import { deleteImages } from '@docket/model/commands/image-commands';
import { type Image, imageSchema } from '@docket/model/image';
import { paths } from '@docket/model/paths';
import { type OpenRun, openRunsOf } from '../../images/open-runs.ts';
import type { Handlers, RequestContext } from '../context.ts';
import { readPage } from '../pages.ts';
import { imageViewOf, readImage, statusFieldsOf } from './image-view.ts';
import { retryImage } from './retry-image.ts';
import { importImages, uploadImage } from './upload-image.ts';

/** The latest run that will still deal with an image; null when there is none. */
async function runOf({ db, workspaceId }: RequestContext, id: string): Promise<OpenRun | null> {
  const open = (await openRunsOf(db, workspaceId, [id])).get(id) ?? [];
  const [latest] = open
    .filter(({ isAtWork }) => isAtWork)
    .toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  return latest ?? null;
}

/** Whether `run` was started after the image had come to the end that it shows. */
function isAgain({ processing_completed_at: ended }: Image, run: OpenRun | null): boolean {
  return run !== null && ended !== null && run.createdAt > ended;
}

export const imageHandlers: Handlers<keyof typeof imageOperations> = {
  listImages: async ({ query: { status, ...wish } }, { db, workspaceId, download }) => {
    const images = db.collection(paths.images(workspaceId));
    const wanted = status === undefined ? images : images.where('processing_status', '==', status);
    return await readPage(images, wanted.orderBy('uploaded_at', 'desc'), wish, (document) => {
      const image = imageSchema.safeParse(document.data()).data;
      return image === undefined ? null : imageViewOf(document.id, image, download);
    });
  },
  uploadImage: async ({ body: { file, flatten = null } }, context) => {
    const { imageId, imageIds, run } = await uploadImage(context, file, flatten);
    const image = imageViewOf(imageId, await readImage(context, imageId), context.download);
    return { image, added: imageIds.has(imageId), run };
  },
  importImages: async ({ body: { urls, flatten = null } }, context) =>
    await importImages(context, urls, flatten),
  getImage: async ({ path: { image_id: id } }, context) =>
    imageViewOf(id, await readImage(context, id), context.download),
  getImageProcessingStatus: async ({ path: { image_id: id } }, context) => {
    const [image, run] = await Promise.all([readImage(context, id), runOf(context, id)]);
    const shown = statusFieldsOf(image, context.download);
    const again = isAgain(image, run) ? { processing_status: 'queued' as const, error: null } : {};
    return { id, ...shown, ...again, run_id: run?.id ?? null };
  },
  retryImageProcessing: async ({ path: { image_id: id } }, context) => await retryImage(context, id),
  deleteImage: async ({ path: { image_id: id } }, context) => {
    await readImage(context, id);
    await context.commit(deleteImages(context.workspaceId, [id]));
    return { id, deleted: true as const };
  },
};
