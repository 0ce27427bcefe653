/** The functions as deployed. What they do is in app.ts and in the features; this file says when and where they run. */
import { setTimeout as wait } from 'node:timers/promises';
import { phaseTaskSchema } from '@docket/model/task';
import { setGlobalOptions } from 'firebase-functions/options';
import { onDocumentCreated, onDocumentDeleted, onDocumentWritten } from 'firebase-functions/firestore';
import * as logger from 'firebase-functions/logger';
import { onCall, onRequest } from 'firebase-functions/https';
import { onSchedule } from 'firebase-functions/scheduler';
import { onTaskDispatched, type Request } from 'firebase-functions/tasks';
import { removeDeckFiles } from './collections/decks/clean.ts';
import { removeCollectionData, removeDocumentData } from './collections/remove.ts';
import { serve } from './api/serve.ts';
import {
  administration,
  bucket,
  database,
  deliveries,
  engine,
  httpApi,
  joinFor,
  labelsFor,
  leftOvers,
  log,
  manageMembersFor,
  queueFiguresFor,
} from './app.ts';
import { removeFitmentJobData } from './fitments/removal/remove-fitment-job.ts';
import { countReviews } from './fitments/review/count-reviews.ts';
import { removeImageData } from './images/remove.ts';
import { reorderWritten } from './inventory/lead-times/reorder-written.ts';
import { updateAllLeadTimes } from './inventory/lead-times/update-all.ts';
import { workspaceCreated } from './inventory/locations/workspace-created.ts';
import { itemDeleted } from './inventory/removal/remove-item-data.ts';
import { listingWritten } from './listings/removal/listing-written.ts';
import { becameOpen } from './notifications/became-open.ts';
import {
  enforceAppCheck,
  lightConcurrency,
  maxInstances,
  minInstances,
  region,
  workerInstances,
  workerMemory,
} from './parameters.ts';
import { everyPart } from './services/every-part.ts';
import { giveWay } from './services/give-way.ts';
import { TASK_TIMEOUT_SECONDS } from './services/task-queue.ts';

const local = process.env['FUNCTIONS_EMULATOR'] === 'true';

if (local && process.env['FUNCTION_TARGET'] === 'runImagesPhase') giveWay();

setGlobalOptions({ region, maxInstances, concurrency: lightConcurrency });

const clock = () => new Date();

/** A client has created a job: claim it and dispatch its first phase. */
export const startJob = onDocumentCreated(
  { document: 'workspaces/{workspace}/jobs/{job}', memory: '256MiB', minInstances, retry: true },
  async (event) =>
    await engine().jobCreated({ workspaceId: event.params.workspace, jobId: event.params.job }),
);

/** A client has asked something of a job: to cancel, retry, pause, resume it, or to dismiss its failure. */
export const handleJobRequest = onDocumentCreated(
  {
    document: 'workspaces/{workspace}/job_requests/{request}',
    memory: '256MiB',
    minInstances,
    retry: true,
  },
  async (event) => await engine().requested(event.params.workspace, event.params.request),
);

/**
 * An owner has asked something of the queue: to retry all that failed, or for a backfill or what it would do. That takes its
 * time where there are many images.
 */
export const handleAdminRequest = onDocumentCreated(
  {
    document: 'workspaces/{workspace}/admin_requests/{request}',
    memory: '256MiB',
    timeoutSeconds: TASK_TIMEOUT_SECONDS,
    retry: true,
  },
  async ({ params }) => await (await administration()).requested(params.workspace, params.request),
);

/** An owner has paused the queue of a workspace, or resumed it: go on with what it has held, which may be much. */
export const handleQueueSettings = onDocumentWritten(
  {
    document: 'workspaces/{workspace}/settings/queue',
    memory: '256MiB',
    timeoutSeconds: TASK_TIMEOUT_SECONDS,
    retry: true,
  },
  async ({ params }) => await engine().queueChanged(params.workspace),
);

/** An owner wants to know how full the task queues are. Named as in `QUEUE_FIGURES_FUNCTION`. */
export const queueFigures = onCall(
  { memory: '256MiB', enforceAppCheck },
  async ({ auth, data }) => await queueFiguresFor({ uid: auth?.uid, data }),
);

