/** A run under way: how far it is, and what can be done with it. */
import type { Pipeline } from '@docket/model/pipelines';
import { Button } from '@mantine/core';
import { useDisclosure, useNetwork } from '@mantine/hooks';
import { IconPlayerStop } from '@tabler/icons-react';
import { useCan } from '../../../data/workspace.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { ProgressPanel } from '../../../ui/progress-panel.tsx';
import type { RunView } from './run-view.ts';
import { CANCEL_MEANS } from './run-words.ts';
import { useRequestJob } from './use-request-job.ts';

type Running = Extract<RunView, { state: 'running' }>;

/** The progress of a run of any pipeline on a collection. */
export function RunningPanel({ pipeline, view }: { pipeline: Pipeline; view: Running }) {
  const request = useRequestJob();
  const mayEdit = useCan('edit');
  const { online } = useNetwork();
  const [asking, dialog] = useDisclosure(false);
  const cancel = () => request(view.jobId, 'cancel');
  const offlineNote = 'You are offline. This is kept and goes on as soon as you are connected.';
  return (
    <>
      <ProgressPanel
        pipeline={pipeline}
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
        {CANCEL_MEANS[pipeline]}
      </ConfirmDialog>
    </>
  );
}
