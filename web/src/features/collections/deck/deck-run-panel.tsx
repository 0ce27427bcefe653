/** How the making of a deck goes. A completed run is not spoken of: its deck is the first of the list. */
import { Alert } from '@mantine/core';
import type { Live } from '../../../data/live.ts';
import type { StoredFile } from '../../../data/records.ts';
import { FailurePanel } from '../run/failure-panel.tsx';
import type { RunView } from '../run/run-view.ts';
import { RunningPanel } from '../run/running-panel.tsx';

/** Decks are made of items, not of files. */
const NO_FILES: Live<readonly StoredFile[]> = { state: 'ready', value: [] };

interface Props {
  view: RunView;
  /** Starts a new run; null while that is not possible. */
  onStart: (() => void) | null;
}

export function DeckRunPanel({ view, onStart }: Props) {
  switch (view.state) {
    case 'none':
    case 'completed':
      return null;
    case 'running':
      return <RunningPanel pipeline="deck_generation" view={view} />;
    case 'failed':
      return (
        <FailurePanel
          pipeline="deck_generation"
          jobId={view.jobId}
          status={view.status}
          documents={NO_FILES}
          onStart={onStart}
        />
      );
    case 'cancelled':
      return (
        <Alert color="ink" title="Deck generation was cancelled">
          No deck was made. Your items, settings and earlier decks are still here.
        </Alert>
      );
  }
}
