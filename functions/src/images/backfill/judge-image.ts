/** Whether a backfill has to do with an image. */
import { errorKind } from '@docket/model/errors';
import { imageSchema, isUpToDate } from '@docket/model/image';
import type { z } from 'zod';

/** What is read of an image to judge it. */
const judgedFields = {
  file_name: true,
  size: true,
  storage_path: true,
  uploaded_at: true,
  processing_status: true,
  processing_error: true,
  recipe: true,
  flatten: true,
} as const;
export const JUDGED_FIELDS = Object.keys(judgedFields);

/** What older versions have written has only the names of the file and of its place. */
export const judgedImageSchema = imageSchema.pick(judgedFields);
export type JudgedImage = z.infer<typeof judgedImageSchema>;

/**
 * - `done`: up to date.
 * - `under_way`: a run is on it, or is about to be started by whoever adds it.
 * - `unusable`: it was tried and cannot be read; a person retries it when that has changed.
 * - `missing`: it has not what the present recipe makes, and nobody is at it.
 */
export type Judgement = 'done' | 'under_way' | 'unusable' | 'missing';

/** What else decides. */
export interface Surroundings {
  /** Whether its processing has ever been spoken of: images of older versions know nothing of it. */
  isLegacy: boolean;
  now: Date;
}

/** How long whoever adds an image, and the sweeper after them, may take to start its batch, in milliseconds. */
const BATCH_STARTS_WITHIN_MS = 15 * 60_000;

/** One that counts as missing may still be the material of a run: images of older versions do not say so. */
export function judgeImage(image: JudgedImage, { isLegacy, now }: Surroundings): Judgement {
  if (isUpToDate(image)) return 'done';
  if (isLegacy) return 'missing';
  switch (image.processing_status) {
    case 'queued':
    case 'processing': {
      const age = now.getTime() - image.uploaded_at.getTime();
      return age < BATCH_STARTS_WITHIN_MS ? 'under_way' : 'missing';
    }
    case 'failed': {
      const error = image.processing_error;
      return error !== null && errorKind(error.code) === 'permanent' ? 'unusable' : 'missing';
    }
    case 'completed':
    case 'cancelled':
      return 'missing';
  }
}
