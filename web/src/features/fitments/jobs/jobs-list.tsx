/** The list of jobs: search, filter by state, open, act. */
import { Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { useCan, useWorkspace } from '../../../data/workspace.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { FilterSelect } from '../../../ui/filter-select.tsx';
import { listCount } from '../../../ui/list-count.ts';
import { ListToolbar } from '../../../ui/list-toolbar.tsx';
import { NoMatch } from '../../../ui/no-match.tsx';
import { STATUS_LOOKS } from '../../../ui/status.ts';
import { urls } from '../../../urls.ts';
import { useMemberNames } from '../../collections/history/use-member-names.ts';
import { type JobCellPorts, jobColumns, narrowJobColumns } from './job-columns.tsx';
import { countStates, filterJobs, JOB_STATES, type JobRow, type JobState } from './job-rows.ts';
import { useJobActions } from './use-job-actions.tsx';

const ROW_HEIGHT = 62;
const NARROW_ROW_HEIGHT = 146;
const LEAST_WIDTH = 780;

const rowId = ({ id }: JobRow) => id;

export function JobsList({ rows }: { rows: readonly JobRow[] }) {
  const { id: workspaceId } = useWorkspace();
  const mayEdit = useCan('edit');
  const mayReview = useCan('review');
  const nameOf = useMemberNames();
  const navigate = useNavigate();
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const [search, setSearch] = useState('');
  const [state, setState] = useState<JobState | null>(null);
  const { request, askCancel, askDelete, dialog } = useJobActions();
  const shown = useMemo(() => filterJobs(rows, search, state), [rows, search, state]);
  const states = useMemo(
    () =>
      countStates(rows).map(({ state: value, count }) => ({
        value,
        label: `${STATUS_LOOKS[value].label} (${count.toLocaleString('en')})`,
      })),
    [rows],
  );
  const columns = useMemo(() => {
    const ports: JobCellPorts = {
      urlOf: (id) => urls.fitmentJob(workspaceId, id),
      nameOf,
      mayReview,
      actions: mayEdit ? { request, askCancel, askDelete } : null,
    };
    return narrow ? narrowJobColumns(ports) : jobColumns(ports);
  }, [workspaceId, nameOf, mayEdit, mayReview, request, askCancel, askDelete, narrow]);
  const open = useCallback(
    ({ id }: JobRow) => void navigate(urls.fitmentJob(workspaceId, id)),
    [navigate, workspaceId],
  );
  return (
    <Stack gap="sm">
      <ListToolbar
        searchLabel="Search jobs"
        searchIn="Search name, id, file…"
        search={search}
        onSearch={setSearch}
        count={listCount(shown.length, rows.length, ['job', 'jobs'])}
      >
        <FilterSelect
          label="State"
          all="All states"
          options={states}
          value={state}
          onChange={(value) => setState(JOB_STATES.find((known) => known === value) ?? null)}
        />
      </ListToolbar>
      {shown.length === 0 ? (
        <NoMatch
          resetLabel="Show all jobs"
          onReset={() => {
            setSearch('');
            setState(null);
          }}
        >
          No job matches. Try fewer words, another state, or show all jobs.
        </NoMatch>
      ) : (
        <DataTable
          label="Fitment jobs"
          columns={columns}
          rows={shown}
          rowId={rowId}
          rowHeight={narrow ? NARROW_ROW_HEIGHT : ROW_HEIGHT}
          onOpen={open}
          {...(narrow ? {} : { minWidth: LEAST_WIDTH })}
        />
      )}
      {dialog}
    </Stack>
  );
}
