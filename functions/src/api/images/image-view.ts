/** How images of the library are shown. */
import type { ImageStatusView, ImageView } from '@docket/model/api/images';
import { ApiProblem } from '@docket/model/api/problem';
import { type Derivative, type Image, imageSchema } from '@docket/model/image';
import { paths } from '@docket/model/paths';
import { pictureSource } from '@docket/model/picture-source';
import type { RequestContext } from '../context.ts';

/** Throws an ApiProblem when there is none. */
export async function readImage({ db, workspaceId }: RequestContext, id: string): Promise<Image> {
  const image = imageSchema.safeParse((await db.doc(paths.image(workspaceId, id)).get()).data()).data;
  if (image === undefined) throw new ApiProblem('not_found', 'There is no such image.');
  return image;
}

/** How far the processing of an image is, and the addresses of its files. */
export function statusFieldsOf(
  image: Image,
  download: RequestContext['download'],
): Omit<ImageStatusView, 'id' | 'run_id'> {
  const { storage_path: path, token, derived_token: derivedToken, processing_error: error } = image;
  const files = (derivatives: readonly Derivative[]) =>
    derivedToken === null
      ? []
      : derivatives.map(({ path: file, ...facts }) => ({ ...facts, url: download(file, derivedToken) }));
  return {
    processing_status: image.processing_status,
    thumbnail_status: image.thumbnail_status,
    variant_status: image.variant_status,
    attempts: image.processing_attempts,
    error: error === null ? null : { code: error.code, message: error.message },
    started_at: image.processing_started_at,
    completed_at: image.processing_completed_at,
    original_url: path === null || token === null ? null : download(path, token),
    best_url: pictureSource(image, null, download)?.src ?? null,
    thumbnails: files(image.thumbnails),
    variants: files(image.variants),
  };
}

export function imageViewOf(id: string, image: Image, download: RequestContext['download']): ImageView {
  const { file_name, content_type, size, source, flatten, uploaded_by, uploaded_at, original } = image;
  return {
    id,
    file_name,
    content_type,
    size,
    width: original?.width ?? null,
    height: original?.height ?? null,
    source_url: source.kind === 'url' ? source.url : null,
    flatten,
    uploaded_by,
    uploaded_at,
    ...statusFieldsOf(image, download),
  };
}
