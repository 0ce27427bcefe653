/** What a job has found: the review, the exceptions, and how its file was read. */
import type { FitmentJob } from '@docket/model/fitment/fitment-job';
import { Stack, Tabs, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { Stored } from '../../../data/reader.ts';
import { useCan } from '../../../data/workspace.ts';
import { DamagedRecords } from '../../../ui/damaged-records.tsx';
import { exceptionRows } from '../review/exceptions.ts';
import { ExceptionsView } from '../review/exceptions-view.tsx';
import { ReviewView } from '../review/review-view.tsx';
import { useReview } from '../review/use-review.ts';
import type { FoundFitments } from '../review/use-review-rows.ts';
import { FileReading } from './file-reading.tsx';
import { figure } from './job-words.ts';
import { type JobSection, useJobAddress } from './use-job-address.ts';

interface Props {
  job: Stored<FitmentJob>;
  found: FoundFitments;
  running: boolean;
}

/** What stands in the place of the review while there is nothing to be reviewed. */
function nothingFound(running: boolean, partial: boolean, exceptions: number): string {
  if (running) return 'Nothing has been found yet. Fitments appear here as they are saved.';
  if (partial) return 'Nothing had been found when the job failed.';
  return exceptions === 0
    ? 'No fitment was found.'
    : 'No fitment was found. The exceptions say what could not be told, part by part.';
}

/** What is shown until somebody chooses. Of a file of which nothing came before the job failed, how it was read. */
function firstSection(fitments: number, exceptions: number, failedFile: boolean): JobSection {
  if (fitments > 0) return 'review';
  if (exceptions > 0) return 'exceptions';
  return failedFile ? 'file' : 'review';
}

export function JobSections({ job: { id, data }, found, running }: Props) {
  const mayReview = useCan('review');
  const address = useJobAddress();
  const { rows, groups, malformed } = found;
  const review = useReview(id, rows, address);
  const exceptions = useMemo(() => exceptionRows(groups), [groups]);
  const isUpload = data.type === 'upload';
  const failedFile = isUpload && !running && data.results === null;
  const chosen = address.section === 'file' && !isUpload ? null : address.section;
  const section = chosen ?? firstSection(rows.rows.length, exceptions.length, failedFile);
  const partial = data.results === null;
  return (
    <Tabs value={section} onChange={address.setSection} keepMounted={false}>
      <Tabs.List aria-label="Parts of the job" mb="md">
        <Tabs.Tab value="review">Review ({figure(rows.rows.length)})</Tabs.Tab>
        <Tabs.Tab value="exceptions">Exceptions ({figure(exceptions.length)})</Tabs.Tab>
        {isUpload && <Tabs.Tab value="file">File</Tabs.Tab>}
      </Tabs.List>
      <Tabs.Panel value="review">
        <Stack gap="sm">
          <DamagedRecords what="Some fitments" records={malformed} />
          {partial && rows.rows.length > 0 && (
            <Text size="sm" c="dimmed">
              {running
                ? 'What has been found so far. It can be approved and rejected when the job is done.'
                : 'What was found before the job failed. It can be approved and rejected when a retry has completed the job.'}
            </Text>
          )}
          {rows.rows.length === 0 ? (
            <Text c="dimmed" py="lg">
              {nothingFound(running, partial, exceptions.length)}
            </Text>
          ) : (
            <ReviewView review={review} all={rows} mayDecide={mayReview && !partial} />
          )}
        </Stack>
      </Tabs.Panel>
      <Tabs.Panel value="exceptions">
        {exceptions.length === 0 ? (
          <Text c="dimmed" py="lg">
            {running || partial
              ? 'No exception so far.'
              : 'Everything in the texts was understood: there are no exceptions.'}
          </Text>
        ) : (
          <ExceptionsView jobName={data.name} rows={exceptions} />
        )}
      </Tabs.Panel>
      {isUpload && (
        <Tabs.Panel value="file">
          <FileReading jobId={id} job={data} running={running} />
        </Tabs.Panel>
      )}
    </Tabs>
  );
}
