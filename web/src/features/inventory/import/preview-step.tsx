/** The second step of an import: what each column is, what the rows look like, and what is wrong with which. */
import { recogniseImportColumns } from '@docket/model/inventory/recognise-columns';
import { readImportRows } from '@docket/model/inventory/import-rows';
import type { ColumnFields } from '@docket/model/inventory/import-row';
import { Alert, Button, Group, NativeSelect, Progress, Stack, Text } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { completeColumns, FIELD_OPTIONS, fieldOf, withField } from './columns.ts';
import classes from './import.module.css';
import { counted } from './import-words.ts';
import { ProblemList } from './problem-list.tsx';
import type { ItemTable } from './read-file.ts';
import { useStartImport } from './use-start-import.ts';

/** As many rows as show what a column holds. */
const ROWS_SHOWN = 5;

interface TableProps {
  table: ItemTable;
  columns: ColumnFields;
  disabled: boolean;
  onColumns: (columns: ColumnFields) => void;
}

/** The first rows, under a select for each column. */
function PreviewTable({ table: { headers, rows }, columns, disabled, onColumns }: TableProps) {
  return (
    <section className={classes.scroller} aria-label="First rows of the file">
      <table className={classes.table}>
        <thead>
          <tr>
            {headers.map((header, index) => (
              <th key={index} scope="col">
                <NativeSelect
                  size="xs"
                  data={FIELD_OPTIONS}
                  disabled={disabled}
                  value={columns[index] ?? ''}
                  onChange={({ currentTarget: { value } }) =>
                    onColumns(withField(columns, index, fieldOf(value)))
                  }
                  aria-label={`What column “${header === '' ? index + 1 : header}” is`}
                />
                <span className={classes.header}>{header === '' ? `Column ${index + 1}` : header}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, ROWS_SHOWN).map(({ line, cells }) => (
            <tr key={line}>
              {headers.map((_, index) => (
                <td key={index} data-off={columns[index] === null || undefined}>
                  {cells[index] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

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
      <PreviewTable table={table} columns={columns} disabled={busy} onColumns={setColumns} />
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
