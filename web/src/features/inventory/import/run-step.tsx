/** The last step of an import: how far it is, and what has become of its rows and images. */
import type { InventoryImport } from '@docket/model/inventory/inventory-import';
import { paths } from '@docket/model/paths';
import { CANCEL_KEPT } from '@docket/model/run-words';
import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useDocument, useDocuments } from '../../../data/hooks.ts';
import { imageBatchReader } from '../../../data/image-records.ts';
import { valueOr } from '../../../data/live.ts';
import { inventoryImportReader } from '../../../data/supply-records.ts';
import { useWorkspace } from '../../../data/workspace.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { RowsSkeleton } from '../../../ui/loading-state.tsx';
import { pendingOn, runView } from '../../collections/run/run-view.ts';
import { SubjectRun } from '../../collections/run/subject-run.tsx';
import { usePending } from '../../collections/run/use-pending.ts';
import classes from './import.module.css';
import { imageProgress, imageWords } from './import-words.ts';
import { ProblemList } from './problem-list.tsx';

/** How far the images are that belong to the items. */
function Images({ images, batchIds }: { images: number; batchIds: readonly string[] }) {
  const workspace = useWorkspace();
  const batches = useDocuments(
    useMemo(() => batchIds.map((id) => paths.imageBatch(workspace.id, id)), [batchIds, workspace.id]),
    imageBatchReader,
  );
  const records = valueOr(batches, { records: [], malformed: [] }).records;
  const progress = imageProgress(
    images,
    records.map(({ data }) => data),
  );
  return (
    <Stack gap={6}>
      <output>
        <Text size="sm">{imageWords(progress)}</Text>
      </output>
      {!progress.over && (
        <Progress size="sm" value={(progress.done / progress.of) * 100} aria-label="Images fetched" />
      )}
    </Stack>
  );
}

function Outcome({ data }: { data: InventoryImport }) {
  const { outcome, problems, image_batch_ids: batchIds } = data;
  if (outcome === null) return null;
  const figures = [
    ['Created', outcome.created],
    ['Updated', outcome.updated],
    ['Unchanged', outcome.unchanged],
    ['Failed', outcome.failed],
  ] as const;
  return (
    <Stack gap="md">
      <dl className={classes.figures} aria-label="Outcome">
        {figures.map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{count.toLocaleString('en')}</dd>
          </div>
        ))}
      </dl>
      {outcome.images > 0 && <Images images={outcome.images} batchIds={batchIds} />}
      {problems.length > 0 && <ProblemList problems={problems} />}
      {outcome.failed > problems.length && problems.length > 0 && (
        <Text size="sm" c="dimmed">
          Of {outcome.failed.toLocaleString('en')} rows the first {problems.length.toLocaleString('en')} are
          listed.
        </Text>
      )}
    </Stack>
  );
}

/** Where the run itself stands. */
function Run({ importId, data }: { importId: string; data: InventoryImport }) {
  const pending = usePending();
  const view = useMemo(
    () => runView(data.processing_status.inventory_import, pendingOn(pending, 'inventory_import', importId)),
    [data, pending, importId],
  );
  return (
    <SubjectRun
      pipeline="inventory_import"
      view={view}
      cancelled={{ title: 'The import was cancelled', text: CANCEL_KEPT.inventory_import }}
      waiting={<Text c="dimmed">Starting…</Text>}
    />
  );
}

interface Props {
  importId: string;
  onAnother: () => void;
  onClose: () => void;
}

export function RunStep({ importId, onAnother, onClose }: Props) {
  const workspace = useWorkspace();
  const stored = useDocument(paths.inventoryImport(workspace.id, importId), inventoryImportReader);
  if (stored.state === 'loading') return <RowsSkeleton rows={2} />;
  if (stored.state === 'error' || stored.value === null) {
    const message = stored.state === 'error' ? stored.message : 'It is not there any more.';
    return <ErrorState title="The import could not be loaded" message={message} />;
  }
  const { data } = stored.value;
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {data.file_name}
      </Text>
      <Run importId={importId} data={data} />
      <Outcome data={data} />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onAnother}>
          Import another file
        </Button>
        <Button onClick={onClose}>Close</Button>
      </Group>
    </Stack>
  );
}
