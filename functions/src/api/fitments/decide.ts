/**
 * Decides on many fitments at once, as somebody does on the page: the same documents, so that counts stay right and reviewers see
 * it. Each part of it is decided on what the groups are at that moment, so that nothing is done over the head of somebody who
 * decides at the same time.
 */
import type { ReviewWish } from '@docket/model/api/fitments/schemas';
import { ApiProblem } from '@docket/model/api/problem';
import { type ChosenFitments, reviewFitments } from '@docket/model/commands/fitment-review-commands';
import { type Decision, type FitmentGroup, fitmentGroupSchema } from '@docket/model/fitment/fitment-group';
import { paths } from '@docket/model/paths';
import { FieldValue } from 'firebase-admin/firestore';
import { countReviews } from '../../fitments/review/count-reviews.ts';
import type { RequestContext } from '../context.ts';
import { namedIds } from '../references.ts';
import { fitmentRef, isMeant, readFitmentRef } from './fitment-view.ts';
import { countsView, readFitmentJob } from './job-view.ts';

/** Groups that are decided on together: each may have a hundred kilobytes, and a commit takes ten megabytes. */
const GROUPS_AT_ONCE = 40;

interface Tally {
  decided: number;
  already: number;
}

const sum = (a: Tally, b: Tally): Tally => ({
  decided: a.decided + b.decided,
  already: a.already + b.already,
});
const NOTHING: Tally = { decided: 0, already: 0 };

/** Which fitments of a group are wanted; `left`: none of those, however they stand, that others have decided on. */
type Choice = (groupId: string, group: FitmentGroup) => { ids: string[]; already: number };

/** Decides on some groups in one commit; on fewer at a time where they are too large for one. */
async function decideOn(
  context: RequestContext,
  fitmentJobId: string,
  decision: Decision | null,
  groupIds: readonly string[],
  choose: Choice,
): Promise<Tally> {
  const { db, workspaceId, actor } = context;
  const reviews = db.collection(paths.fitmentReviews(workspaceId, fitmentJobId));
  const markers = { newId: () => reviews.doc().id, removed: FieldValue.delete() };
  const tally = await context.transact(async (transaction) => {
    const refs = groupIds.map((id) => db.doc(paths.fitmentGroup(workspaceId, fitmentJobId, id)));
    const chosen: ChosenFitments[] = [];
    let already = 0;
    for (const snapshot of await transaction.getAll(...refs)) {
      const group = fitmentGroupSchema.safeParse(snapshot.data()).data;
      if (group === undefined) continue;
      const wanted = choose(snapshot.id, group);
      already += wanted.already;
      chosen.push({ groupId: snapshot.id, group, fitmentIds: wanted.ids });
    }
    const { commits, count } = reviewFitments(actor, fitmentJobId, decision, chosen, markers);
    if (commits.length > 1) return { writes: [], result: null };
    return { writes: commits.flat(), result: { decided: count, already } };
  });
  if (tally !== null) return tally;
  const half = Math.ceil(groupIds.length / 2);
  return sum(
    await decideOn(context, fitmentJobId, decision, groupIds.slice(0, half), choose),
    await decideOn(context, fitmentJobId, decision, groupIds.slice(half), choose),
  );
}

async function decideOnAll(
  context: RequestContext,
  fitmentJobId: string,
  decision: Decision | null,
  groupIds: readonly string[],
  choose: Choice,
): Promise<Tally> {
  let tally = NOTHING;
  for (let start = 0; start < groupIds.length; start += GROUPS_AT_ONCE) {
    const some = groupIds.slice(start, start + GROUPS_AT_ONCE);
    tally = sum(tally, await decideOn(context, fitmentJobId, decision, some, choose));
  }
  return tally;
}

/** Throws an ApiProblem that names some of the fitments that are not there. */
async function requireFitments(
  { db, workspaceId }: RequestContext,
  fitmentJobId: string,
  wanted: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const ids = [...wanted.keys()];
  const unknown: string[] = [];
  for (let start = 0; start < ids.length; start += GROUPS_AT_ONCE) {
    const refs = ids
      .slice(start, start + GROUPS_AT_ONCE)
      .map((id) => db.doc(paths.fitmentGroup(workspaceId, fitmentJobId, id)));
    for (const snapshot of await db.getAll(...refs)) {
      const group = fitmentGroupSchema.safeParse(snapshot.data()).data;
      for (const id of wanted.get(snapshot.id) ?? [])
        if (group === undefined || !Object.hasOwn(group.fitments, id))
          unknown.push(fitmentRef(snapshot.id, id));
    }
  }
  if (unknown.length > 0)
    throw new ApiProblem('unprocessable', `There are no such fitments in this job: ${namedIds(unknown)}.`);
}

/** Those that are named, each once, by their groups. */
function namedByGroup(refs: readonly string[]): Map<string, string[]> {
  const byGroup = Map.groupBy(
    [...new Set(refs)].map((ref) => readFitmentRef(ref)),
    ({ groupId }) => groupId,
  );
  return new Map([...byGroup].map(([groupId, own]) => [groupId, own.map(({ fitmentId }) => fitmentId)]));
}

/** Decides on what `wish` means; null takes decisions back. Throws an ApiProblem, before anything is written, where it cannot. */
export async function decideOnFitments(
  context: RequestContext,
  fitmentJobId: string,
  decision: Decision | null,
  wish: ReviewWish,
) {
  const { db, workspaceId } = context;
  const { results } = await readFitmentJob(context, fitmentJobId);
  if (results === null)
    throw new ApiProblem('conflict', 'Nothing can be decided on before the run of the job has completed.');
  let tally: Tally;
  if ('fitment_ids' in wish) {
    const named = namedByGroup(wish.fitment_ids);
    await requireFitments(context, fitmentJobId, named);
    tally = await decideOnAll(context, fitmentJobId, decision, [...named.keys()], (groupId, group) => {
      const wanted = named.get(groupId) ?? [];
      const ids = wanted.filter((id) => (group.decisions[id] ?? null) !== decision);
      return { ids, already: wanted.length - ids.length };
    });
  } else {
    const { all: _, ...meant } = wish;
    const groups = db.collection(paths.fitmentGroups(workspaceId, fitmentJobId));
    const groupIds = (await groups.select().get()).docs.map(({ id }) => id);
    tally = await decideOnAll(context, fitmentJobId, decision, groupIds, (_groupId, group) => {
      const ids = Object.entries(group.fitments).flatMap(([id, fitment]) =>
        isMeant(group, fitment, meant) ? [id] : [],
      );
      const stands = (id: string) => group.decisions[id] ?? null;
      return {
        // What others have decided stays; taken back is whatever was decided.
        ids: ids.filter((id) => (decision === null ? stands(id) !== null : stands(id) === null)),
        already: ids.filter((id) => stands(id) === decision).length,
      };
    });
  }
  // As the functions do a moment later: whoever asks next is told the right counts.
  if (tally.decided > 0) await countReviews(db, { workspaceId, fitmentJobId });
  return { ...tally, counts: countsView(await readFitmentJob(context, fitmentJobId)) };
}
