/** How the columns of a job's file were read, and the rows that no part was made of. Another job can read them otherwise. */
import type { FitmentJob } from '@docket/model/fitment/fitment-job';
import { Stack, Text } from '@mantine/core';
import { useNavigate } from 'react-router';
import { fitmentQueries, partTableReader } from '../../../data/fitment-records.ts';
import { useQuery } from '../../../data/hooks.ts';
import { useCan, useWorkspace } from '../../../data/workspace.ts';
import { DamagedRecords } from '../../../ui/damaged-records.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { RowsSkeleton } from '../../../ui/loading-state.tsx';
import { urls } from '../../../urls.ts';
import { ProblemList } from '../../inventory/import/problem-list.tsx';
import { ReadTables } from '../columns/read-tables.tsx';
import { SendingNote } from '../parts/upload/sending-note.tsx';
import { problemsOf } from '../parts/upload/upload-words.ts';
import { useSendParts } from '../parts/upload/use-send-parts.ts';

interface Props {
  jobId: string;
  job: Extract<FitmentJob, { type: 'upload' }>;
  running: boolean;
}

export function FileReading({ jobId, job, running }: Props) {
  const { id } = useWorkspace();
  const mayEdit = useCan('edit');
  const navigate = useNavigate();
  const stored = useQuery(fitmentQueries.jobTables(id, jobId), partTableReader);
  const { sending, send } = useSendParts((next) => void navigate(urls.fitmentJob(id, next)));
  if (stored.state === 'loading') return <RowsSkeleton rows={3} />;
  if (stored.state === 'error')
    return <ErrorState title="How the file was read could not be loaded" message={stored.message} />;
  const tables = stored.value.records.map(({ data }) => data).toSorted((a, b) => a.position - b.position);
  const problems = problemsOf(tables);
  return (
    <Stack gap="md">
      <DamagedRecords what="Some tables" records={stored.value.malformed} />
      {tables.length === 0 && <Text size="sm">Nothing of the file has been read yet.</Text>}
      {problems.length > 0 && <ProblemList problems={problems} />}
      {tables.length > 0 && (
        <ReadTables
          tables={tables}
          read={job}
          correction={
            mayEdit && !running
              ? {
                  note: 'Another job is made of the file. What this one has found stays as it is.',
                  label: 'Find fitments with these columns',
                  file: null,
                  busy: sending.state === 'sending',
                  onFile: (file, mapping) =>
                    send({ file, mapping, purpose: { kind: 'job', name: job.name } }),
                }
              : null
          }
        />
      )}
      <SendingNote sending={sending} />
    </Stack>
  );
}
