/** What went wrong with one image, and what follows from it. */
import { DocketError, errorKind } from '@docket/model/errors';
import type { ImageError } from '@docket/model/image';
import { type Job, MAX_ATTEMPTS } from '@docket/model/job';
import { firstLine } from '../../engine/error-text.ts';

/** An error as the image keeps it. What nobody can name is `internal`. */
export function imageErrorOf(cause: unknown): ImageError {
  const known = cause instanceof DocketError ? cause : new DocketError('internal', {}, firstLine(cause));
  return { code: known.code, message: known.userMessage, details: firstLine(known) };
}

/** Whether the image fails with `error`: the fault is its own, or this was the last try. */
export function isFinal(error: ImageError, job: Pick<Job, 'attempt'>): boolean {
  return errorKind(error.code) === 'permanent' || job.attempt >= MAX_ATTEMPTS;
}

/** What ends a try that has left images over, each for one of `causes`. */
export function unfinished(causes: readonly ImageError[]): DocketError {
  const details = [...new Set(causes.map((cause) => `${cause.code}: ${cause.details}`))].join('; ');
  const found = causes.length === 1 ? 'One image' : `${causes.length} images`;
  return new DocketError('images_unfinished', { found }, details);
}
