/** The drafts as they are listed, and how each of them stands. Pure. */
import { listingState, type ListingState } from '@docket/model/listing/listing';
import type { StoredListing } from '../../../data/listing-records.ts';
import type { StatusLook } from '../../../ui/status.ts';
import { type Pending, pendingOn, type RunView, runView } from '../../collections/run/run-view.ts';
import { standing } from '../../collections/run/run-words.ts';

/** The latest first. */
export function latestDrafts(drafts: readonly StoredListing[]): readonly StoredListing[] {
  return drafts.toSorted(
    (a, b) => b.data.created_at.getTime() - a.data.created_at.getTime() || (a.id < b.id ? -1 : 1),
  );
}

/** How a draft stands. */
export interface DraftView {
  state: ListingState;
  look: StatusLook;
  /** More than the badge says; null where there is nothing more. */
  sentence: string | null;
  /** How far the analysis is, 0–100; null where none is under way. */
  percentage: number | null;
}

const LOOKS: Record<ListingState, StatusLook> = {
  DRAFT: { label: 'Draft', color: 'ink', live: false },
  PROCESSING: { label: 'Analysing photos', color: 'blue', live: true },
  COMPLETED: { label: 'Suggestions ready', color: 'green', live: false },
  FAILED: { label: 'Analysis failed', color: 'red', live: false },
};
const PAUSED: StatusLook = { label: 'Analysis paused', color: 'yellow', live: false };

/** The state with what this browser has asked for and nobody has answered yet. */
function stateOf({ data }: StoredListing, view: RunView): ListingState {
  if (view.state === 'running') return 'PROCESSING';
  return view.state === 'failed' ? 'FAILED' : listingState(data);
}

/** `pending` may hold that of other listings. */
export function draftView(listing: StoredListing, pending: Pending): DraftView {
  const stored = listing.data.processing_status.listing_analysis;
  const view = runView(stored, pendingOn(pending, 'listing_analysis', listing.id));
  const state = stateOf(listing, view);
  const plain = { state, look: LOOKS[state], sentence: null, percentage: null };
  if (view.state === 'failed')
    return {
      ...plain,
      sentence: `${view.status.error?.message ?? 'Something went wrong on our side.'} You can fill it in all the same.`,
    };
  if (view.state !== 'running') return plain;
  const { status, note } = view;
  const { percentage } = status.progress;
  if (status.status === 'paused')
    return {
      ...plain,
      look: PAUSED,
      sentence: `Paused in ${standing('listing_analysis', status)} · ${percentage}%`,
      percentage,
    };
  return { ...plain, sentence: note ?? `${status.current_phase}… ${percentage}%`, percentage };
}
