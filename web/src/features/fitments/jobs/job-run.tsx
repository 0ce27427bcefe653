/** Where the run of a job stands, while it is not completed. */
import { Alert } from '@mantine/core';
import type { Live } from '../../../data/live.ts';
import type { StoredFile } from '../../../data/records.ts';
import { FailurePanel } from '../../collections/run/failure-panel.tsx';
import type { RunView } from '../../collections/run/run-view.ts';
import { CANCEL_KEPT } from '../../collections/run/run-words.ts';
import { RunningPanel } from '../../collections/run/running-panel.tsx';

/** A job reads no documents of a collection. */
const NO_DOCUMENTS: Live<readonly StoredFile[]> = { state: 'ready', value: [] };

export function JobRun({ view }: { view: RunView }) {
  switch (view.state) {
    case 'none':
    case 'completed':
      return null;
    case 'running':
      return <RunningPanel pipeline="fitment_generation" view={view} />;
    case 'failed':
      return (
        <FailurePanel
          pipeline="fitment_generation"
          jobId={view.jobId}
          status={view.status}
          documents={NO_DOCUMENTS}
          onStart={null}
        />
      );
    case 'cancelled':
      return (
        <Alert color="ink" title="This job was cancelled">
          What it had found was removed. {CANCEL_KEPT.fitment_generation}
        </Alert>
      );
  }
}
