/** What a job could not tell, by reason: never guessed, always listed. */
import { EXCEPTION_CODES, type ExceptionCode } from '@docket/model/fitment/fitment';
import { Button, Drawer, Stack, Text, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
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
import classes from './exceptions.module.css';
import { PartNumber } from './part-number.tsx';

const ROW_HEIGHT = 66;
const NARROW_ROW_HEIGHT = 118;

const rowId = ({ id }: ExceptionRow) => id;

/** The words of the text, as a quotation. */
function Words({ words }: { words: string }) {
  return words === '' ? (
    <span className={classes.none}>Nothing</span>
  ) : (
    <q className={classes.words} title={words}>
      {words}
    </q>
  );
}

/** Opens an exception with all its words. */
type OpenException = (row: ExceptionRow) => void;

function PartCell({ row, onOpen }: { row: ExceptionRow; onOpen: OpenException | null }) {
  return (
    <span className={classes.lines}>
      <PartNumber number={row.partNumber} onOpen={onOpen === null ? null : () => onOpen(row)} />
      <span className={classes.small} title={row.description}>
        {row.description}
      </span>
    </span>
  );
}

const exceptionColumns = (onOpen: OpenException): DataColumn<ExceptionRow>[] => [
  {
    id: 'part',
    header: 'Part',
    width: '26%',
    sortBy: ({ partNumber }) => partNumber,
    cell: (row) => <PartCell row={row} onOpen={onOpen} />,
  },
  {
    id: 'reason',
    header: 'Reason',
    width: '150px',
    sortBy: ({ code }) => EXCEPTION_CODES.indexOf(code),
    cell: ({ code }) => EXCEPTION_LABELS[code],
  },
  { id: 'words', header: 'What the text says', width: '26%', cell: ({ words }) => <Words words={words} /> },
  {
    id: 'reasoning',
    header: 'Explanation',
    cell: ({ reasoning }) => (
      <span className={classes.reasoning} title={reasoning}>
        {reasoning}
      </span>
    ),
  },
];

const narrowExceptionColumns = (onOpen: OpenException): DataColumn<ExceptionRow>[] => [
  {
    id: 'exception',
    header: 'Exception',
    cell: (row) => (
      <span className={classes.lines}>
        <span className={classes.reason}>{EXCEPTION_LABELS[row.code]}</span>
        <Words words={row.words} />
        <PartCell row={row} onOpen={onOpen} />
      </span>
    ),
  },
];

/** One exception with all its words. */
function ExceptionDrawer({ row, onClose }: { row: ExceptionRow | null; onClose: () => void }) {
  // What was shown stays while the drawer slides away.
  const [last, setLast] = useState(row);
  if (row !== null && row !== last) setLast(row);
  return (
    <Drawer
      opened={row !== null}
      onClose={onClose}
      position="right"
      size="md"
      title={<Text fw={560}>{last === null ? '' : EXCEPTION_LABELS[last.code]}</Text>}
    >
      {last !== null && (
        <Stack gap="md" className={classes.whole}>
          <PartCell row={last} onOpen={null} />
          <Text size="sm">{last.description}</Text>
          <div>
            <Text size="xs" c="dimmed">
              What the text says
            </Text>
            <Text size="sm">{last.words === '' ? 'Nothing' : `“${last.words}”`}</Text>
          </div>
          <div>
            <Text size="xs" c="dimmed">
              Explanation
            </Text>
            <Text size="sm">{last.reasoning}</Text>
          </div>
          <Text size="sm" c="dimmed">
            {EXCEPTION_MEANS[last.code]}
          </Text>
        </Stack>
      )}
    </Drawer>
  );
}

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
