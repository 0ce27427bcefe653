/** The parts whose vehicles are wanted: listing them, adding to them, and having their fitments found. */
import { Button, Group, Stack } from '@mantine/core';
import { IconCarSuspension, IconFileImport, IconFileSearch, IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useCallback, useState } from 'react';
import { addPart } from '@docket/model/commands/fitment-commands';
import { useActor, useCan } from '../../../data/workspace.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { DamagedRecords } from '../../../ui/damaged-records.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { RowsSkeleton } from '../../../ui/loading-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { useCommit } from '../../../ui/use-commit.tsx';
import { useIsMounted } from '../../../ui/use-is-mounted.ts';
import { FitmentTabs } from '../fitment-tabs.tsx';
import type { NewPart } from './form/new-part-dialog.tsx';
import type { PartDraft } from './form/part-draft.ts';
import { type PartRow, partsLabel } from './part-rows.ts';
import { PartsView } from './parts-view.tsx';
import { useDeleteParts } from './use-delete-parts.ts';
import { useOpenedPart } from './use-opened-part.ts';
import { useParts } from './use-parts.ts';

const NewPartDialog = lazy(() => import('./form/new-part-dialog.tsx'));
const PartDrawer = lazy(() => import('./drawer/part-drawer.tsx'));
const FindDialog = lazy(() => import('./find/find-dialog.tsx'));
const UploadPartsDialog = lazy(() => import('./upload/upload-parts-dialog.tsx'));
const FileJobDialog = lazy(() => import('./upload/file-job-dialog.tsx'));

/** What is asked over the list. */
type Asking =
  | { kind: 'new'; start: PartDraft | null }
  | { kind: 'upload' }
  | { kind: 'file' }
  | { kind: 'find'; rows: readonly PartRow[] }
  | { kind: 'delete'; rows: readonly PartRow[] };

const TAKEN = 'Somebody else has added a part with this number meanwhile. Change that one instead.';

export default function PartsPage() {
  const mayEdit = useCan('edit');
  const actor = useActor();
  const commit = useCommit();
  const isMounted = useIsMounted();
  const parts = useParts();
  const { rows, state, damaged } = parts;
  const { partId, importId, open, close } = useOpenedPart();
  const remove = useDeleteParts();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [drawn, setDrawn] = useState(false);
  if (partId !== null && !drawn) setDrawn(true);

  const openRow = useCallback(({ id }: PartRow) => open(id), [open]);
  const find = useCallback((chosen: readonly PartRow[]) => setAsking({ kind: 'find', rows: chosen }), []);
  const askDelete = useCallback(
    (chosen: readonly PartRow[]) => {
      if (chosen.length > 1) setAsking({ kind: 'delete', rows: chosen });
      else remove(chosen);
    },
    [remove],
  );
  const stop = () => {
    setAsking(null);
    if (importId !== null) close();
  };
  const add = async ({ id, partNumber, described }: NewPart, draft: PartDraft) => {
    setAsking(null);
    const added = await commit(
      addPart(actor, id, partNumber, described),
      `${partNumber} could not be added`,
      TAKEN,
    );
    // Nothing that was typed is lost by a refusal.
    if (!added && isMounted()) setAsking((before) => before ?? { kind: 'new', start: draft });
  };

  const empty = state === 'ready' && rows.length === 0 && damaged.length === 0;
  const adders = mayEdit && (
    <>
      <Button
        variant="default"
        leftSection={<IconFileSearch size={16} stroke={1.8} aria-hidden />}
        onClick={() => setAsking({ kind: 'file' })}
      >
        Find fitments for a file
      </Button>
      <Button
        variant="default"
        leftSection={<IconFileImport size={16} stroke={1.8} aria-hidden />}
        onClick={() => setAsking({ kind: 'upload' })}
      >
        Upload parts
      </Button>
      <Button
        leftSection={<IconPlus size={16} stroke={2} aria-hidden />}
        onClick={() => setAsking({ kind: 'new', start: null })}
      >
        New part
      </Button>
    </>
  );
  return (
    <Stack gap="md">
      <PageTitle>Parts</PageTitle>
      <PageHeader
        title="Parts"
        description="The parts whose vehicles are wanted, with all that is said of them."
        actions={!empty && adders}
      />
      <FitmentTabs current="parts" />
      <DamagedRecords what="Some parts" records={damaged} />
      {state === 'loading' && <RowsSkeleton />}
      {state === 'error' && <ErrorState title="The parts could not be loaded" message={parts.message} />}
      {empty && (
        <EmptyState
          picture={<IconCarSuspension size={44} stroke={1.2} />}
          title="No parts yet"
          action={
            mayEdit && (
              <Group gap="sm" justify="center">
                {adders}
              </Group>
            )
          }
        >
          {mayEdit
            ? 'Upload a spreadsheet with part numbers and what is written about them, or enter parts one by one. Select some, and the vehicles they fit are found in their texts for you to approve. For a file that you need only once, find its fitments directly.'
            : 'Somebody who may edit in this workspace has to add them. They show up here at once.'}
        </EmptyState>
      )}
      {rows.length > 0 && <PartsView rows={rows} open={openRow} onFind={find} onDelete={askDelete} />}
      <Suspense fallback={null}>
        {drawn && (
          <PartDrawer
            partId={partId}
            parts={parts}
            onFind={(row) => find([row])}
            onDelete={(row) => remove([row])}
            onClose={close}
          />
        )}
      </Suspense>
      <Suspense fallback={null}>
        {asking?.kind === 'new' && (
          <NewPartDialog
            rows={rows}
            start={asking.start}
            onSubmit={(part, draft) => void add(part, draft)}
            onClose={stop}
          />
        )}
        {asking?.kind === 'find' && <FindDialog rows={asking.rows} onClose={stop} />}
        {asking?.kind === 'file' && <FileJobDialog onClose={stop} />}
        {(asking?.kind === 'upload' || importId !== null) && (
          <UploadPartsDialog key={importId ?? ''} importId={importId} onClose={stop} />
        )}
      </Suspense>
      {asking?.kind === 'delete' && (
        <ConfirmDialog
          opened
          onClose={stop}
          onConfirm={() => remove(asking.rows)}
          title={`Delete ${partsLabel(asking.rows.length)}?`}
          confirmLabel="Delete parts"
          keepLabel="Keep parts"
        >
          They will be gone for everybody in this workspace. What jobs have found for them stays.
        </ConfirmDialog>
      )}
    </Stack>
  );
}
