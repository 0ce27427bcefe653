/** Generating a deck of a collection: how that goes, why it cannot be started now, and how it is. */
import type { Collection } from '@docket/model/collection';
import { startRun } from '@docket/model/commands/job-commands';
import type { Stored } from '../../../data/reader.ts';
import { useActor, useCan } from '../../../data/workspace.ts';
import { useCommit } from '../../../ui/use-commit.tsx';
import { isPaused, nextRun, pendingOn, type RunView, runView } from '../run/run-view.ts';
import { usePending } from '../run/use-pending.ts';
import { deckBlock } from '@docket/model/starts/deck-block';

export interface Generation {
  view: RunView;
  /** Why none can be started now; null when one can. */
  block: string | null;
  start: () => void;
}

/** `items` is the number of items that the deck would show; null while they are loading. */
export function useGeneration({ id, data }: Stored<Collection>, items: number | null): Generation {
  const actor = useActor();
  const commit = useCommit();
  const mayEdit = useCan('edit');
  const pending = usePending();
  const statuses = data.processing_status;
  const own = pendingOn(pending, 'deck_generation', id);
  const view = runView(statuses.deck_generation, own);
  const itemView = runView(statuses.item_generation, pendingOn(pending, 'item_generation', id));
  const start = () =>
    void commit(
      startRun(actor, {
        pipeline: 'deck_generation',
        collectionId: id,
        run: nextRun(statuses.deck_generation, own),
        documentIds: [],
      }),
      'The deck could not be generated',
    );
  const block = deckBlock({
    items,
    running: view.state === 'running',
    paused: isPaused(view),
    itemsRunning: itemView.state === 'running',
    itemsPaused: isPaused(itemView),
    mayEdit,
  });
  return { view, block, start };
}
