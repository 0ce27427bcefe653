/** The state of a collection's processing, in one place: running, failed, cancelled or done. */
import type { Collection } from '@docket/model/collection';
import { Alert, Button } from '@mantine/core';
import { useDisclosure, useNetwork } from '@mantine/hooks';
import { IconPlayerStop } from '@tabler/icons-react';
import type { Live } from '../../../data/live.ts';
import type { Stored } from '../../../data/reader.ts';
import type { StoredFile } from '../../../data/records.ts';
import { useCan } from '../../../data/workspace.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { ProgressPanel } from '../../../ui/progress-panel.tsx';
import type { RunView } from '../run-view.ts';
import { useRequestJob } from '../use-request-job.ts';
import { FailurePanel } from './failure-panel.tsx';
import { SuccessPanel } from './success-panel.tsx';

type Running = Extract<RunView, { state: 'running' }>;

function RunningPanel({ view }: { view: Running }) {
  const request = useRequestJob();
  const mayEdit = useCan('edit');
  const { online } = useNetwork();
  const [asking, dialog] = useDisclosure(false);
  const cancel = () => request(view.jobId, 'cancel');
  const offlineNote = 'You are offline. This is kept and goes on as soon as you are connected.';
  return (
    <>
      <ProgressPanel
        pipeline="document_processing"
        status={view.status}
        note={view.note !== null && !online ? offlineNote : view.note}
        actions={
          mayEdit && (
            <Button
              color="red"
              variant="light"
              leftSection={<IconPlayerStop size={16} stroke={1.8} aria-hidden />}
              disabled={!view.cancellable}
              onClick={dialog.open}
            >
              Cancel Processing
            </Button>
          )
        }
      />
      <ConfirmDialog
        opened={asking && view.cancellable}
        onClose={dialog.close}
        onConfirm={cancel}
        title="Cancel processing?"
        confirmLabel="Cancel Processing"
        keepLabel="Keep processing"
      >
        What this run has found so far will be discarded. Your uploaded files are kept, and you can start
        again at any time.
      </ConfirmDialog>
    </>
  );
}

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
      return <RunningPanel view={view} />;
    case 'failed':
      return <FailurePanel jobId={view.jobId} status={view.status} documents={documents} onStart={onStart} />;
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
