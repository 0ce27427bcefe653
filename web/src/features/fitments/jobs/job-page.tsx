/** One job that finds vehicles for parts: its progress, then what it has found. */
import type { FitmentJob } from '@docket/model/fitment/fitment-job';
import { paths } from '@docket/model/paths';
import { ActionIcon, Stack, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useNavigate, useParams } from 'react-router';
import { fitmentJobReader } from '../../../data/fitment-records.ts';
import { useDocument } from '../../../data/hooks.ts';
import { valueOr } from '../../../data/live.ts';
import type { Stored } from '../../../data/reader.ts';
import { useCan, useWorkspace } from '../../../data/workspace.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { PageSkeleton, RowsSkeleton } from '../../../ui/loading-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { urls } from '../../../urls.ts';
import { when } from '../../collections/history/history-words.ts';
import { useMemberNames } from '../../collections/history/use-member-names.ts';
import { usePending } from '../../collections/run/use-pending.ts';
import { FitmentTabs } from '../fitment-tabs.tsx';
import { NO_ROWS, type ReviewRows } from '../review/review-rows.ts';
import { useReviewRows } from '../review/use-review-rows.ts';
import { countedJob, type JobRow, jobRow, jobView, mayDelete } from './job-rows.ts';
import { JobRun } from './job-run.tsx';
import { JobSections } from './job-sections.tsx';
import { figure, JOB_TYPE_LABELS } from './job-words.ts';
import classes from './jobs.module.css';
import { useJobActions } from './use-job-actions.tsx';

const NOTHING_FOUND = { rows: NO_ROWS, groups: [], malformed: [] };

/** The figures of a job. Those of the review are counted from the fitments themselves: right with every decision. */
function Figures({ row, rows, exceptions }: { row: JobRow; rows: ReviewRows; exceptions: number }) {
  const { pending, approved, rejected } = rows.counts;
  const figures = [
    { label: 'Parts', count: row.parts, ofReview: false },
    { label: 'Fitments', count: rows.rows.length, ofReview: false },
    { label: 'Pending', count: pending, ofReview: true },
    { label: 'Approved', count: approved, ofReview: true },
    { label: 'Rejected', count: rejected, ofReview: true },
    { label: 'Exceptions', count: exceptions, ofReview: false },
  ];
  return (
    <dl className={classes.summary} aria-label="Figures of the job">
      {figures.map(({ label, count, ofReview }) => (
        <div key={label} data-review={ofReview || undefined}>
          <dt>{label}</dt>
          <dd>{figure(count)}</dd>
        </div>
      ))}
    </dl>
  );
}

function LoadedJob({ job }: { job: Stored<FitmentJob> }) {
  const { id: workspaceId } = useWorkspace();
  const mayEdit = useCan('edit');
  const navigate = useNavigate();
  const nameOf = useMemberNames();
  const pending = usePending();
  const running = jobView(job.id, job.data, pending).state === 'running';
  const found = useReviewRows(job.id, running);
  const { rows, groups } = valueOr(found, NOTHING_FOUND);
  const row = useMemo(
    () => jobRow(found.state === 'ready' ? countedJob(job, found.value.rows) : job, pending),
    [job, found, pending],
  );
  const exceptions = groups.reduce((sum, { data }) => sum + data.exceptions.length, 0);
  const { askDelete, dialog } = useJobActions(() => void navigate(urls.fitmentJobs(workspaceId)));
  const origin = job.data.type === 'upload' ? job.data.file_name : JOB_TYPE_LABELS.selection;
  return (
    <Stack gap="md">
      <PageTitle>{`${row.name} – fitment job`}</PageTitle>
      <PageHeader
        parent={{ label: 'AI Jobs & Progress', to: urls.fitmentJobs(workspaceId) }}
        title={row.name}
        description={`${origin} · ${row.shortId} · ${nameOf(row.createdBy)}, ${when(row.createdAt)}`}
        badge={<StatusBadge status={row.state} />}
        actions={
          <>
            {row.view.state !== 'cancelled' && <Figures row={row} rows={rows} exceptions={exceptions} />}
            {mayEdit && mayDelete(row) && (
              <Tooltip label="Delete job">
                <ActionIcon
                  variant="default"
                  size="lg"
                  aria-label="Delete job"
                  onClick={() => askDelete(row)}
                >
                  <IconTrash size={17} stroke={1.7} aria-hidden />
                </ActionIcon>
              </Tooltip>
            )}
          </>
        }
      />
      <FitmentTabs current="jobs" />
      <JobRun view={row.view} />
      {row.view.state !== 'cancelled' && (
        <>
          {found.state === 'loading' && <RowsSkeleton />}
          {found.state === 'error' && (
            <ErrorState title="What the job has found could not be loaded" message={found.message} />
          )}
          {found.state === 'ready' && <JobSections job={job} found={found.value} running={running} />}
        </>
      )}
      {dialog}
    </Stack>
  );
}

function NoJob({ title, message }: { title: string; message: string }) {
  const { id } = useWorkspace();
  const navigate = useNavigate();
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <ErrorState
        level={1}
        title={title}
        message={message}
        action={{ label: 'All jobs', onClick: () => void navigate(urls.fitmentJobs(id)) }}
      />
    </>
  );
}

export default function JobPage() {
  const { jobId = '' } = useParams();
  const { id } = useWorkspace();
  const job = useDocument(paths.fitmentJob(id, jobId), fitmentJobReader);
  if (job.state === 'loading') return <PageSkeleton />;
  if (job.state === 'error') return <NoJob title="This job could not be loaded" message={job.message} />;
  if (job.value === null)
    return (
      <NoJob title="This job does not exist" message="It may have been deleted, or the address is wrong." />
    );
  return <LoadedJob key={jobId} job={job.value} />;
}
