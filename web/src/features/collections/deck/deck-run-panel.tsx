/** How the making of a deck goes. A completed run is not spoken of: its deck is the first of the list. */
import type { RunView } from '../run/run-view.ts';
import { SubjectRun } from '../run/subject-run.tsx';

interface Props {
  view: RunView;
  /** Starts a new run; null while that is not possible. */
  onStart: (() => void) | null;
}

const CANCELLED = {
  title: 'Deck generation was cancelled',
  text: 'No deck was made. Your items, settings and earlier decks are still here.',
};

export function DeckRunPanel({ view, onStart }: Props) {
  return <SubjectRun pipeline="deck_generation" view={view} cancelled={CANCELLED} onStart={onStart} />;
}
