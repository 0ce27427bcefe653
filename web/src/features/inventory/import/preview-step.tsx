/** The second step of an import: what each column is, what the rows look like, and what is wrong with which. */
import { recogniseImportColumns } from '@docket/model/inventory/recognise-columns';
import { readImportRows } from '@docket/model/inventory/import-rows';
import type { ColumnFields } from '@docket/model/inventory/import-row';
import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { ColumnPreview } from '../../../ui/column-preview.tsx';
import { completeColumns, FIELD_OPTIONS, fieldOf, withField } from './columns.ts';
import { counted } from './import-words.ts';
import { ProblemList } from './problem-list.tsx';
import type { ItemTable } from './read-file.ts';
import { useStartImport } from './use-start-import.ts';

interface Props {
  file: File;
  table: ItemTable;
  onStarted: (importId: string) => void;
  onBack: () => void;
}

export function PreviewStep({ file, table, onStarted, onBack }: Props) {
  const [columns, setColumns] = useState<ColumnFields>(() => recogniseImportColumns(table.headers));
  const judged = useDeferredValue(columns);
  const { rows, problems } = useMemo(() => readImportRows(table.rows, judged), [table, judged]);
  const { sending, start } = useStartImport(onStarted);
  const complete = completeColumns(columns);
  const busy = sending.state === 'sending';
  const ready = complete !== null && judged === columns && rows.length > 0;
  return (
    <Stack gap="md">
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {file.name}: {counted(table.rows.length, 'row', 'rows')}. Say what each column is; those that were
        recognised are set.
      </Text>
      <ColumnPreview
        headers={table.headers}
        rows={table.rows}
        options={FIELD_OPTIONS}
        chosen={columns}
        disabled={busy}
        onChoose={(index, value) => setColumns(withField(columns, index, fieldOf(value)))}
      />
      <output aria-label="Rows">
        {complete === null ? (
          <Text size="sm" fw={560}>
            Choose the column that holds the name of the items.
          </Text>
        ) : (
          <Text size="sm" fw={560}>
            {counted(rows.length, 'row is good', 'rows are good')}
            {problems.length > 0 &&
              `, ${counted(problems.length, 'row has a problem and is', 'rows have a problem and are')} left out`}
            .
          </Text>
        )}
      </output>
      {complete !== null && problems.length > 0 && <ProblemList problems={problems} />}
      {sending.state === 'refused' && (
        <Alert color="red" role="alert" title="The import could not be started">
          {sending.reason}
        </Alert>
      )}
      {busy && <Progress value={sending.percent} aria-label="Sending the file" />}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onBack} disabled={busy}>
          Choose another file
        </Button>
        <Button loading={busy} disabled={!ready} onClick={() => complete !== null && start(file, complete)}>
          {rows.length === 0 || complete === null
            ? 'Import'
            : `Import ${counted(rows.length, 'item', 'items')}`}
        </Button>
      </Group>
    </Stack>
  );
}
