/**
 * What is said of the analysis of a listing's photos: what its record and the open jobs say, in words. Pure.
 */
import type { Listing } from '@docket/model/listing/listing';
import type { ListingAnalysis } from '@docket/model/listing/listing-analysis';
import { phaseAt } from '@docket/model/pipelines';
import type { ProcessingStatus } from '@docket/model/processing-status';
import { activityLabel } from '@docket/model/progress-label';
import type { RunView } from '../../collections/run/run-view.ts';

/** How far the analysis is, with a sentence where there is something to say. */
export type AnalysisView =
  /** There are no photos to look at. */
  | { kind: 'no_photos' }
  /** Photos are on their way: it begins when the last has arrived. */
  | { kind: 'uploading' }
  /** None was begun, or it was cancelled. */
  | { kind: 'not_begun' }
  | { kind: 'running'; sentence: string }
  | { kind: 'paused'; sentence: string }
  | { kind: 'failed'; message: string }
  /** It is about other photos, or in another language, than the listing has now. */
  | { kind: 'outdated'; sentence: string }
  | { kind: 'done' };

type PhotosAndLanguage = Pick<Listing, 'photos' | 'language'>;

/** Whether an analysis does not say what one begun now would. The order of the photos makes no difference. */
export function isOutdated(
  { photos, language }: PhotosAndLanguage,
  analysis: Pick<ListingAnalysis, 'photo_ids' | 'language'>,
): boolean {
  return analysis.language !== language || haveChanged(photos, analysis.photo_ids);
}

function haveChanged(photos: readonly string[], lookedAt: readonly string[]): boolean {
  const before = new Set(lookedAt);
  return photos.length !== before.size || photos.some((id) => !before.has(id));
}

interface Material {
  listing: PhotosAndLanguage;
  analysis: Pick<ListingAnalysis, 'photo_ids' | 'language'> | null;
  run: RunView;
  /** Whether this browser tab is sending photos of the listing. */
  uploading: boolean;
  /** Whether it is about to have them looked at. */
  wished: boolean;
}

export function analysisView({ listing, analysis, run, uploading, wished }: Material): AnalysisView {
  if (run.state === 'running') return runningView(run.status, run.note);
  if (uploading) return { kind: 'uploading' };
  if (listing.photos.length === 0) return { kind: 'no_photos' };
  if (wished) return { kind: 'running', sentence: 'Starting…' };
  if (run.state === 'failed')
    return { kind: 'failed', message: run.status.error?.message ?? 'Something went wrong on our side.' };
  // What it has found may come a moment after its end.
  if (analysis === null) return { kind: run.state === 'completed' ? 'done' : 'not_begun' };
  if (isOutdated(listing, analysis))
    return { kind: 'outdated', sentence: outdatedSentence(listing, analysis) };
  return run.state === 'completed' ? { kind: 'done' } : { kind: 'not_begun' };
}

function outdatedSentence(
  { photos }: PhotosAndLanguage,
  { photo_ids: lookedAt }: Pick<ListingAnalysis, 'photo_ids'>,
): string {
  return haveChanged(photos, lookedAt)
    ? 'Photos have changed since they were looked at.'
    : 'What is suggested is in another language.';
}

function runningView(status: ProcessingStatus, note: string | null): AnalysisView {
  if (status.status === 'paused')
    return { kind: 'paused', sentence: note ?? 'Looking at the photos is paused.' };
  return { kind: 'running', sentence: note ?? workSentence(status) };
}

/** "Looking at photo 2 of 3…", or why it is not. Times are left out: nobody counts the seconds here. */
function workSentence(status: ProcessingStatus): string {
  const { activity, progress } = status;
  const { phase, within } = progress;
  switch (activity.kind) {
    case 'retrying':
      return `That did not work. Trying again, attempt ${activity.attempt} of ${activity.of}…`;
    case 'waiting':
      return `${activity.service} does not answer. It is asked again in a while; you need not wait for it.`;
    case 'restarting':
    case 'held':
    case 'pausing':
    case 'cancelling':
      return activityLabel(status, status.last_updated) ?? '';
    case 'working':
      break;
  }
  const { key, label } = phaseAt('listing_analysis', phase);
  if (key !== 'read_text' || within === null) return `${label}…`;
  return `Looking at photo ${Math.min(within.done + 1, within.of)} of ${within.of}…`;
}
