/** Which table of vehicles is in use: where it comes from, how much is in it, and what was wrong with its file. */
import type { StoredVehicleTable } from '@docket/model/fitment/vehicle-table';
import { paths } from '@docket/model/paths';
import { Button, Paper, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { forgetVehicleTable } from '@docket/model/commands/fitment-commands';
import { vehicleImportReader } from '../../../data/fitment-records.ts';
import { useDocument } from '../../../data/hooks.ts';
import { useCan, useWorkspace } from '../../../data/workspace.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { useCommit } from '../../../ui/use-commit.tsx';
import { when } from '../../collections/history/history-words.ts';
import { useMemberNames } from '../../collections/history/use-member-names.ts';
import { counted } from '../../inventory/import/import-words.ts';
import { ProblemList } from '../../inventory/import/problem-list.tsx';
import type { TableFigures } from './vehicle-rows.ts';
import classes from './vehicles.module.css';

function Figures({ figures: { makes, models, first_year, last_year } }: { figures: TableFigures }) {
  const facts = [
    ['Makes', makes.toLocaleString('en')],
    ['Models', models.toLocaleString('en')],
    ['Model years', `${first_year}–${last_year}`],
  ] as const;
  return (
    <dl className={classes.figures} aria-label="What is in the table">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Rows of the file that were left out. */
function Problems({ importId }: { importId: string }) {
  const { id } = useWorkspace();
  const stored = useDocument(paths.vehicleImport(id, importId), vehicleImportReader);
  const made = stored.state === 'ready' ? (stored.value?.data ?? null) : null;
  const failed = made?.outcome?.failed ?? 0;
  if (made === null || failed === 0) return null;
  return (
    <details className={classes.problems}>
      <summary className={classes.summary}>
        {counted(failed, 'row of the file was left out', 'rows of the file were left out')}
      </summary>
      <Stack gap="xs" mt="xs">
        <ProblemList problems={made.problems} />
        {failed > made.problems.length && (
          <Text size="sm" c="dimmed">
            Of {failed.toLocaleString('en')} rows the first {made.problems.length.toLocaleString('en')} are
            listed.
          </Text>
        )}
      </Stack>
    </details>
  );
}

function BackToStarter({ fileName }: { fileName: string }) {
  const { id } = useWorkspace();
  const commit = useCommit();
  const [asking, ask] = useDisclosure(false);
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={ask.open}>
        Back to the starter table
      </Button>
      <ConfirmDialog
        opened={asking}
        title="Go back to the starter table?"
        confirmLabel="Use the starter table"
        keepLabel="Keep this table"
        onConfirm={() => void commit(forgetVehicleTable(id), 'The table could not be changed')}
        onClose={ask.close}
      >
        Jobs that you start from now on use the starter table. What was imported from “{fileName}” is gone;
        download it as CSV first if you want to import it again. Fitments that were found stay as they are.
      </ConfirmDialog>
    </>
  );
}

interface Props {
  /** Null: it is the starter table. */
  imported: StoredVehicleTable | null;
  /** Null while they are not known. */
  figures: TableFigures | null;
}

export function TableFacts({ imported, figures }: Props) {
  const mayEdit = useCan('edit');
  const nameOf = useMemberNames();
  return (
    <Paper withBorder component="section" aria-label="The table in use" className={classes.facts}>
      <div className={classes.source}>
        <Text fw={600}>{imported === null ? 'Starter table' : imported.file_name}</Text>
        <Text size="sm" c="dimmed">
          {imported === null
            ? 'Comes with Docket: cars and light trucks sold in North America and Europe, written from general knowledge. Import your own table for more, or for exact years.'
            : `Imported ${when(imported.updated_at)} · ${nameOf(imported.updated_by)}`}
        </Text>
      </div>
      {figures !== null && <Figures figures={figures} />}
      {imported !== null && mayEdit && <BackToStarter fileName={imported.file_name} />}
      {imported !== null && <Problems importId={imported.import_id} />}
    </Paper>
  );
}
