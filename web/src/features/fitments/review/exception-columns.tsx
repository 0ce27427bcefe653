/** The columns of the exceptions. */
import { EXCEPTION_CODES } from '@docket/model/fitment/fitment';
import type { DataColumn } from '../../../ui/data-table.tsx';
import { EXCEPTION_LABELS, type ExceptionRow } from './exceptions.ts';
import classes from './exceptions.module.css';
import { PartNumber } from './part-number.tsx';

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

/** The part that an exception is about; `onOpen` is null where nothing opens. */
export function PartCell({ row, onOpen }: { row: ExceptionRow; onOpen: OpenException | null }) {
  return (
    <span className={classes.lines}>
      <PartNumber number={row.partNumber} onOpen={onOpen === null ? null : () => onOpen(row)} />
      <span className={classes.small} title={row.description}>
        {row.description}
      </span>
    </span>
  );
}

/** All columns, for wide screens. */
export const exceptionColumns = (onOpen: OpenException): DataColumn<ExceptionRow>[] => [
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

/** What fits on a phone. */
export const narrowExceptionColumns = (onOpen: OpenException): DataColumn<ExceptionRow>[] => [
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
