/** What is in the database before each test of the rules. */
import { JOB_STATUSES, type JobStatus } from '@docket/model/job';
import { jobId, paths } from '@docket/model/paths';
import { ROLES } from '@docket/model/roles';
import { uploadedImageId } from '@docket/model/image';
import { PIPELINE_DEFINITIONS, type Pipeline } from '@docket/model/pipelines';
import { API_SEED } from './seed-api.ts';
import { FITMENT_SEED } from './seed-fitments.ts';
import { INVENTORY_SEED } from './seed-inventory.ts';
import { LISTING_SEED } from './seed-listings.ts';
import { newInventoryImport } from './valid-inventory.ts';
import { newListing } from './valid-listings.ts';
import { newDeckSettings, newImage, newInvitation, newMapping, newWebhook } from './valid-records.ts';
import { membership, OTHER_WORKSPACE, uidOf, WORKSPACE } from './people.ts';

const at = new Date('2026-01-01T00:00:00Z');

/** The headers that a person has said something about. */
export const FINGERPRINT = '0123456789abcdef0123';
/** A collection that has never been processed. */
export const FRESH = 'fresh';
/** The collection whose last run, the first, is in `status`. */
export const collectionIn = (status: JobStatus) => `collection-${status}`;
/** That run. */
export const jobIn = (status: JobStatus) => jobId(collectionIn(status), 'document_processing', 1);
/** An image of the library. */
export const IMAGE = uploadedImageId('a'.repeat(64));
/** The batch of images whose run is in `status`, and that run. */
export const batchIn = (status: JobStatus) => `batch${status}`;
export const batchJobIn = (status: JobStatus) => jobId(batchIn(status), 'image_processing', 1);
/** The import of inventory items whose run is in `status`, and that run. */
export const importIn = (status: JobStatus) => `import-${status}`;
export const importJobIn = (status: JobStatus) => jobId(importIn(status), 'inventory_import', 1);
/** The listing whose analysis is in `status`, and that analysis. */
export const listingIn = (status: JobStatus) => `listing-${status}`;
export const listingJobIn = (status: JobStatus) => jobId(listingIn(status), 'listing_analysis', 1);
/** A backfill, and its run, which is under way. */
export const BACKFILL = 'images-v1';
export const BACKFILL_JOB = jobId(BACKFILL, 'image_backfill', 1);

const SUMMARY_STATUS = {
  queued: 'queued',
  processing: 'processing',
  paused: 'paused',
  cancelling: 'processing',
  cancelled: 'cancelled',
  failed: 'failed',
  completed: 'completed',
} as const satisfies Record<JobStatus, string>;

const collection = { name: 'Spring', season: '', created_by: uidOf('owner'), created_at: at };

function job(pipeline: Pipeline, subject: string, input: object, status: JobStatus) {
  return {
    pipeline,
    subject: { type: PIPELINE_DEFINITIONS[pipeline].subject, id: subject },
    input,
    run: 1,
    created_by: uidOf('editor'),
    created_at: at,
    status,
    open: true,
  };
}

function processed(status: JobStatus): [string, object][] {
  const summary = { status: SUMMARY_STATUS[status], run: 1, task_id: jobIn(status) };
  return [
    [
      paths.collection(WORKSPACE, collectionIn(status)),
      { ...collection, categories: [], processing_status: { document_processing: summary } },
    ],
    [
      paths.job(WORKSPACE, jobIn(status)),
      job('document_processing', collectionIn(status), { document_ids: ['d1'] }, status),
    ],
  ];
}

function batch(status: JobStatus): [string, object][] {
  const summary = { status: SUMMARY_STATUS[status], run: 1, task_id: batchJobIn(status) };
  const fields = { source: 'upload', image_count: 1, created_by: uidOf('editor'), created_at: at };
  return [
    [
      paths.imageBatch(WORKSPACE, batchIn(status)),
      { ...fields, processing_status: { image_processing: summary } },
    ],
    [
      paths.job(WORKSPACE, batchJobIn(status)),
      job('image_processing', batchIn(status), { document_ids: [], image_ids: [IMAGE] }, status),
    ],
  ];
}

function imported(status: JobStatus): [string, object][] {
  const summary = { status: SUMMARY_STATUS[status], run: 1, task_id: importJobIn(status) };
  return [
    [
      paths.inventoryImport(WORKSPACE, importIn(status)),
      {
        ...newInventoryImport('editor', at, importIn(status)),
        processing_status: { inventory_import: summary },
      },
    ],
    [
      paths.job(WORKSPACE, importJobIn(status)),
      job('inventory_import', importIn(status), { document_ids: [] }, status),
    ],
  ];
}

function analysed(status: JobStatus): [string, object][] {
  const summary = { status: SUMMARY_STATUS[status], run: 1, task_id: listingJobIn(status) };
  return [
    [
      paths.listing(WORKSPACE, listingIn(status)),
      { ...newListing('editor', at), processing_status: { listing_analysis: summary } },
    ],
    [
      paths.job(WORKSPACE, listingJobIn(status)),
      job('listing_analysis', listingIn(status), { document_ids: [] }, status),
    ],
  ];
}

/** What a webhook holds that was switched off since nothing arrived. */
const FAILING = { since: at, deliveries: 20 };
/** What a delivery holds that was sent again once. */
const REPLAYED = { number: 1, by: uidOf('owner'), at };

