/** The columns of the review. */
import type { Decision } from '@docket/model/fitment/fitment-group';
import { IconCheck, IconX } from '@tabler/icons-react';
import { Confidence } from '../../../ui/confidence.tsx';
import type { DataColumn } from '../../../ui/data-table.tsx';
import { StateBadge } from '../../../ui/status-badge.tsx';
import { PartNumber } from './part-number.tsx';
import classes from './review.module.css';
import { percentOf } from './review-filter.ts';
import { type ReviewRow, yearsLabel } from './review-rows.ts';
import { REVIEW_LOOKS, rowTitle, vehicleLabel } from './review-words.ts';

/** Opens the details of a row. */
type OpenFitment = (row: ReviewRow) => void;

/** Decides on one row; null makes it pending again. */
export type DecideRow = (row: ReviewRow, decision: Decision | null) => void;

const BUTTONS = [
  { decision: 'approved', word: 'Approve', Icon: IconCheck },
  { decision: 'rejected', word: 'Reject', Icon: IconX },
] as const;

/** A press on the decision that stands takes it back. */
function DecideButtons({ row, onDecide }: { row: ReviewRow; onDecide: DecideRow }) {
  return (
    <span className={classes.buttons}>
      {BUTTONS.map(({ decision, word, Icon }) => {
        const stands = row.status === decision;
        return (
          <button
            key={decision}
            type="button"
            tabIndex={-1}
            className={classes.decide}
            data-decision={decision}
            aria-pressed={stands}
            aria-label={`${word} ${rowTitle(row)}`}
            title={stands ? 'Make it pending again' : word}
            onClick={(event) => {
              event.stopPropagation();
              // The keys go on from here.
              event.currentTarget.closest('td')?.focus();
              // The second click of a double one would take back the first, or meet the row that has moved up.
              if (event.detail > 1) return;
              onDecide(row, stands ? null : decision);
            }}
          >
            <Icon size={18} stroke={2} aria-hidden />
          </button>
        );
      })}
    </span>
  );
}

/** What limits the vehicles further: "Lariat · 5.0 V8 · 4WD". */
function limits({ submodel, qualifiers }: ReviewRow): string {
  return [submodel, ...qualifiers].filter((word) => word !== '').join(' · ');
}

const part = (onOpen: OpenFitment | null): DataColumn<ReviewRow> => ({
  id: 'part',
  header: 'Part',
  sortBy: ({ partNumber }) => partNumber,
  cell: (row) => (
    <span className={classes.lines}>
      <PartNumber number={row.partNumber} onOpen={onOpen === null ? null : () => onOpen(row)} />
      <span className={classes.small} title={row.description}>
        {row.description}
      </span>
    </span>
  ),
});

const VEHICLE: DataColumn<ReviewRow> = {
  id: 'vehicle',
  header: 'Vehicle',
  sortBy: vehicleLabel,
  cell: (row) => (
    <span className={classes.lines}>
      <span className={classes.strong}>
        {row.make} {row.model}
      </span>
      <span className={classes.small} title={limits(row)}>
        {limits(row)}
      </span>
    </span>
  ),
};

const YEARS: DataColumn<ReviewRow> = {
  id: 'years',
  header: 'Years',
  width: '98px',
  sortBy: ({ from, to }) => from * 10_000 + to,
  cell: ({ from, to }) => <span className={classes.years}>{yearsLabel(from, to)}</span>,
};

const CONFIDENCE: DataColumn<ReviewRow> = {
  id: 'confidence',
  header: 'Confidence',
  width: '106px',
  sortBy: percentOf,
  cell: ({ confidence }) => <Confidence value={confidence} label />,
};

const STATUS: DataColumn<ReviewRow> = {
  id: 'status',
  header: 'Status',
  width: '112px',
  cell: ({ status }) => <StateBadge look={REVIEW_LOOKS[status]} />,
};

const decisions = (onDecide: DecideRow): DataColumn<ReviewRow> => ({
  id: 'decide',
  header: 'Decide',
  width: '96px',
  cell: (row) => <DecideButtons row={row} onDecide={onDecide} />,
});

/** The table scrolls sideways rather than becoming narrower, in pixels. */
export const REVIEW_WIDTH = 760;

/** `onDecide` is null where nothing can be decided. Only there the rows have a button that opens them: elsewhere keys do. */
export function reviewColumns(onDecide: DecideRow | null, onOpen: OpenFitment): DataColumn<ReviewRow>[] {
  const facts = [VEHICLE, YEARS, CONFIDENCE, STATUS];
  return onDecide === null ? [part(onOpen), ...facts] : [part(null), ...facts, decisions(onDecide)];
}

/** For narrow screens: everything about a fitment in one cell, and large buttons. */
export function narrowReviewColumns(
  onDecide: DecideRow | null,
  onOpen: OpenFitment,
): DataColumn<ReviewRow>[] {
  const fitment: DataColumn<ReviewRow> = {
    id: 'fitment',
    header: 'Fitment',
    cell: (row) => (
      <span className={classes.lines}>
        <span className={classes.head}>
          <span className={classes.strong}>
            {row.make} {row.model}
          </span>
          <span className={classes.years}>{yearsLabel(row.from, row.to)}</span>
        </span>
        <span className={classes.small}>{limits(row)}</span>
        <span className={classes.small}>
          <PartNumber number={row.partNumber} onOpen={onDecide === null ? () => onOpen(row) : null} />{' '}
          {row.description}
        </span>
        <span className={classes.marks}>
          <Confidence value={row.confidence} label />
          <StateBadge look={REVIEW_LOOKS[row.status]} />
        </span>
      </span>
    ),
  };
  return [fitment, ...(onDecide === null ? [] : [decisions(onDecide)])];
}
