/** Where item generation stands and how it is started. */
import type { Collection } from '@docket/model/collection';
import { phaseNumber } from '@docket/model/pipelines';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { startRun } from '@docket/model/commands/job-commands';
import { useClient } from '../../../../data/hooks.ts';
import { type Live, valueOr } from '../../../../data/live.ts';
import type { Write } from '@docket/model/commands/write';
import type { Stored } from '../../../../data/reader.ts';
import type { StoredFile } from '../../../../data/records.ts';
import { isUnderWay } from '../../../../data/uploads/upload-state.ts';
import { useActor, useCan } from '../../../../data/workspace.ts';
import { useCommit } from '../../../../ui/use-commit.tsx';
import { isPaused, nextRun, pendingOn, type RunView, runView } from '../../run/run-view.ts';
import { usePending } from '../../run/use-pending.ts';
import { generateBlock } from '@docket/model/starts/generate-block';

const NO_FILES: readonly StoredFile[] = [];

export interface Generation {
  view: RunView;
  /** Why items cannot be generated now; null when they can. */
  block: string | null;
  /** The purchase orders that are there. */
  orders: readonly StoredFile[];
  /** Starts a run from its beginning. */
  start: () => void;
  /** Keeps corrections of columns and starts a run that follows them, all or nothing. */
  startWithColumns: (corrections: readonly Write[]) => Promise<boolean>;
}

export function useGeneration(
  collection: Stored<Collection>,
  documents: Live<readonly StoredFile[]>,
): Generation {
  const actor = useActor();
  const commit = useCommit();
  const mayEdit = useCan('edit');
  const everything = usePending();
  const uploads = useStore(useClient().uploads.uploads);
  const { processing_status: summaries, results } = collection.data;
  const pending = pendingOn(everything, 'item_generation', collection.id);
  const view = runView(summaries.item_generation, pending);
  const documentsView = runView(
    summaries.document_processing,
    pendingOn(everything, 'document_processing', collection.id),
  );
  const orders = useMemo(
    () => valueOr(documents, NO_FILES).filter(({ data }) => data.kind === 'purchase_order'),
    [documents],
  );
  const block =
    documents.state === 'ready'
      ? generateBlock({
          mayEdit,
          running: view.state === 'running',
          paused: isPaused(view),
          processing: documentsView.state === 'running',
          processingPaused: isPaused(documentsView),
          orders: orders.length,
          uploading: uploads.filter(
            ({ collectionId, kind, state }) =>
              collectionId === collection.id && kind === 'purchase_order' && isUnderWay(state),
          ).length,
          products: results?.product_count ?? 0,
        })
      : 'Loading the files…';
  const run = {
    pipeline: 'item_generation',
    collectionId: collection.id,
    run: nextRun(summaries.item_generation, pending),
    documentIds: orders.map(({ id }) => id),
  } as const;
  return {
    view,
    block,
    orders,
    start: () => void commit(startRun(actor, run), 'Items could not be generated'),
    startWithColumns: (corrections) =>
      commit(
        [
          ...corrections,
          ...startRun(actor, { ...run, fromPhase: phaseNumber('item_generation', 'identify_columns') }),
        ],
        'The columns could not be corrected',
      ),
  };
}