const runPhase = async (request: Request<unknown>) => {
  const task = phaseTaskSchema.safeParse(request.data);
  if (task.success) await engine().runPhase(task.data);
  else logger.error('a task without a usable payload was dropped', { issues: task.error.issues });
};

/** How a task function that does heavy work is set up: one phase at a time an instance, for it may take most of it. */
const heavy = {
  memory: workerMemory,
  cpu: 1,
  concurrency: 1,
  maxInstances: workerInstances,
  timeoutSeconds: TASK_TIMEOUT_SECONDS,
  retryConfig: { maxAttempts: 5, minBackoffSeconds: 1, maxBackoffSeconds: 30 },
  // Locally a dispatch is a process, so few run at once.
  rateLimits: { maxConcurrentDispatches: local ? 2 : workerInstances },
} as const;

/** Runs phases that read documents. */
export const runDocumentsPhase = onTaskDispatched(heavy, runPhase);

/** Runs phases that deal with batches of images. */
export const runImagesPhase = onTaskDispatched(heavy, runPhase);

/**
 * Looks after what was left lying: lost workers, lost dispatches, retries that are due, data to be removed, ends to be
 * told, webhooks to be called again, wishes of administrators, images that nobody is at. Once after a deployment, it starts
 * the backfill of images.
 */
export const sweepJobs = onSchedule(
  { schedule: 'every 1 minutes', memory: '256MiB', timeoutSeconds: TASK_TIMEOUT_SECONDS },
  async () =>
    await everyPart('sweepJobs', log, {
      runs: async () => await engine().sweep(),
      webhooks: async () => await (await deliveries()).sweep(),
      administration: async () => await (await administration()).sweep(),
      leftOvers: async () => await leftOvers().start(new Date()),
    }),
);

/**
 * A webhook is to be told of something: the end of a run, a test, or once more what it was told before. Calls it at once; what an
 * attempt writes of it is of no interest here, and costs no read.
 */
export const deliverWebhook = onDocumentWritten(
  { document: 'workspaces/{workspace}/webhook_deliveries/{delivery}', memory: '256MiB', retry: true },
  async ({ params, data }) => {
    if (!becameOpen(data)) return;
    await (await deliveries()).attempt({ workspaceId: params.workspace, deliveryId: params.delivery });
  },
);

/** A document was removed from a collection: remove its file and all that was made of it. */
export const removeDocument = onDocumentDeleted(
  {
    document: 'workspaces/{workspace}/collections/{collection}/documents/{document}',
    memory: '256MiB',
    retry: true,
  },
  async ({ params }) =>
    await removeDocumentData(database(), bucket(), params.workspace, params.collection, params.document),
);

/** A deck was taken off the history: remove its files. */
export const removeDeck = onDocumentDeleted(
  {
    document: 'workspaces/{workspace}/collections/{collection}/decks/{deck}',
    memory: '256MiB',
    retry: true,
  },
  async ({ params }) => await removeDeckFiles(bucket(), params.workspace, params.collection, params.deck),
);

/** An image was deleted: remove its files. */
export const removeImage = onDocumentDeleted(
  { document: 'workspaces/{workspace}/images/{image}', memory: '256MiB', retry: true },
  async ({ params, data }) => {
    const place = { workspaceId: params.workspace, imageId: params.image };
    if (data !== undefined) await removeImageData(database(), bucket(), place, data);
  },
);

/** A collection was deleted: end its runs, remove its documents and files. */
export const removeCollection = onDocumentDeleted(
  { document: 'workspaces/{workspace}/collections/{collection}', memory: '256MiB', retry: true },
  async ({ params: { workspace, collection } }) => {
    await engine().subjectDeleted(workspace, collection);
    await removeCollectionData(database(), bucket(), workspace, collection);
  },
);

/** A workspace was created: give it the locations that every one begins with. */
export const setUpWorkspace = onDocumentCreated(
  { document: 'workspaces/{workspace}', memory: '256MiB', retry: true },
  async ({ params, data }) => {
    if (data !== undefined) await workspaceCreated(database(), params.workspace, data, clock);
  },
);

