/** What somebody has selected for a decision, and what becomes of it when others decide meanwhile. Pure. */
import type { Decision } from '@docket/model/fitment/fitment-group';
import { type ChosenFitments } from '@docket/model/commands/fitment-review-commands';
import type { GroupRows, ReviewRow, ReviewStatus } from './review-rows.ts';

/** The ids of selected rows, each with the status that it had when it was selected. */
export type ReviewSelection = ReadonlyMap<string, ReviewStatus>;

export const NOTHING_SELECTED: ReviewSelection = new Map();

/** The selection as it is when these ids are selected: what was selected before keeps the status that was seen then. */
export function selectionOf(
  ids: ReadonlySet<string>,
  before: ReviewSelection,
  rows: readonly ReviewRow[],
): ReviewSelection {
  const after = new Map<string, ReviewStatus>();
  for (const { id, status } of rows) if (ids.has(id)) after.set(id, before.get(id) ?? status);
  return after;
}

/** `rows` and all that is selected already. */
export function selectedToo(selection: ReviewSelection, rows: readonly ReviewRow[]): ReviewSelection {
  const after = new Map(selection);
  for (const { id, status } of rows) if (!after.has(id)) after.set(id, status);
  return after;
}

/** The selected rows: those that stand as they did when they were selected, and those that have been decided on since. */
export interface SelectedRows {
  standing: readonly ReviewRow[];
  overtaken: readonly ReviewRow[];
}

export function selectedRows(rows: readonly ReviewRow[], selection: ReviewSelection): SelectedRows {
  const standing: ReviewRow[] = [];
  const overtaken: ReviewRow[] = [];
  if (selection.size === 0) return { standing, overtaken };
  for (const row of rows) {
    const seen = selection.get(row.id);
    if (seen === undefined) continue;
    if (seen === row.status) standing.push(row);
    else overtaken.push(row);
  }
  return { standing, overtaken };
}

/** What the command that decides is to be told of rows: those that are decided so already are left out. */
export function chosenOf(
  groups: readonly GroupRows[],
  rows: readonly ReviewRow[],
  decision: Decision | null,
): ChosenFitments[] {
  const ids = new Map<string, string[]>();
  for (const { groupId, fitmentId, status } of rows) {
    if (status === (decision ?? 'pending')) continue;
    const known = ids.get(groupId);
    if (known === undefined) ids.set(groupId, [fitmentId]);
    else known.push(fitmentId);
  }
  return groups.flatMap(({ group }) => {
    const fitmentIds = ids.get(group.id);
    return fitmentIds === undefined ? [] : [{ groupId: group.id, group: group.data, fitmentIds }];
  });
}
