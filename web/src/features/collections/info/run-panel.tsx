/** The state of a collection's processing, in one place: running, failed, cancelled or done. */
import type { Collection } from '@docket/model/collection';
import { Alert } from '@mantine/core';
import type { Live } from '../../../data/live.ts';
import type { Stored } from '../../../data/reader.ts';
import type { StoredFile } from '../../../data/records.ts';
import { mayHintHelp } from '../categories/category-words.ts';
import { HintAfterFailure } from '../categories/hint-panel.tsx';
import type { RunView } from '../run/run-view.ts';
import { FailurePanel } from '../run/failure-panel.tsx';
import { RunningPanel } from '../run/running-panel.tsx';
import { SuccessPanel } from './success-panel.tsx';

interface Props {
  view: RunView;
  collection: Stored<Collection>;
  documents: Live<readonly StoredFile[]>;
  /** Starts a new run; null while that is not possible. */
  onStart: (() => void) | null;
}

export function RunPanel({ view, collection, documents, onStart }: Props) {
  switch (view.state) {
    case 'none':
      return null;
    case 'running':
      return <RunningPanel pipeline="document_processing" view={view} />;
    case 'failed':
      return (
        <>
          <FailurePanel
            pipeline="document_processing"
            jobId={view.jobId}
            status={view.status}
            documents={documents}
            onStart={onStart}
          />
          {mayHintHelp(view.status.progress.phase) && (
            <HintAfterFailure collection={collection} documents={documents} />
          )}
        </>
      );
    case 'cancelled':
      return (
        <Alert color="ink" title="Processing was cancelled">
          Partial results were removed. Your files are still here: start again whenever you like.
        </Alert>
      );
    case 'completed':
      return <SuccessPanel status={view.status} collection={collection} documents={documents} />;
  }
}
