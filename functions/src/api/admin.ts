/** The processing queue of a workspace, for those who administer it. */
import { type adminOperations, type processingQueueView, QUEUE_READ } from '@docket/model/api/admin';
import { API_BASE } from '@docket/model/api/address';
import { breakerSchema, recentFailures } from '@docket/model/breaker';
import { askAdministration, pauseQueue } from '@docket/model/commands/queue-commands';
import { groupFailures } from '@docket/model/failure-groups';
import { IMAGE_PROCESSING_STATUSES, type ImageProcessingStatus, imageSchema } from '@docket/model/image';
import { isActive, type Job, jobSchema } from '@docket/model/job';
import { summarise } from '@docket/model/job-summary';
import { paths } from '@docket/model/paths';
import { queueSettingsSchema } from '@docket/model/queue';
import {
  batchImages,
  inStateSince,
  isWaitingState,
  type QueueState,
  queueStateOf,
} from '@docket/model/queue-state';
import type { Query } from 'firebase-admin/firestore';
import type { z } from 'zod';
import type { Handlers, RequestContext } from './context.ts';

/** Breakers that are looked at: one a service. */
const BREAKERS_READ = 200;

/** The documents of a query that can be read, with their ids. */
async function readAll<T>(query: Query, schema: z.ZodType<T>): Promise<{ id: string; data: T }[]> {
  const { docs } = await query.get();
  return docs.flatMap((document) => {
    const read = schema.safeParse(document.data());
    return read.success ? [{ id: document.id, data: read.data }] : [];
  });
}

const countOf = async (query: Query) => (await query.count().get()).data().count;

function queuedRunView({ id, data }: { id: string; data: Job }, now: Date) {
  const status = summarise(id, data, data.updated_at ?? data.created_at);
  const state = queueStateOf(data, status);
  const since = inStateSince(data, state, status);
  return {
    run_id: id,
    pipeline: data.pipeline,
    subject: data.subject,
    state,
    phase: status.current_phase,
    attempt: data.attempt,
    percentage: status.progress.percentage,
    since,
    age_seconds: Math.max(0, Math.round((now.getTime() - since.getTime()) / 1_000)),
    images: batchImages(data, status),
  };
}

async function processingQueue({
  db,
  workspaceId,
  clock,
}: RequestContext): Promise<z.input<typeof processingQueueView>> {
  const jobs = db.collection(paths.jobs(workspaceId));
  const images = db.collection(paths.images(workspaceId));
  const open = jobs.where('open', '==', true);
  const failed = jobs.where('needs_attention', '==', true);
  const inState = (status: string) => images.where('processing_status', '==', status);
  const [settings, openRuns, openCount, failedRuns, failedCount, failedImages, imageCounts, breakers] =
    await Promise.all([
      db.doc(paths.queueSettings(workspaceId)).get(),
      readAll(open.orderBy('created_at').limit(QUEUE_READ.openRuns), jobSchema),
      countOf(open),
      readAll(failed.limit(QUEUE_READ.failedRuns), jobSchema),
      countOf(failed),
      readAll(inState('failed').limit(QUEUE_READ.failedImages), imageSchema),
      Promise.all(
        IMAGE_PROCESSING_STATUSES.map(async (status) => [status, await countOf(inState(status))] as const),
      ),
      readAll(db.collection(paths.breakers(workspaceId)).limit(BREAKERS_READ), breakerSchema),
    ]);
  const now = clock();
  const queue = openRuns.filter(({ data }) => isActive(data.status)).map((run) => queuedRunView(run, now));
  const waiting = queue
    .filter(({ state }) => isWaitingState(state))
    .toSorted((a, b) => a.since.getTime() - b.since.getTime());
  const troubled = breakers.flatMap(({ data }) => {
    const { service, state, last_error, retry_at } = data;
    const recent_failures = recentFailures(data, now);
    const isQuiet = state === 'closed' && recent_failures === 0;
    return isQuiet ? [] : [{ service, state, recent_failures, last_error, retry_at }];
  });
  return {
    paused: queueSettingsSchema.safeParse(settings.data()).data?.paused ?? false,
    open_runs: openCount,
    runs: countStates(queue),
    images: countImages(imageCounts),
    failed_runs: failedCount,
    oldest_waiting: waiting[0] ?? null,
    queue,
    failures: groupFailures(failedRuns, failedImages, openRuns).map(({ code, message, runs, ...group }) => ({
      cause: code,
      message,
      runs,
      images: group.images,
      latest_at: group.latest,
    })),
    breakers: troubled,
  };
}

function countStates(queue: readonly { state: QueueState }[]) {
  const counts = { processing: 0, retrying: 0, waiting: 0, queued: 0, held: 0, paused: 0 };
  for (const { state } of queue) counts[state] += 1;
  return counts;
}

function countImages(counted: readonly (readonly [status: ImageProcessingStatus, count: number])[]) {
  const counts = { queued: 0, processing: 0, completed: 0, failed: 0, cancelled: 0 };
  for (const [status, count] of counted) counts[status] = count;
  return counts;
}

/** Pauses the queue, or lets it go on. */
async function setPaused(context: RequestContext, paused: boolean): Promise<{ paused: boolean }> {
  await context.commit(pauseQueue(context.actor, paused));
  return { paused };
}

export const adminHandlers: Handlers<keyof typeof adminOperations> = {
  getProcessingQueue: async (_given, context) => await processingQueue(context),
  retryAllFailed: async ({ body: { cause } }, context) => {
    const { workspaceId, actor } = context;
    const id = context.newId('retry-all-failed');
    await context.commit(askAdministration(actor, id, { action: 'retry_all_failed', cause }));
    return { request_id: id, status_url: `${API_BASE}/workspaces/${workspaceId}/admin/processing-queue` };
  },
  pauseQueue: async (_given, context) => await setPaused(context, true),
  resumeQueue: async (_given, context) => await setPaused(context, false),
};
