/** The fields that each step writes to an image. Pure: given the image as it is, and the time. */
import {
  contentName,
  type Derivative,
  type Image,
  type ImageError,
  type OriginalFacts,
} from '@docket/model/image';
import { recipeFor } from '@docket/model/image-derivatives';
import { storagePaths } from '@docket/model/paths';

/** Where an image is, and whose it is. */
export interface ImagePlace {
  workspaceId: string;
  imageId: string;
}

/** Whether the thumbnails that `image` has are those of the present recipe, so that they need not be made again. */
export function thumbnailsStand(place: ImagePlace, image: Image): boolean {
  const { content_hash: hash, thumbnail_status: status, thumbnails, derived_token: token } = image;
  if (hash === null || token === null || status !== 'completed' || thumbnails.length === 0) return false;
  const folder = derivedFolder(place, hash, image.flatten);
  return thumbnails.every(({ path }) => path.startsWith(folder));
}

/** Where the files made from content with this hash are, on this background. */
export function derivedFolder(
  { workspaceId, imageId }: ImagePlace,
  hash: string,
  flatten: string | null,
): string {
  return storagePaths.libraryDerivative(workspaceId, imageId, contentName(hash), recipeFor(flatten), '');
}

/** Work begins. `token` is for its derivatives, unless they have one. */
export function begun(place: ImagePlace, image: Image, token: string, now: Date): Partial<Image> {
  const stand = thumbnailsStand(place, image);
  return {
    processing_status: 'processing',
    thumbnail_status: stand ? 'completed' : 'processing',
    variant_status: stand ? 'processing' : 'pending',
    processing_attempts: image.processing_attempts + 1,
    processing_error: null,
    processing_started_at: now,
    processing_completed_at: null,
    waits_for: null,
    derived_token: image.derived_token ?? token,
  };
}

/** What is known of an original once it has been opened. */
export interface OpenedOriginal {
  original: OriginalFacts;
  content_hash: string;
}

/** The thumbnails can be shown. */
export function withThumbnails(opened: OpenedOriginal, thumbnails: Derivative[]): Partial<Image> {
  return { ...opened, thumbnails, thumbnail_status: 'completed', variant_status: 'processing' };
}

/** All is done. */
export function completed(variants: Derivative[], flatten: string | null, now: Date): Partial<Image> {
  return {
    variants,
    variant_status: 'completed',
    processing_status: 'completed',
    processing_completed_at: now,
    recipe: recipeFor(flatten),
  };
}

/** It cannot be done. Thumbnails that are there stay of use. */
export function failed(image: Image, error: ImageError, now: Date): Partial<Image> {
  return {
    processing_status: 'failed',
    thumbnail_status: image.thumbnail_status === 'completed' ? 'completed' : 'failed',
    variant_status: 'failed',
    processing_error: error,
    processing_completed_at: now,
    waits_for: null,
  };
}

/** It waits for its turn, again. Thumbnails that are there stay of use. */
export function queued(image: Image): Partial<Image> {
  return {
    processing_status: 'queued',
    thumbnail_status: image.thumbnail_status === 'completed' ? 'completed' : 'pending',
    variant_status: 'pending',
    processing_error: null,
    processing_completed_at: null,
  };
}

/** The original has been fetched and stored. */
export function fetched(
  original: Pick<Image, 'storage_path' | 'token' | 'size' | 'content_type' | 'file_name'>,
): Partial<Image> {
  return { ...original, waits_for: null };
}

/** A service is left alone for a while. */
export function waiting(service: string, until: Date): Partial<Image> {
  return { waits_for: { service, until } };
}

/**
 * A person has cancelled. What was there before, whole, stays; `keeps` says whether it is. Otherwise nothing does, and the
 * original is shown.
 */
export function cancelled(keeps: boolean, now: Date): Partial<Image> {
  const common = { processing_status: 'cancelled', processing_completed_at: now, waits_for: null } as const;
  return keeps
    ? { ...common, thumbnail_status: 'completed', variant_status: 'completed' }
    : {
        ...common,
        thumbnail_status: 'pending',
        variant_status: 'pending',
        thumbnails: [],
        variants: [],
        recipe: null,
      };
}
