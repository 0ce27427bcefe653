/** Collection Info: the files, the button that processes them, and how that goes. */
import type { Collection } from '@docket/model/collection';
import { Button, Group, SimpleGrid, Stack, Text, Tooltip } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { startRun } from '@docket/model/commands/job-commands';
import { useClient } from '../../../data/hooks.ts';
import { type Live, valueOr } from '../../../data/live.ts';
import type { Stored } from '../../../data/reader.ts';
import type { StoredFile } from '../../../data/records.ts';
import { isUnderWay } from '../../../data/uploads/upload-state.ts';
import { useActor, useCan } from '../../../data/workspace.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { RowsSkeleton } from '../../../ui/loading-state.tsx';
import { useCommit } from '../../../ui/use-commit.tsx';
import { isPaused, nextRun, type Pending, runView } from '../run/run-view.ts';
import { startBlock } from '@docket/model/starts/start-block';
import { DocumentZone } from './document-zone.tsx';
import { RunPanel } from './run-panel.tsx';

interface Props {
  collection: Stored<Collection>;
  documents: Live<readonly StoredFile[]>;
  /** What is pending for this collection. */
  pending: Pending;
}

const NO_FILES: readonly StoredFile[] = [];

export function InfoTab({ collection, documents, pending }: Props) {
  const actor = useActor();
  const commit = useCommit();
  const mayEdit = useCan('edit');
  const uploads = useStore(useClient().uploads.uploads);
  const status = collection.data.processing_status.document_processing;
  const view = runView(status, pending);
  const files = valueOr(documents, NO_FILES);
  const running = view.state === 'running';
  const block =
    documents.state === 'ready'
      ? startBlock({
          kinds: files.map(({ data }) => data.kind),
          uploading: uploads.filter(
            (upload) => upload.collectionId === collection.id && isUnderWay(upload.state),
          ).length,
          running,
          paused: isPaused(view),
          mayEdit,
        })
      : 'Loading the files…';
  const start = () => {
    const ids = files.map(({ id }) => id);
    void commit(
      startRun(actor, {
        pipeline: 'document_processing',
        collectionId: collection.id,
        run: nextRun(status, pending),
        documentIds: ids,
      }),
      'Processing could not be started',
    );
  };
  const locked = mayEdit
    ? running
      ? 'Files cannot be changed during processing.'
      : null
    : 'Only editors and owners can change files.';

  if (documents.state === 'loading') return <RowsSkeleton />;
  if (documents.state === 'error')
    return <ErrorState title="The files could not be loaded" message={documents.message} />;
  return (
    <Stack gap="lg">
      <RunPanel
        view={view}
        collection={collection}
        documents={documents}
        onStart={block === null ? start : null}
      />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <DocumentZone
          kind="linesheet"
          collectionId={collection.id}
          locked={locked}
          documents={files.filter(({ data }) => data.kind === 'linesheet')}
        />
        <DocumentZone
          kind="purchase_order"
          collectionId={collection.id}
          locked={locked}
          documents={files.filter(({ data }) => data.kind === 'purchase_order')}
        />
      </SimpleGrid>
      <Group justify="flex-end" gap="md">
        <Text size="sm" c="dimmed" id="process-reason">
          {block ?? 'Reads the pictures, categories and products. This takes seconds to a few minutes.'}
        </Text>
        <Tooltip label={block ?? ''} disabled={block === null}>
          <Button
            size="md"
            variant={view.state === 'completed' || view.state === 'failed' ? 'default' : 'filled'}
            leftSection={<IconSparkles size={17} stroke={1.8} aria-hidden />}
            disabled={block !== null}
            aria-describedby="process-reason"
            onClick={start}
          >
            Process Documents
          </Button>
        </Tooltip>
      </Group>
    </Stack>
  );
}
