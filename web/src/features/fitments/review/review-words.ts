/** What the review calls things. Pure. */
import type { Decision } from '@docket/model/fitment/fitment-group';
import type { StatusLook } from '../../../ui/status.ts';
import type { ReviewRow, ReviewStatus } from './review-rows.ts';
import { yearsLabel } from './review-rows.ts';

export const REVIEW_STATUSES = ['pending', 'approved', 'rejected'] as const satisfies readonly ReviewStatus[];

export const REVIEW_LOOKS: Record<ReviewStatus, StatusLook> = {
  pending: { label: 'Pending', color: 'ink', live: false },
  approved: { label: 'Approved', color: 'green', live: false },
  rejected: { label: 'Rejected', color: 'red', live: false },
};

/** "1 fitment", "1,200 fitments". */
export function fitments(count: number): string {
  return count === 1 ? '1 fitment' : `${count.toLocaleString('en')} fitments`;
}

/** What was done to so many fitments, in the past: "1,200 fitments approved". Null: they were made pending again. */
export function doneLabel(decision: Decision | null, count: number): string {
  return `${fitments(count)} ${decision === null ? 'made pending again' : decision}`;
}

/** The vehicle in one line: "Ford F-150 Lariat". */
export function vehicleLabel({ make, model, submodel }: ReviewRow): string {
  return [make, model, submodel].filter((word) => word !== '').join(' ');
}

/** What a row is called: "BP-1043 on Ford F-150, 2005–2010". */
export function rowTitle(row: ReviewRow): string {
  return `${row.partNumber} on ${vehicleLabel(row)}, ${yearsLabel(row.from, row.to)}`;
}

/** The keys of the review with what they do. */
export const REVIEW_KEYS = [
  {
    keys: ['↑', '↓', 'K', 'J'],
    does: 'Move to another row; Page Up, Page Down, Ctrl+Home and Ctrl+End go further',
  },
  { keys: ['A'], does: 'Approve the row, or all that is selected' },
  { keys: ['R'], does: 'Reject the row, or all that is selected' },
  { keys: ['U'], does: 'Make it pending again' },
  { keys: ['X', 'Space'], does: 'Select the row; with Shift all rows since the last one' },
  { keys: ['Ctrl A'], does: 'Select all rows that are shown' },
  { keys: ['Enter'], does: 'Open the details of the row' },
  { keys: ['/'], does: 'Search' },
  { keys: ['Ctrl Z'], does: 'Take back your latest decision' },
  { keys: ['?'], does: 'Show these keys' },
] as const;
