/**
 * Goes through the groups of a fitment job by the page, entry by entry: a few groups at a time, and never more in one request than
 * it has time for, however few of their entries are wanted.
 */
import { type FitmentGroup, fitmentGroupSchema } from '@docket/model/fitment/fitment-group';
import { paths } from '@docket/model/paths';
import type { RequestContext } from '../context.ts';
import { lostCursor, type PageWish } from '../pages.ts';

/** Groups that are read at first, and then at a time: one has some tens of kilobytes, and often the first will do. */
const FIRST_READ = 2;
const GROUPS_READ = 10;

/** Groups that are read in one request at most. */
const GROUPS_PER_REQUEST = 50;

/** Where the next entry stands: which group, and which place in it. Nothing moves, so it is the same for good. */
export interface Place {
  index: number;
  position: number;
}

export const BEGINNING: Place = { index: 0, position: 0 };

/** Throws an ApiProblem for what is no place. */
export function readPlace(cursor: string): Place {
  const [, index, position] = /^(\d{1,9})\.(\d{1,9})$/u.exec(cursor) ?? [];
  if (index === undefined || position === undefined) throw lostCursor();
  return { index: Number(index), position: Number(position) };
}

export function placeText({ index, position }: Place): string {
  return `${index}.${position}`;
}

/** What came of going through groups: `next` is null at their end. `groups`: how many were read. */
export interface Scanned<T> {
  data: T[];
  next: Place | null;
  groups: number;
}

/**
 * Entries of the job's groups from a place on, in their order, until there are `limit` of them. `entriesOf` lists all entries of a
 * group; null for one that is not wanted.
 */
export async function scanGroups<T>(
  { db, workspaceId }: RequestContext,
  fitmentJobId: string,
  { limit, from, mostGroups = GROUPS_PER_REQUEST }: { limit: number; from: Place; mostGroups?: number },
  entriesOf: (groupId: string, group: FitmentGroup) => readonly (T | null)[],
): Promise<Scanned<T>> {
  const groups = db.collection(paths.fitmentGroups(workspaceId, fitmentJobId)).orderBy('index');
  const data: T[] = [];
  let { index, position } = from;
  let read = 0;
  while (read < mostGroups) {
    const wanted = read === 0 ? FIRST_READ : GROUPS_READ;
    const { docs } = await groups.where('index', '>=', index).limit(wanted).get();
    for (const document of docs) {
      const group = fitmentGroupSchema.safeParse(document.data()).data;
      if (group === undefined) continue;
      if (group.index > index) position = 0;
      index = group.index;
      for (const [place, entry] of entriesOf(document.id, group).entries()) {
        if (place < position || entry === null) continue;
        if (data.length === limit) return { data, next: { index, position: place }, groups: read };
        data.push(entry);
      }
    }
    read += docs.length;
    if (docs.length < wanted) return { data, next: null, groups: read };
    index += 1;
    position = 0;
  }
  return { data, next: { index, position }, groups: read };
}

/** A page of a list of one job. */
export async function groupsPage<T>(
  context: RequestContext,
  fitmentJobId: string,
  { limit, cursor }: PageWish,
  entriesOf: (groupId: string, group: FitmentGroup) => readonly (T | null)[],
): Promise<{ data: T[]; next_cursor: string | null }> {
  const from = cursor === undefined ? BEGINNING : readPlace(cursor);
  const { data, next } = await scanGroups(context, fitmentJobId, { limit, from }, entriesOf);
  return { data, next_cursor: next === null ? null : placeText(next) };
}
