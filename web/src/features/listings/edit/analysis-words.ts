/** What the form says of the analysis of its photos. Pure. */
import type { ListingAnalysis, PhotoService } from '@docket/model/listing/listing-analysis';
import type { Suggestion } from '@docket/model/listing/suggestions';
import type { AnalysisView } from '../photos/analysis-view.ts';
import { suggestionsLabel } from './field-words.ts';

/**
 * The sentence above the fields. `highlighted` is how many suggestions stand in fields, `found` how many there are,
 * whatever has become of them. Who may only look is not told what to do. Null: there is nothing to say.
 */
export function analysisSentence(
  view: AnalysisView,
  highlighted: number,
  found: number,
  mayEdit: boolean,
): string | null {
  const advice = (sentence: string) => (mayEdit ? ` ${sentence}` : '');
  const meanwhile = advice('You can fill in the form meanwhile.');
  const standing = highlighted === 0 ? null : `${suggestionsLabel(highlighted)}, highlighted below.`;
  switch (view.kind) {
    case 'no_photos':
      return standing ?? (mayEdit ? 'Add photos to get suggestions.' : null);
    case 'uploading':
      return `Suggestions come once the photos have arrived.${meanwhile}`;
    case 'not_begun':
      return standing ?? 'The photos have not been looked at.';
    case 'running':
      return highlighted === 0
        ? `${view.sentence}${meanwhile}`
        : `${view.sentence} ${suggestionsLabel(highlighted)} so far.`;
    case 'paused':
      return `${view.sentence}${meanwhile}`;
    case 'failed':
      return `${view.message}${advice('You can fill in the form without suggestions.')}`;
    case 'outdated':
      return standing === null ? view.sentence : `${view.sentence} ${standing}`;
    case 'done':
      return found === 0
        ? `Nothing to suggest was found in the photos.${advice('Fill in the form yourself.')}`
        : standing;
  }
}

const SERVICES: Record<PhotoService, string> = { vision: 'Google Cloud Vision' };

/** Said beside the sentence above when a service should have looked at the photos and has not. Null: none was missing. */
export function insteadSentence(
  { kind }: AnalysisView,
  instead_of: ListingAnalysis['instead_of'],
): string | null {
  if (instead_of === null || kind === 'no_photos' || kind === 'running' || kind === 'uploading') return null;
  return `${SERVICES[instead_of]} did not answer: the photos were looked at without it. It is asked again when they are looked at the next time.`;
}

/** Whether the form of an item that is saved speaks of the analysis: as long as there is something to wait for or to do. */
export function isNews({ kind }: AnalysisView): boolean {
  return kind === 'running' || kind === 'paused' || kind === 'failed';
}

/** What is read out, once for each end of an analysis: not for every suggestion that arrives, or is taken. */
export function announcedSentence({ kind }: AnalysisView, suggestions: readonly Suggestion[]): string {
  switch (kind) {
    case 'done':
      return suggestions.length === 0
        ? 'The photos have been looked at. Nothing is suggested.'
        : 'The photos have been looked at. What is suggested stands in the form.';
    case 'failed':
      return 'The photos could not be looked at.';
    case 'no_photos':
    case 'uploading':
    case 'not_begun':
    case 'running':
    case 'paused':
    case 'outdated':
      return '';
  }
}
