/** What a job could not tell, by reason: never guessed, always listed. */
import { EXCEPTION_CODES, type ExceptionCode } from '@docket/model/fitment/fitment';
import { Button, Stack, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { DataTable } from '../../../ui/data-table.tsx';
import { FilterSelect } from '../../../ui/filter-select.tsx';
import { listCount } from '../../../ui/list-count.ts';
import { ListToolbar } from '../../../ui/list-toolbar.tsx';
import { NoMatch } from '../../../ui/no-match.tsx';
import { saveFile } from '../../collections/items/export/export-items.ts';
import {
  countCodes,
  EXCEPTION_LABELS,
  EXCEPTION_MEANS,
  type ExceptionRow,
  exceptionsCsv,
  filterExceptions,
} from './exceptions.ts';
import { exceptionColumns, narrowExceptionColumns } from './exception-columns.tsx';
import { ExceptionDrawer } from './exception-drawer.tsx';
import classes from './exceptions.module.css';

const ROW_HEIGHT = 66;
const NARROW_ROW_HEIGHT = 118;

const rowId = ({ id }: ExceptionRow) => id;

interface Props {
  /** Names the file. */
  jobName: string;
  rows: readonly ExceptionRow[];
}

export function ExceptionsView({ jobName, rows }: Props) {
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const [search, setSearch] = useState('');
  const [code, setCode] = useState<ExceptionCode | null>(null);
  const [opened, setOpened] = useState<ExceptionRow | null>(null);
  const sought = useDeferredValue(search);
  const columns = useMemo(
    () => (narrow ? narrowExceptionColumns(setOpened) : exceptionColumns(setOpened)),
    [narrow],
  );
  const counts = useMemo(() => countCodes(rows), [rows]);
  const shown = useMemo(() => filterExceptions(rows, sought, code), [rows, sought, code]);
  const save = () =>
    saveFile(
      new Blob([exceptionsCsv(shown)], { type: 'text/csv;charset=utf-8' }),
      `${jobName.replaceAll(/[^\p{L}\p{N} _-]+/gu, ' ').trim()} exceptions.csv`,
    );
  return (
    <Stack gap="sm">
      <ul className={classes.reasons} aria-label="Reasons">
        {counts.map(({ code: reason, count }) => (
          <li key={reason}>
            <UnstyledButton
              className={classes.card}
              aria-pressed={code === reason}
              onClick={() => setCode((before) => (before === reason ? null : reason))}
            >
              <span className={classes.cardHead}>
                <span>{EXCEPTION_LABELS[reason]}</span>
                <span className={classes.count}>{count.toLocaleString('en')}</span>
              </span>
              <span className={classes.means}>{EXCEPTION_MEANS[reason]}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <ListToolbar
        searchLabel="Search exceptions"
        searchIn="Search part, words, explanation…"
        search={search}
        onSearch={setSearch}
        count={listCount(shown.length, rows.length, ['exception', 'exceptions'])}
        actions={
          <Button
            variant="default"
            disabled={shown.length === 0}
            leftSection={<IconDownload size={16} stroke={1.8} aria-hidden />}
            onClick={save}
          >
            Download as CSV
          </Button>
        }
      >
        <FilterSelect
          label="Reason"
          all="All reasons"
          options={counts.map(({ code: value }) => ({ value, label: EXCEPTION_LABELS[value] }))}
          value={code}
          onChange={(value) => setCode(EXCEPTION_CODES.find((known) => known === value) ?? null)}
        />
      </ListToolbar>
      {shown.length === 0 ? (
        <NoMatch
          resetLabel="Show all exceptions"
          onReset={() => {
            setSearch('');
            setCode(null);
          }}
        >
          No exception matches. Try fewer words, another reason, or show all exceptions.
        </NoMatch>
      ) : (
        <DataTable
          label="Exceptions"
          columns={columns}
          rows={shown}
          rowId={rowId}
          rowHeight={narrow ? NARROW_ROW_HEIGHT : ROW_HEIGHT}
          onOpen={setOpened}
        />
      )}
      <ExceptionDrawer row={opened} onClose={() => setOpened(null)} />
    </Stack>
  );
}
