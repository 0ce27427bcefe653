/** Asking something of fitment jobs: cancel, retry, delete. What cannot be taken back is asked first. */
import type { RequestAction } from '@docket/model/job';
import { useCallback, useState } from 'react';
import { deleteFitmentJob } from '@docket/model/commands/fitment-commands';
import { useWorkspace } from '../../../data/workspace.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { useCommit } from '../../../ui/use-commit.tsx';
import { CANCEL_MEANS } from '../../collections/run/run-words.ts';
import { useRequestJob } from '../../collections/run/use-request-job.ts';

/** A job that something is asked about. */
interface Asked {
  id: string;
  name: string;
}

type Question = { about: 'delete'; job: Asked } | { about: 'cancel'; job: Asked; runId: string };

export interface JobActions {
  request: (runId: string, action: RequestAction) => void;
  askCancel: (job: Asked, runId: string) => void;
  askDelete: (job: Asked) => void;
  /** The dialog that asks; to be drawn. */
  dialog: React.ReactNode;
}

/** `onDeleted` is called as soon as somebody has confirmed. */
export function useJobActions(onDeleted?: () => void): JobActions {
  const { id: workspaceId } = useWorkspace();
  const commit = useCommit();
  const request = useRequestJob();
  const [question, setQuestion] = useState<Question | null>(null);
  const [opened, setOpened] = useState(false);
  const ask = useCallback((asked: Question) => {
    setQuestion(asked);
    setOpened(true);
  }, []);
  const askCancel = useCallback<JobActions['askCancel']>(
    (job, runId) => ask({ about: 'cancel', job, runId }),
    [ask],
  );
  const askDelete = useCallback<JobActions['askDelete']>((job) => ask({ about: 'delete', job }), [ask]);
  const remove = (id: string) => {
    onDeleted?.();
    void commit(deleteFitmentJob(workspaceId, id), 'The job could not be deleted');
  };
  const close = () => setOpened(false);
  const dialog =
    question === null ? null : question.about === 'cancel' ? (
      <ConfirmDialog
        opened={opened}
        title={`Cancel “${question.job.name}”?`}
        confirmLabel="Cancel Generation"
        keepLabel="Keep fitment generation"
        onConfirm={() => request(question.runId, 'cancel')}
        onClose={close}
      >
        {CANCEL_MEANS.fitment_generation}
      </ConfirmDialog>
    ) : (
      <ConfirmDialog
        opened={opened}
        title={`Delete “${question.job.name}”?`}
        confirmLabel="Delete job"
        keepLabel="Keep job"
        onConfirm={() => remove(question.job.id)}
        onClose={close}
      >
        What it has found and every decision on it are deleted for good; its approved fitments leave the
        results. Your parts are kept.
      </ConfirmDialog>
    );
  return { request, askCancel, askDelete, dialog };
}
