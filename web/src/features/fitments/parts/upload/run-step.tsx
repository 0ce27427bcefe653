/** The last step of an import: how far it is, what has become of its parts, and how its file was read. */
import type { PartsMapping } from '@docket/model/fitment/part-tables';
import type { PartsImport } from '@docket/model/fitment/parts-import';
import { paths } from '@docket/model/paths';
import { CANCEL_KEPT } from '@docket/model/run-words';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { fitmentQueries, partsImportReader, partTableReader } from '../../../../data/fitment-records.ts';
import { useDocument, useQuery } from '../../../../data/hooks.ts';
import { valueOr } from '../../../../data/live.ts';
import { useCan, useWorkspace } from '../../../../data/workspace.ts';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { RowsSkeleton } from '../../../../ui/loading-state.tsx';
import { pendingOn, type RunView, runView } from '../../../collections/run/run-view.ts';
import { SubjectRun } from '../../../collections/run/subject-run.tsx';
import { usePending } from '../../../collections/run/use-pending.ts';
import classes from '../../../inventory/import/import.module.css';
import { ProblemList } from '../../../inventory/import/problem-list.tsx';
import { FileTables } from '../../columns/file-tables.tsx';
import { SendingNote } from './sending-note.tsx';
import { problemsOf } from './upload-words.ts';
import type { Sending } from './use-send-parts.ts';

function Outcome({ outcome }: Pick<PartsImport, 'outcome'>) {
  if (outcome === null) return null;
  const figures = [
    ['Created', outcome.created],
    ['Updated', outcome.updated],
    ['Unchanged', outcome.unchanged],
    ['Rows with a problem', outcome.failed],
  ] as const;
  return (
    <dl className={classes.figures} aria-label="Outcome">
      {figures.map(([label, count]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{count.toLocaleString('en')}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Where the run itself stands. */
function Run({ view }: { view: RunView }) {
  return (
    <SubjectRun
      pipeline="parts_import"
      view={view}
      cancelled={{ title: 'The import was cancelled', text: CANCEL_KEPT.parts_import }}
      waiting={<Text c="dimmed">Starting…</Text>}
    />
  );
}

interface Props {
  importId: string;
  /** What was sent, as long as it is at hand; else it is to be chosen again for a correction. */
  file: File | null;
  sending: Sending;
  /** Imports a file with what was said of it. */
  onAgain: (file: File, mapping: PartsMapping) => void;
  onAnother: () => void;
  onClose: () => void;
}

/** How the file was read, and the rows that no part was made of. */
function Reading(
  props: Pick<Props, 'file' | 'sending' | 'onAgain'> & { importId: string; data: PartsImport; view: RunView },
) {
  const { importId, data, view, file, sending, onAgain } = props;
  const workspace = useWorkspace();
  const mayEdit = useCan('edit');
  const found = useQuery(fitmentQueries.partsImportTables(workspace.id, importId), partTableReader);
  const tables = useMemo(
    () =>
      valueOr(found, { records: [], malformed: [] })
        .records.map((table) => table.data)
        .toSorted((a, b) => a.position - b.position),
    [found],
  );
  const problems = problemsOf(tables);
  const failed = data.outcome?.failed ?? 0;
  const over = view.state === 'failed' || view.state === 'cancelled' || view.state === 'completed';
  return (
    <>
      {problems.length > 0 && <ProblemList problems={problems} />}
      {failed > problems.length && problems.length > 0 && (
        <Text size="sm" c="dimmed">
          Of {failed.toLocaleString('en')} rows the first {problems.length.toLocaleString('en')} are listed.
        </Text>
      )}
      <FileTables
        tables={tables}
        read={data}
        failed={view.state === 'failed'}
        correction={
          mayEdit && over
            ? {
                note: 'The file is imported again. Parts that are here already are updated, none is added twice.',
                label: 'Import again with these columns',
                file,
                busy: sending.state === 'sending',
                onFile: onAgain,
              }
            : null
        }
      />
      <SendingNote sending={sending} />
    </>
  );
}

export function RunStep({ importId, file, sending, onAgain, onAnother, onClose }: Props) {
  const workspace = useWorkspace();
  const mayEdit = useCan('edit');
  const pending = usePending();
  const stored = useDocument(paths.partsImport(workspace.id, importId), partsImportReader);
  const status = stored.state === 'ready' ? stored.value?.data.processing_status.parts_import : undefined;
  const view = useMemo(
    () => runView(status, pendingOn(pending, 'parts_import', importId)),
    [status, pending, importId],
  );
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
      <Run view={view} />
      <Outcome outcome={data.outcome} />
      <Reading importId={importId} data={data} view={view} file={file} sending={sending} onAgain={onAgain} />
      <Group justify="flex-end" gap="sm">
        {mayEdit && (
          <Button variant="default" onClick={onAnother}>
            Upload another file
          </Button>
        )}
        <Button onClick={onClose}>Close</Button>
      </Group>
    </Stack>
  );
}
