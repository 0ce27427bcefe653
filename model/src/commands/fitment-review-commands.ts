/** What people decide on fitments, and taking it back, as the writes that do it. */
import type { Decision, FitmentGroup } from '../fitment/fitment-group.ts';
import type { ReviewDeed } from '../fitment/fitment-review.ts';
import { paths } from '../paths.ts';
import type { Actor, Write } from './write.ts';

/** Firestore takes 500 writes in a commit, one of which is the review itself. */
const GROUPS_PER_COMMIT = 499;

/** And 10 MiB of documents as they are afterwards, measured a little otherwise than here. In characters of their JSON. */
const SIZE_PER_COMMIT = 6_000_000;

/** Fitments of one group that are to be decided on, and the group as it is. */
export interface ChosenFitments {
  groupId: string;
  group: FitmentGroup;
  fitmentIds: readonly string[];
}

/** What a review has changed, for undoing it. */
export interface MadeReview {
  fitmentJobId: string;
  /** Null: they were made pending again. */
  decision: Decision | null;
  /** What there was before, by the ids of fitments; null: nothing. */
  groups: readonly { groupId: string; before: ReadonlyMap<string, Decision | null> }[];
}

/** A review as commits to be made one by one: more than one only where a hundred groups or more are concerned. */
export interface Review {
  commits: Write[][];
  made: MadeReview;
  /** Fitments that are decided on. */
  count: number;
}

interface GroupChange {
  groupId: string;
  group: FitmentGroup;
  /** What is decided on each fitment; null: nothing any more. */
  after: ReadonlyMap<string, Decision | null>;
}

/** What a review needs of the database. */
export interface ReviewMarkers {
  newId: () => string;
  /** The marker for `update` that takes a field away. */
  removed: unknown;
}

function commitsOf(
  actor: Actor,
  fitmentJobId: string,
  deed: ReviewDeed,
  changes: readonly GroupChange[],
  { newId, removed }: ReviewMarkers,
): Write[][] {
  const { workspaceId, uid, serverTime } = actor;
  return portions(changes).map((some) => {
    const reviewId = newId();
    const decided = some.map(
      ({ groupId, after }): Write => ({
        kind: 'update',
        path: paths.fitmentGroup(workspaceId, fitmentJobId, groupId),
        fields: {
          // One by one: what others decide on the same group at the same time stays.
          ...Object.fromEntries([...after].map(([id, value]) => [`decisions.${id}`, value ?? removed])),
          reviewed_by: uid,
          reviewed_at: serverTime,
          review_id: reviewId,
        },
      }),
    );
    const fitments = some.reduce((sum, { after }) => sum + after.size, 0);
    const review: Write = {
      kind: 'create',
      path: paths.fitmentReview(workspaceId, fitmentJobId, reviewId),
      fields: { decision: deed, fitments, by: uid, at: serverTime },
    };
    return [...decided, review];
  });
}

/** As many at a time as a commit takes. */
function portions(changes: readonly GroupChange[]): GroupChange[][] {
  const made: GroupChange[][] = [];
  let room = 0;
  for (const change of changes) {
    const size = JSON.stringify(change.group).length;
    const last = made.at(-1);
    if (last === undefined || last.length === GROUPS_PER_COMMIT || size > room) {
      made.push([change]);
      room = SIZE_PER_COMMIT - size;
    } else {
      last.push(change);
      room -= size;
    }
  }
  return made;
}

/** Decides on the chosen fitments of a job that are not decided so yet. With null they are pending again. */
export function reviewFitments(
  actor: Actor,
  fitmentJobId: string,
  decision: Decision | null,
  chosen: readonly ChosenFitments[],
  markers: ReviewMarkers,
): Review {
  const concerned = chosen.flatMap(({ groupId, group, fitmentIds }) => {
    const { decisions } = group;
    const open = fitmentIds.filter((id) => (decisions[id] ?? null) !== decision);
    return open.length === 0
      ? []
      : [{ groupId, group, before: new Map(open.map((id) => [id, decisions[id] ?? null])) }];
  });
  const changes = concerned.map(({ groupId, group, before }) => ({
    groupId,
    group,
    after: new Map([...before.keys()].map((id) => [id, decision])),
  }));
  return {
    commits: commitsOf(actor, fitmentJobId, decision ?? 'undone', changes, markers),
    made: { fitmentJobId, decision, groups: concerned.map(({ groupId, before }) => ({ groupId, before })) },
    count: concerned.reduce((sum, { before }) => sum + before.size, 0),
  };
}

/**
 * Puts back what there was before a review, where it still is as that review left it: the commits, and how many fitments that
 * is. `groupOf` yields a group as it is now; undefined when it is gone.
 */
export function undoReview(
  actor: Actor,
  { fitmentJobId, decision, groups }: MadeReview,
  groupOf: (groupId: string) => FitmentGroup | undefined,
  markers: ReviewMarkers,
): Pick<Review, 'commits' | 'count'> {
  const changes = groups.flatMap(({ groupId, before }) => {
    const group = groupOf(groupId);
    if (group === undefined) return [];
    const after = new Map([...before].filter(([id]) => (group.decisions[id] ?? null) === decision));
    return after.size === 0 ? [] : [{ groupId, group, after }];
  });
  return {
    commits: commitsOf(actor, fitmentJobId, 'undone', changes, markers),
    count: changes.reduce((sum, { after }) => sum + after.size, 0),
  };
}
