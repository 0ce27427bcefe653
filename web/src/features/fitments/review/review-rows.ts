/**
 * The fitments of a job as rows, made of its groups. Everything is kept by group, so that a decision among tens of thousands
 * of fitments makes the rows of one group anew, and of these only those that have changed. Pure.
 */
import {
  type Decision,
  type FitmentGroup,
  fitmentsInOrder,
  type GroupFitment,
} from '@docket/model/fitment/fitment-group';
import type { ReviewCounts } from '@docket/model/fitment/fitment-job';
import type { Stored } from '../../../data/reader.ts';

/** How a fitment stands. */
export type ReviewStatus = 'pending' | Decision;

/** A fitment, ready to be shown. The object is the same as long as nothing about it changes. */
export interface ReviewRow {
  /** Of the row: the ids of its group and of the fitment within it. */
  id: string;
  groupId: string;
  fitmentId: string;
  partId: string;
  partNumber: string;
  description: string;
  make: string;
  model: string;
  /** '' when every submodel is meant. */
  submodel: string;
  qualifiers: readonly string[];
  /** First and last model year, both included. */
  from: number;
  to: number;
  /** From 0 to 1. */
  confidence: number;
  reasoning: string;
  status: ReviewStatus;
  /** What a search looks at, in small letters. */
  text: string;
}

/** The rows of a group with how many there are of each status, part by part. */
export interface GroupRows {
  group: Stored<FitmentGroup>;
  rows: readonly ReviewRow[];
  counts: ReviewCounts;
  /** The same object as long as no fitment comes, goes or changes, whatever is decided on them. */
  facts: object;
}

/** "2005–2010", or "2005" for one year alone. */
export function yearsLabel(from: number, to: number): string {
  return from === to ? String(from) : `${from}–${to}`;
}

type Facts = Omit<ReviewRow, 'status'>;

function factsOf(groupId: string, fitmentId: string, { parts }: FitmentGroup, fitment: GroupFitment): Facts {
  const { part, make, model, submodel, qualifiers, from, to, confidence, reasoning } = fitment;
  const { part_id: partId = '', part_number: partNumber = '', description = '' } = parts[part] ?? {};
  return {
    id: `${groupId}/${fitmentId}`,
    groupId,
    fitmentId,
    partId,
    partNumber,
    description,
    make,
    model,
    submodel,
    qualifiers,
    from,
    to,
    confidence,
    reasoning,
    text: [partNumber, description, make, model, submodel, ...qualifiers, yearsLabel(from, to)]
      .join(' ')
      .toLowerCase(),
  };
}

/** Whether a row says of the fitment what another one says. */
function isSame(a: ReviewRow, b: Facts): boolean {
  return (
    a.text === b.text &&
    a.partId === b.partId &&
    a.make === b.make &&
    a.model === b.model &&
    a.submodel === b.submodel &&
    a.confidence === b.confidence &&
    a.reasoning === b.reasoning &&
    a.qualifiers.join('\n') === b.qualifiers.join('\n')
  );
}

function rowsOf(stored: Stored<FitmentGroup>, before: GroupRows | undefined): GroupRows {
  const known = new Map(before?.rows.map((row) => [row.id, row]));
  const { decisions } = stored.data;
  const counts = { pending: 0, approved: 0, rejected: 0 };
  let isNew = before === undefined || before.rows.length !== Object.keys(stored.data.fitments).length;
  const rows = fitmentsInOrder(stored.data).map(([fitmentId, fitment]): ReviewRow => {
    const facts = factsOf(stored.id, fitmentId, stored.data, fitment);
    const status = decisions[fitmentId] ?? 'pending';
    counts[status] += 1;
    const row = known.get(facts.id);
    if (row === undefined || !isSame(row, facts)) {
      isNew = true;
      return { ...facts, status };
    }
    return row.status === status ? row : { ...row, status };
  });
  return { group: stored, rows, counts, facts: isNew || before === undefined ? {} : before.facts };
}

/** All rows of a job. */
export interface ReviewRows {
  groups: readonly GroupRows[];
  rows: readonly ReviewRow[];
  counts: ReviewCounts;
  /** The same object as long as no fitment comes, goes or changes, whatever is decided on them. */
  facts: object;
}

export const NO_ROWS: ReviewRows = {
  groups: [],
  rows: [],
  counts: { pending: 0, approved: 0, rejected: 0 },
  facts: {},
};

/** A function that makes rows of the groups of one job and remembers those that it made before. */
export function rowsMaker(): (groups: readonly Stored<FitmentGroup>[]) => ReviewRows {
  let known = new Map<string, GroupRows>();
  let facts = {};
  return (stored) => {
    const groups = stored.map((group) => {
      const before = known.get(group.id);
      return before?.group === group ? before : rowsOf(group, before);
    });
    const isSameSet =
      groups.length === known.size && groups.every((made) => known.get(made.group.id)?.facts === made.facts);
    if (!isSameSet) facts = {};
    known = new Map(groups.map((made) => [made.group.id, made]));
    const counts = { pending: 0, approved: 0, rejected: 0 };
    for (const { counts: own } of groups) {
      counts.pending += own.pending;
      counts.approved += own.approved;
      counts.rejected += own.rejected;
    }
    return { groups, rows: groups.flatMap(({ rows }) => rows), counts, facts };
  };
}
