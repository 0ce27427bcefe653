/** A run under way or paused: how far it is, and what can be done with it. */
import type { Pipeline } from '@docket/model/pipelines';
import { Button, Group } from '@mantine/core';
import { useDisclosure, useNetwork } from '@mantine/hooks';
import { IconPlayerPause, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useCan } from '../../../data/workspace.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { ProgressPanel } from '../../../ui/progress-panel.tsx';
import type { Running } from './run-view.ts';
import { CANCEL_MEANS, RUN_DEEDS, RUN_NOUNS } from './run-words.ts';
import { useRemaining } from './use-remaining.ts';
import { useRequestJob } from './use-request-job.ts';

interface ActionProps {
  view: Running;
  deed: string;
  onPause: () => void;
  onResume: () => void;
  onCancel: () => void;
}

/**
 * Pause and Resume are one button in two states, and one that waits for its answer is not disabled, so that whoever
 * pressed it with the keyboard stays where they are.
 */
function Actions({ view, deed, onPause, onResume, onCancel }: ActionProps) {
  const { resumable, pausable, cancellable } = view;
  const idle = !resumable && !pausable;
  const halted = resumable || view.status.status === 'paused' || view.status.activity.kind === 'pausing';
  const toggle = () => (resumable ? onResume() : onPause());
  return (
    <Group gap="sm">
      <Button
        variant={view.status.status === 'paused' ? 'filled' : 'default'}
        leftSection={
          halted ? (
            <IconPlayerPlay size={16} stroke={1.8} aria-hidden />
          ) : (
            <IconPlayerPause size={16} stroke={1.8} aria-hidden />
          )
        }
        data-disabled={idle}
        aria-disabled={idle || undefined}
        onClick={idle ? undefined : toggle}
      >
        {halted ? 'Resume' : 'Pause'}
      </Button>
      <Button
        color="red"
        variant="light"
        leftSection={<IconPlayerStop size={16} stroke={1.8} aria-hidden />}
        disabled={!cancellable}
        onClick={onCancel}
      >
        Cancel {deed}
      </Button>
    </Group>
  );
}

const OFFLINE = 'You are offline. This is kept and goes on as soon as you are connected.';

/** The progress of a run of any pipeline on a collection. */
export function RunningPanel({ pipeline, view }: { pipeline: Pipeline; view: Running }) {
  const request = useRequestJob();
  const mayEdit = useCan('edit');
  const { online } = useNetwork();
  const [asking, dialog] = useDisclosure(false);
  const remaining = useRemaining(pipeline, view.status);
  const noun = RUN_NOUNS[pipeline].toLowerCase();
  const deed = RUN_DEEDS[pipeline];
  return (
    <>
      <ProgressPanel
        pipeline={pipeline}
        status={view.status}
        label={RUN_NOUNS[pipeline]}
        note={view.note !== null && !online ? OFFLINE : view.note}
        remaining={remaining}
        actions={
          mayEdit && (
            <Actions
              view={view}
              deed={deed}
              onPause={() => request(view.jobId, 'pause')}
              onResume={() => request(view.jobId, 'resume')}
              onCancel={dialog.open}
            />
          )
        }
      />
      <ConfirmDialog
        opened={asking && view.cancellable}
        onClose={dialog.close}
        onConfirm={() => request(view.jobId, 'cancel')}
        title={`Cancel ${noun}?`}
        confirmLabel={`Cancel ${deed}`}
        keepLabel={`Keep ${noun}`}
      >
        {CANCEL_MEANS[pipeline]}
      </ConfirmDialog>
    </>
  );
}
