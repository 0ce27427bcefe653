/** How the columns of a job's file were read, and the rows that no part was made of. */
import { PART_ROLE_LABELS } from '@docket/model/fitment/part-tables';
import type { StoredPartTable } from '@docket/model/fitment/parts-file';
import { Paper, Stack, Table, Text, Title } from '@mantine/core';
import { fitmentQueries, partTableReader } from '../../../data/fitment-records.ts';
import { useQuery } from '../../../data/hooks.ts';
import { useWorkspace } from '../../../data/workspace.ts';
import { Confidence } from '../../../ui/confidence.tsx';
import { DamagedRecords } from '../../../ui/damaged-records.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { RowsSkeleton } from '../../../ui/loading-state.tsx';
import { ProblemList } from '../../inventory/import/problem-list.tsx';
import { figure } from './job-words.ts';
import classes from './file-reading.module.css';

function TableCard({ table }: { table: StoredPartTable }) {
  return (
    <Paper withBorder component="section" aria-label={table.sheet} className={classes.card}>
      <Stack gap="sm">
        <div>
          <Title order={3} className={classes.title}>
            {table.sheet}
          </Title>
          <Text size="sm" c="dimmed">
            {table.reason} {figure(table.row_count)} rows, {figure(table.part_count)} different part numbers.
          </Text>
        </div>
        {table.used && (
          <Table.ScrollContainer minWidth={520}>
            <Table verticalSpacing={6}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Column</Table.Th>
                  <Table.Th>Read as</Table.Th>
                  <Table.Th>Confidence</Table.Th>
                  <Table.Th>Why</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {table.columns.map(({ index, letter, header, role, confidence, reason }) => (
                  <Table.Tr
                    key={index}
                    data-ignored={role === 'ignored' || undefined}
                    className={classes.row}
                  >
                    <Table.Td>
                      <span className={classes.letter}>{letter}</span> {header}
                    </Table.Td>
                    <Table.Td>{PART_ROLE_LABELS[role]}</Table.Td>
                    <Table.Td>
                      <Confidence value={confidence} label />
                    </Table.Td>
                    <Table.Td className={classes.why}>{reason}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
        {table.problems.length > 0 && <ProblemList problems={table.problems} />}
      </Stack>
    </Paper>
  );
}

export function FileReading({ jobId, fileName }: { jobId: string; fileName: string }) {
  const { id } = useWorkspace();
  const stored = useQuery(fitmentQueries.jobTables(id, jobId), partTableReader);
  if (stored.state === 'loading') return <RowsSkeleton rows={3} />;
  if (stored.state === 'error')
    return <ErrorState title="How the file was read could not be loaded" message={stored.message} />;
  const tables = stored.value.records.toSorted((a, b) => a.data.position - b.data.position);
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        How the columns of {fileName} were read. To have them read otherwise, start another job with the file
        and say what its columns are.
      </Text>
      <DamagedRecords what="Some tables" records={stored.value.malformed} />
      {tables.length === 0 && <Text size="sm">Nothing of the file has been read yet.</Text>}
      {tables.map(({ id: table, data }) => (
        <TableCard key={table} table={data} />
      ))}
    </Stack>
  );
}
