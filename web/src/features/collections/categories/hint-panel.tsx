/** Another try at the categories: offered, given, under way. */
import type { Collection } from '@docket/model/collection';
import { paths } from '@docket/model/paths';
import { Button, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBulb } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { startRun } from '@docket/model/commands/job-commands';
import { useClient, useDocument } from '../../../data/hooks.ts';
import { type Live, valueOr } from '../../../data/live.ts';
import type { Stored } from '../../../data/reader.ts';
import { jobReader, type StoredFile } from '../../../data/records.ts';
import { isUnderWay } from '../../../data/uploads/upload-state.ts';
import { useActor, useCan, useWorkspace } from '../../../data/workspace.ts';
import { useCommit } from '../../../ui/use-commit.tsx';
import { isPaused, nextRun, pendingOn, runView } from '../run/run-view.ts';
import { RunningPanel } from '../run/running-panel.tsx';
import { usePending } from '../run/use-pending.ts';
import { startBlock } from '@docket/model/starts/start-block';
import { HintForm } from './hint-form.tsx';

const NO_FILES: readonly StoredFile[] = [];

interface Props {
  collection: Stored<Collection>;
  documents: Live<readonly StoredFile[]>;
}

/** The hint of the last run; empty for none. */
function useLastHint({ data }: Stored<Collection>): string {
  const workspace = useWorkspace();
  const last = data.processing_status.document_processing?.task_id;
  const job = useDocument(last === undefined ? null : paths.job(workspace.id, last), jobReader);
  return job.state === 'ready' ? (job.value?.data.input.hint ?? '') : '';
}

/** Starting document processing again with a hint: why it cannot be done now, or how it is done. */
function useHintedStart({ collection, documents }: Props) {
  const actor = useActor();
  const commit = useCommit();
  const mayEdit = useCan('edit');
  const uploads = useStore(useClient().uploads.uploads);
  const pending = pendingOn(usePending(), 'document_processing', collection.id);
  const status = collection.data.processing_status.document_processing;
  const view = runView(status, pending);
  const files = valueOr(documents, NO_FILES);
  const uploading = uploads.filter(
    (upload) => upload.collectionId === collection.id && isUnderWay(upload.state),
  ).length;
  const block =
    documents.state === 'ready'
      ? startBlock({
          kinds: files.map(({ data }) => data.kind),
          uploading,
          running: view.state === 'running',
          paused: isPaused(view),
          mayEdit,
        })
      : 'Loading the files…';
  const start = (hint: string) =>
    void commit(
      startRun(actor, {
        pipeline: 'document_processing',
        collectionId: collection.id,
        run: nextRun(status, pending),
        documentIds: files.map(({ id }) => id),
        hint,
      }),
      'Processing could not be started',
    );
  return { view, block, start };
}

/** The form by itself, for a run that has failed. */
export function HintAfterFailure(props: Props) {
  const last = useLastHint(props.collection);
  const { block, start } = useHintedStart(props);
  return <HintForm key={last} last={last} block={block} onTry={start} />;
}

/** The form below the categories, folded until it is wanted; the run that it starts is shown in its place. */
export function HintPanel(props: Props) {
  const last = useLastHint(props.collection);
  const mayEdit = useCan('edit');
  const { view, block, start } = useHintedStart(props);
  const [open, panel] = useDisclosure(false);
  if (view.state === 'running') return <RunningPanel pipeline="document_processing" view={view} />;
  if (!mayEdit) return null;
  return (
    <Stack gap="sm" align="stretch">
      <div>
        <Button
          variant="subtle"
          color="ink"
          leftSection={<IconBulb size={16} stroke={1.8} aria-hidden />}
          aria-expanded={open}
          onClick={panel.toggle}
        >
          Not the categories you expected? Give a hint
        </Button>
        {last !== '' && !open && (
          <Text size="sm" c="dimmed" px="md" style={{ overflowWrap: 'anywhere' }}>
            {`The last hint was “${last}”.`}
          </Text>
        )}
      </div>
      {open && (
        <HintForm
          key={last}
          last={last}
          block={block}
          onTry={(hint) => {
            panel.close();
            start(hint);
          }}
        />
      )}
    </Stack>
  );
}
