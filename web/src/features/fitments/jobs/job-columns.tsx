/** The columns of the list of jobs. */
import { progressLabel } from '@docket/model/progress-label';
import { ActionIcon, Anchor, Button, Menu, Progress, Text } from '@mantine/core';
import { IconDots, IconExternalLink, IconPlayerStop, IconRefresh, IconTrash } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { DataColumn } from '../../../ui/data-table.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { when } from '../../collections/history/history-words.ts';
import type { Running } from '../../collections/run/run-view.ts';
import { type JobRow, mayDelete } from './job-rows.ts';
import { figure, JOB_TYPE_LABELS } from './job-words.ts';
import classes from './jobs.module.css';
import type { JobActions } from './use-job-actions.tsx';

export interface JobCellPorts {
  urlOf: (id: string) => string;
  nameOf: (uid: string) => string;
  /** Whether this person decides on fitments. */
  mayReview: boolean;
  /** Null for who may only look, or decide. */
  actions: Pick<JobActions, 'request' | 'askCancel' | 'askDelete'> | null;
}

/** Where a run stands, with the time it has taken. */
function RunProgress({ view }: { view: Running }) {
  const now = useNow(view.status.status !== 'paused');
  const { progress } = view.status;
  return (
    <span className={classes.progress}>
      <span className={classes.small}>
        {view.note ?? progressLabel('fitment_generation', view.status, now)}
      </span>
      <Progress value={progress.percentage} size={5} color="blue.6" aria-label="Progress" />
    </span>
  );
}

/** What has become of the fitments, in figures; of a run under way how far it is. */
function Fitments({ row }: { row: JobRow }) {
  const { view, results, review } = row;
  if (view.state === 'running') return <RunProgress view={view} />;
  if (view.state === 'failed')
    return (
      <span className={classes.error} title={view.status.error?.message}>
        {view.status.error?.message ?? 'It failed. Open it to retry.'}
      </span>
    );
  if (results === null) return <span className={classes.none}>–</span>;
  return (
    <span className={classes.lines}>
      <span className={classes.figures}>
        {figure(results.fitments)}
        <span className={classes.unit}> {results.fitments === 1 ? 'fitment' : 'fitments'}</span>
      </span>
      <span className={classes.small}>
        {figure(review.pending)} pending · {figure(review.approved)} approved · {figure(review.rejected)}{' '}
        rejected
      </span>
    </span>
  );
}

function NameCell({ row, urlOf }: { row: JobRow; urlOf: JobCellPorts['urlOf'] }) {
  return (
    <span className={classes.lines}>
      <Anchor
        component={Link}
        to={urlOf(row.id)}
        className={classes.name}
        title={row.name}
        c="inherit"
        onClick={(event) => event.stopPropagation()}
      >
        {row.name}
      </Anchor>
      <span className={classes.small}>
        <span className={classes.id}>{row.shortId}</span> · {JOB_TYPE_LABELS[row.type]}
      </span>
    </span>
  );
}

function JobMenu({ row, ports }: { row: JobRow; ports: JobCellPorts }) {
  const { actions, mayReview, urlOf } = ports;
  const { view } = row;
  return (
    <span onClick={(event) => event.stopPropagation()} role="presentation" className={classes.actions}>
      {row.state === 'review_required' && mayReview && (
        <Button component={Link} to={urlOf(row.id)} size="compact-sm" variant="light" color="violet">
          Review
        </Button>
      )}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="ink" size="lg" aria-label={`Actions on ${row.name}`}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            component={Link}
            to={urlOf(row.id)}
            leftSection={<IconExternalLink size={15} aria-hidden />}
          >
            Open
          </Menu.Item>
          {actions !== null && view.state === 'running' && (
            <Menu.Item
              disabled={!view.cancellable}
              leftSection={<IconPlayerStop size={15} aria-hidden />}
              onClick={() => actions.askCancel(row, view.jobId)}
            >
              Cancel
            </Menu.Item>
          )}
          {actions !== null && view.state === 'failed' && (
            <Menu.Item
              leftSection={<IconRefresh size={15} aria-hidden />}
              onClick={() => actions.request(view.jobId, 'retry')}
            >
              Retry
            </Menu.Item>
          )}
          {actions !== null && (
            <Menu.Item
              color="red"
              disabled={!mayDelete(row)}
              leftSection={<IconTrash size={15} aria-hidden />}
              onClick={() => actions.askDelete(row)}
            >
              Delete
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </span>
  );
}

/** All that is known of jobs, a column each. */
export function jobColumns(ports: JobCellPorts): DataColumn<JobRow>[] {
  return [
    {
      id: 'name',
      header: 'Job',
      sortBy: ({ name }) => name,
      cell: (row) => <NameCell row={row} urlOf={ports.urlOf} />,
    },
    { id: 'status', header: 'Status', width: '138px', cell: ({ state }) => <StatusBadge status={state} /> },
    {
      id: 'parts',
      header: 'Parts',
      width: '80px',
      align: 'right',
      sortBy: ({ parts }) => parts ?? undefined,
      cell: ({ parts }) => figure(parts),
    },
    {
      id: 'fitments',
      header: 'Fitments',
      width: '34%',
      sortBy: ({ results }) => results?.fitments,
      cell: (row) => <Fitments row={row} />,
    },
    {
      id: 'created',
      header: 'Created',
      width: '160px',
      hideBelow: 'md',
      sortBy: ({ createdAt }) => createdAt.getTime(),
      cell: ({ createdAt, createdBy }) => (
        <span className={classes.lines}>
          <span>{ports.nameOf(createdBy)}</span>
          <time className={classes.small} dateTime={createdAt.toISOString()}>
            {when(createdAt)}
          </time>
        </span>
      ),
    },
    {
      id: 'actions',
      header: 'Actions',
      width: '132px',
      align: 'right',
      cell: (row) => <JobMenu row={row} ports={ports} />,
    },
  ];
}

/** For narrow screens: everything about a job in one cell, beside its actions. */
export function narrowJobColumns(ports: JobCellPorts): DataColumn<JobRow>[] {
  return [
    {
      id: 'job',
      header: 'Job',
      cell: (row) => (
        <span className={classes.card}>
          <NameCell row={row} urlOf={ports.urlOf} />
          <span className={classes.marks}>
            <StatusBadge status={row.state} />
            <Text span size="xs" c="dimmed">
              {row.parts !== null && `${figure(row.parts)} ${row.parts === 1 ? 'part' : 'parts'} · `}
              {when(row.createdAt)}
            </Text>
          </span>
          <Fitments row={row} />
        </span>
      ),
    },
    {
      id: 'actions',
      header: '',
      width: '64px',
      cell: (row) => (
        <JobMenu row={row.state === 'review_required' ? { ...row, state: 'completed' } : row} ports={ports} />
      ),
    },
  ];
}
