/**
 * An image of the library, `workspaces/{workspace}/images/{image}`. A client creates it when its file has arrived in
 * Storage, or with the address that it is to be fetched from; everything else is written by the functions.
 *
 * The id of an uploaded image is made of its content (`uploadedImageId`), that of a fetched one of its address
 * (`importedImageId`), so that adding the same once more adds nothing.
 */
import { z } from 'zod';
import { errorCodeSchema } from './errors.ts';
import { DERIVATIVE_NAMES, recipeFor } from './image-derivatives.ts';
import { instant } from './time.ts';

export const IMAGE_PROCESSING_STATUSES = [
  'queued',
  'processing',
  'completed',
  'failed',
  'cancelled',
] as const;
export const imageProcessingStatusSchema = z.enum(IMAGE_PROCESSING_STATUSES);
export type ImageProcessingStatus = z.infer<typeof imageProcessingStatusSchema>;

/** How far the thumbnails, or the variants, of an image are. */
export const IMAGE_PART_STATUSES = ['pending', 'processing', 'completed', 'failed'] as const;
export const imagePartStatusSchema = z.enum(IMAGE_PART_STATUSES);
export type ImagePartStatus = z.infer<typeof imagePartStatusSchema>;

export const imageErrorSchema = z.object({
  code: errorCodeSchema,
  /** The sentence for a person. */
  message: z.string(),
  /** A technical line for support. */
  details: z.string(),
});
export type ImageError = z.infer<typeof imageErrorSchema>;

/** A file made from an image. Width and height are pixels, as they are and not as they were asked for. */
export const derivativeSchema = z.object({
  name: z.enum(DERIVATIVE_NAMES),
  path: z.string(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  bytes: z.number().int().positive(),
  content_type: z.string(),
});
export type Derivative = z.infer<typeof derivativeSchema>;

/** What was found in the bytes of an image; width and height are pixels as a person sees it, turned upright. */
export const originalFactsSchema = z.object({
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  /** "jpeg", "png", "webp", "avif", "gif", "tiff". */
  format: z.string(),
  /** Frames; 1 for what does not move. */
  frames: z.number().int().positive(),
  has_alpha: z.boolean(),
});
export type OriginalFacts = z.infer<typeof originalFactsSchema>;

export const imageSourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('upload') }),
  z.object({ kind: z.literal('url'), url: z.string() }),
]);
export type ImageSource = z.infer<typeof imageSourceSchema>;

/** The background put behind transparent pictures: `#rrggbb`; null keeps them transparent. */
export const flattenSchema = z
  .string()
  .regex(/^#[0-9a-f]{6}$/u)
  .nullable();

/** The original: null until an image that is to be fetched has been. */
const originalFileFields = {
  storage_path: z.string().nullable(),
  /** The download token of the original. */
  token: z.string().nullable(),
  content_type: z.string(),
  /** Bytes. */
  size: z.number().int().nonnegative(),
};

/** What a client writes to add an image. The rules accept nothing else. */
export const newImageSchema = z.strictObject({
  file_name: z.string(),
  ...originalFileFields,
  source: imageSourceSchema,
  flatten: flattenSchema,
  /** The batch with which it came. */
  batch_id: z.string(),
  uploaded_by: z.string(),
  uploaded_at: instant,
  processing_status: z.literal('queued'),
  thumbnail_status: z.literal('pending'),
  variant_status: z.literal('pending'),
});
export type NewImage = z.infer<typeof newImageSchema>;

/** An image as stored. What has not been written yet, or was not known when it was, has its starting value. */
export const imageSchema = z.object({
  file_name: z.string(),
  ...originalFileFields,
  token: originalFileFields.token.default(null),
  source: imageSourceSchema.default({ kind: 'upload' }),
  flatten: flattenSchema.default(null),
  batch_id: z.string().default(''),
  uploaded_by: z.string(),
  uploaded_at: instant,
  // The seven fields of the processing.
  processing_status: imageProcessingStatusSchema.default('queued'),
  thumbnail_status: imagePartStatusSchema.default('pending'),
  variant_status: imagePartStatusSchema.default('pending'),
  /** Tries that have been started, over all batches. Written before the risky work is begun. */
  processing_attempts: z.number().int().nonnegative().default(0),
  processing_error: imageErrorSchema.nullable().default(null),
  processing_started_at: instant.nullable().default(null),
  processing_completed_at: instant.nullable().default(null),
  /** The service that does not answer, and when it is asked for the first time again; later times stand on the run alone. */
  waits_for: z.object({ service: z.string(), until: instant }).nullable().default(null),
  original: originalFactsSchema.nullable().default(null),
  /** Hexadecimal SHA-256 of the original; null while it is not known. */
  content_hash: z.string().nullable().default(null),
  /** How the derivatives were made (`recipeFor`); null: there are none. */
  recipe: z.string().nullable().default(null),
  /** The download token of everything made from it; another one than the original's, which may hold what they must not. */
  derived_token: z.string().nullable().default(null),
  thumbnails: z.array(derivativeSchema).default([]),
  variants: z.array(derivativeSchema).default([]),
});
export type Image = z.infer<typeof imageSchema>;

/** Whether there is nothing to do for `image`: it has all that the present recipe makes. */
export function isUpToDate(image: Pick<Image, 'processing_status' | 'recipe' | 'flatten'>): boolean {
  return image.processing_status === 'completed' && image.recipe === recipeFor(image.flatten);
}

/** Characters of a hash that name an image. */
const HASH_CHARACTERS = 32;

/** The id of an uploaded image with the hexadecimal SHA-256 `hash` of its bytes. */
export function uploadedImageId(hash: string): string {
  return `f-${hash.slice(0, HASH_CHARACTERS)}`;
}

/** The id of an image from the address whose SHA-256, in hexadecimal, is `hash`. */
export function importedImageId(hash: string): string {
  return `u-${hash.slice(0, HASH_CHARACTERS)}`;
}

/** How the content of an image is named in the paths of its derivatives. */
export function contentName(hash: string): string {
  return hash.slice(0, 16);
}
