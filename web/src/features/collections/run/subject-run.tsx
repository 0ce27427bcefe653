/** How a run goes that reads no documents of a collection. A completed one is not spoken of: its results are. */
import type { Pipeline } from '@docket/model/pipelines';
import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Live } from '../../../data/live.ts';
import type { StoredFile } from '../../../data/records.ts';
import { FailurePanel } from './failure-panel.tsx';
import type { RunView } from './run-view.ts';
import { RunningPanel } from './running-panel.tsx';

const NO_DOCUMENTS: Live<readonly StoredFile[]> = { state: 'ready', value: [] };

interface Props {
  pipeline: Pipeline;
  view: RunView;
  /** What is said of a cancelled run: that it was, and what has become of what it had made. */
  cancelled: { title: string; text: string };
  /** Shown before there is a run. */
  waiting?: ReactNode;
  /** Starts a new run; null, as usual, where that is not possible. */
  onStart?: (() => void) | null;
}

export function SubjectRun({ pipeline, view, cancelled, waiting = null, onStart = null }: Props) {
  switch (view.state) {
    case 'none':
      return waiting;
    case 'completed':
      return null;
    case 'running':
      return <RunningPanel pipeline={pipeline} view={view} />;
    case 'failed':
      return (
        <FailurePanel
          pipeline={pipeline}
          jobId={view.jobId}
          status={view.status}
          documents={NO_DOCUMENTS}
          onStart={onStart}
        />
      );
    case 'cancelled':
      return (
        <Alert color="ink" title={cancelled.title}>
          {cancelled.text}
        </Alert>
      );
  }
}