/** A delivery to `webhook` that has come to rest in `state`. */
function settled(webhook: string, state: string) {
  return {
    webhook_id: webhook,
    state,
    open: false,
    next_attempt_at: null,
    payload: { run: 1 },
    replay: null,
    expires_at: at,
  };
}

/** Documents by their paths. */
export const SEED: ReadonlyMap<string, object> = new Map<string, object>([
  [paths.user(uidOf('owner')), { theme: 'dark' }],
  ['settings/global', { open: true }],
  [paths.mail('m1'), { to: ['owner@docket.example'] }],
  [`${paths.collection(WORKSPACE, FRESH)}/settings/other`, { title: 'Spring' }],
  [paths.workspace(WORKSPACE), { name: 'Harbour', created_by: uidOf('owner'), created_at: at }],
  [paths.workspace(OTHER_WORKSPACE), { name: 'Elsewhere', created_by: uidOf('stranger'), created_at: at }],
  ...ROLES.map((role): [string, object] => [
    paths.member(WORKSPACE, uidOf(role)),
    membership(role, WORKSPACE, role),
  ]),
  [paths.member(OTHER_WORKSPACE, uidOf('stranger')), membership('stranger', OTHER_WORKSPACE, 'owner')],
  [paths.invitation(WORKSPACE, 'open'), newInvitation('owner', at)],
  [
    paths.invitation(WORKSPACE, 'accepted'),
    { ...newInvitation('owner', at), state: { kind: 'accepted', by: uidOf('editor'), at } },
  ],
  [
    paths.invitation(WORKSPACE, 'revoked'),
    { ...newInvitation('owner', at), state: { kind: 'revoked', by: uidOf('owner'), at } },
  ],
  [paths.collection(WORKSPACE, FRESH), collection],
  [
    paths.document(WORKSPACE, FRESH, 'd1'),
    { kind: 'linesheet', file_name: 'a.pdf', size: 5, uploaded_by: uidOf('editor'), uploaded_at: at },
  ],
  [paths.product(WORKSPACE, FRESH, 'd1', 'p1'), { name: 'Jacket', job_id: 'j' }],
  [paths.orderTable(WORKSPACE, FRESH, 'd1', 't1'), { job_id: 'j', position: 0 }],
  [paths.item(WORKSPACE, FRESH, 'i1'), { generated: { name: 'Jacket' }, edits: {}, run: 1, job_id: 'j' }],
  [paths.deckSettings(WORKSPACE, FRESH), newDeckSettings()],
  [paths.deck(WORKSPACE, FRESH, 'k1'), { title: 'Spring', job_id: 'j' }],
  [paths.columnMapping(WORKSPACE, FINGERPRINT), newMapping('editor', at)],
  [paths.webhook(WORKSPACE, 'w1'), newWebhook('owner', at)],
  [paths.webhook(WORKSPACE, 'off'), { ...newWebhook('owner', at), active: false, failing: FAILING }],
  [paths.webhookDelivery(WORKSPACE, 'failed'), settled('w1', 'failed')],
  [paths.webhookDelivery(WORKSPACE, 'delivered'), { ...settled('w1', 'delivered'), replay: REPLAYED }],
  [paths.webhookDelivery(WORKSPACE, 'pending'), { ...settled('w1', 'pending'), open: true }],
  [paths.webhookDelivery(WORKSPACE, 'of-off'), settled('off', 'failed')],
  [paths.webhookDelivery(WORKSPACE, 'of-gone'), settled('gone', 'failed')],
  [paths.pipelineStat(WORKSPACE, 'deck_generation'), { completed: 1 }],
  [paths.pipelineAnalytics(WORKSPACE, 'deck_generation'), { days: [] }],
  [paths.mailSettings(WORKSPACE, uidOf('viewer')), { events: ['job.failed'] }],
  ...JOB_STATUSES.flatMap(processed),
  [paths.image(WORKSPACE, IMAGE), newImage('editor', at, IMAGE)],
  ...JOB_STATUSES.flatMap(batch),
  ...INVENTORY_SEED,
  ...JOB_STATUSES.flatMap(imported),
  ...LISTING_SEED,
  ...JOB_STATUSES.flatMap(analysed),
  ...FITMENT_SEED,
  ...API_SEED,
  [paths.backfill(WORKSPACE, BACKFILL), { created_by: 'deployment', created_at: at }],
  [paths.job(WORKSPACE, BACKFILL_JOB), job('image_backfill', BACKFILL, { document_ids: [] }, 'processing')],
  [paths.breaker(WORKSPACE, 'br1'), { state: 'open', failures: [at] }],
  [paths.queueSettings(WORKSPACE), { paused: false, by: uidOf('owner'), at }],
  [`workspaces/${WORKSPACE}/settings/other`, { paused: false, by: uidOf('owner'), at }],
  [paths.adminRequest(WORKSPACE, 'a1'), { action: 'preview_backfill', by: uidOf('owner'), at }],
  [paths.deployment('images-v1'), { at }],
  [paths.jobRequest(WORKSPACE, 'r1'), { job_id: jobIn('failed'), action: 'retry', by: uidOf('editor'), at }],
]);
