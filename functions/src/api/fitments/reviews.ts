/** What jobs have found, and what is decided on it. */
import type { fitmentReviewOperations } from '@docket/model/api/fitments/reviews';
import type { ApprovedFitmentView } from '@docket/model/api/fitments/schemas';
import { idSchema } from '@docket/model/api/shared';
import { paths } from '@docket/model/paths';
import { FieldPath } from 'firebase-admin/firestore';
import type { Handlers, RequestContext } from '../context.ts';
import { lostCursor, type PageWish } from '../pages.ts';
import { decideOnFitments } from './decide.ts';
import { approvedViews, exceptionViews, fitmentViews } from './fitment-view.ts';
import { countsView, readFitmentJob } from './job-view.ts';
import { BEGINNING, groupsPage, type Place, placeText, readPlace, scanGroups } from './scan-groups.ts';

/** Jobs that one page of approved fitments looks at, and groups of all of them. */
const JOBS_PER_PAGE = 50;
const GROUPS_PER_PAGE = 50;

/** A job, and where to go on in it. */
interface JobPlace {
  jobId: string;
  place: Place;
}

function readJobPlace(cursor: string): JobPlace {
  const colon = cursor.indexOf(':');
  const jobId = cursor.slice(0, Math.max(0, colon));
  if (!idSchema.safeParse(jobId).success) throw lostCursor();
  return { jobId, place: readPlace(cursor.slice(colon + 1)) };
}

/** Job after job, by their ids: jobs that are added or deleted meanwhile move no others. */
async function approvedPage(context: RequestContext, { limit, cursor }: PageWish) {
  const { db, workspaceId } = context;
  const begun = cursor === undefined ? null : readJobPlace(cursor);
  const jobs = db.collection(paths.fitmentJobs(workspaceId)).orderBy(FieldPath.documentId());
  const from = begun === null ? jobs : jobs.startAt(begun.jobId);
  const { docs } = await from.limit(JOBS_PER_PAGE + 1).get();
  const data: ApprovedFitmentView[] = [];
  let groups = 0;
  const nextOf = (jobId: string, place: Place) => `${jobId}:${placeText(place)}`;
  for (const [index, job] of docs.entries()) {
    const start = begun?.jobId === job.id ? begun.place : BEGINNING;
    const isFull = index === JOBS_PER_PAGE || data.length === limit || groups >= GROUPS_PER_PAGE;
    if (isFull) return { data, next_cursor: nextOf(job.id, start) };
    if (Number(job.get('review.approved') ?? 0) === 0) continue;
    const wish = { limit: limit - data.length, from: start, mostGroups: GROUPS_PER_PAGE - groups };
    const scanned = await scanGroups(context, job.id, wish, (groupId, group) =>
      approvedViews(job.id, groupId, group),
    );
    data.push(...scanned.data);
    groups += scanned.groups;
    if (scanned.next !== null) return { data, next_cursor: nextOf(job.id, scanned.next) };
  }
  return { data, next_cursor: null };
}

export const fitmentReviewHandlers: Handlers<keyof typeof fitmentReviewOperations> = {
  listFitments: async ({ path: { fitment_job_id: id }, query }, context) => {
    const job = await readFitmentJob(context, id);
    const page = await groupsPage(context, id, query, (groupId, group) =>
      fitmentViews(groupId, group, query),
    );
    return { ...page, counts: countsView(job) };
  },
  listFitmentExceptions: async ({ path: { fitment_job_id: id }, query }, context) => {
    await readFitmentJob(context, id);
    return await groupsPage(context, id, query, (_groupId, group) => exceptionViews(group));
  },
  bulkApproveFitments: async ({ path, body }, context) =>
    await decideOnFitments(context, path.fitment_job_id, 'approved', body),
  bulkRejectFitments: async ({ path, body }, context) =>
    await decideOnFitments(context, path.fitment_job_id, 'rejected', body),
  bulkResetFitments: async ({ path, body }, context) =>
    await decideOnFitments(context, path.fitment_job_id, null, body),
  listApprovedFitments: async ({ query }, context) => await approvedPage(context, query),
};