/** A reorder has changed: what was received says how long its supplier takes. */
export const countLeadTime = onDocumentWritten(
  { document: 'workspaces/{workspace}/reorders/{reorder}', memory: '256MiB', retry: true },
  async ({ params, data }) => {
    if (data !== undefined) await reorderWritten(database(), params.workspace, data, clock);
  },
);

/** Brings lead times up to date of whose reorders nobody was told. */
export const updateLeadTimes = onSchedule(
  { schedule: 'every 24 hours', memory: '256MiB', timeoutSeconds: TASK_TIMEOUT_SECONDS },
  async () => await updateAllLeadTimes(database(), clock, log),
);

/** An inventory item was deleted: unless it is brought back, remove its history and its links, cancel what is on order. */
export const removeInventoryItem = onDocumentDeleted(
  {
    document: 'workspaces/{workspace}/inventory_items/{item}',
    memory: '256MiB',
    timeoutSeconds: 120,
    retry: true,
  },
  async ({ params: { workspace, item } }) =>
    await itemDeleted(database(), { workspaceId: workspace, itemId: item }, { clock, wait }),
);

/**
 * A listing was deleted: end its analysis, remove what was found, and the photos that came with it and that nobody else uses. Or
 * it has changed: the same for photos that were taken out of it.
 */
export const followListing = onDocumentWritten(
  { document: 'workspaces/{workspace}/listings/{listing}', memory: '256MiB', retry: true },
  async ({ params: { workspace: workspaceId, listing: listingId }, data, time }) => {
    const endRuns = async () => await engine().subjectDeleted(workspaceId, listingId);
    const parts = { db: database(), bucket: bucket(), endRuns };
    if (data !== undefined) await listingWritten(parts, { workspaceId, listingId }, data, new Date(time));
  },
);

/** Somebody has decided on fitments, or has taken that back: count what is decided on their job. */
export const countFitmentReview = onDocumentCreated(
  {
    document: 'workspaces/{workspace}/fitment_jobs/{job}/reviews/{review}',
    memory: '512MiB',
    timeoutSeconds: 120,
    retry: true,
  },
  async ({ params }) =>
    await countReviews(database(), { workspaceId: params.workspace, fitmentJobId: params.job }),
);

/** A fitment job was deleted: end its run, remove what was found, and its files. */
export const removeFitmentJob = onDocumentDeleted(
  {
    document: 'workspaces/{workspace}/fitment_jobs/{job}',
    memory: '256MiB',
    timeoutSeconds: 120,
    retry: true,
  },
  async ({ params: { workspace, job } }) => {
    await engine().subjectDeleted(workspace, job);
    await removeFitmentJobData(database(), bucket(), { workspaceId: workspace, fitmentJobId: job });
  },
);

/** A member wants labels for items. Named as in `LABELS_FUNCTION`. Fonts for all scripts take their room. */
export const inventoryLabels = onCall(
  { memory: '512MiB', concurrency: 1, enforceAppCheck },
  async ({ auth, data }) => await labelsFor({ uid: auth?.uid, data }),
);

/** Somebody has the link of an invitation: shows it to them, or has them join. Named as in `JOIN_FUNCTION`. */
export const joinWorkspace = onCall(
  { memory: '256MiB', enforceAppCheck },
  async ({ auth, data }) => await joinFor({ auth, data }),
);

/** An owner changes what a member is or removes one, or a member leaves. Named as in `MANAGE_MEMBERS_FUNCTION`. */
export const manageMembers = onCall(
  { memory: '256MiB', enforceAppCheck },
  async ({ auth, data }) => await manageMembersFor({ auth, data }),
);

/** The HTTP API, for programs: model/src/api says what it can do. Hosting hands over what begins with `API_BASE`. */
export const api = onRequest(
  // A body is there several times over while it is taken apart, and before anybody is recognised.
  { memory: '1GiB', concurrency: 8, minInstances, timeoutSeconds: 60, invoker: 'public' },
  async (request, response) => await serve(await httpApi(), request, response),
);
