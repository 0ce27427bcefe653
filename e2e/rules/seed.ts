/** What is in the database before each test of the rules. */
import { JOB_STATUSES, type JobStatus } from '@docket/model/job';
import { jobId, paths } from '@docket/model/paths';
import { ROLES } from '@docket/model/roles';
import { newDeckSettings, newMapping, newWebhook } from './valid-records.ts';
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

function job(collectionId: string, run: number, status: JobStatus) {
  return {
    pipeline: 'document_processing',
    subject: { type: 'collection', id: collectionId },
    input: { document_ids: ['d1'] },
    run,
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
    [paths.job(WORKSPACE, jobIn(status)), job(collectionIn(status), 1, status)],
  ];
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
  [
    paths.webhookDelivery(WORKSPACE, 'failed'),
    { webhook_id: 'w1', state: 'failed', open: false, next_attempt_at: null, payload: { run: 1 } },
  ],
  [
    paths.webhookDelivery(WORKSPACE, 'delivered'),
    { webhook_id: 'w1', state: 'delivered', open: false, next_attempt_at: null, payload: { run: 1 } },
  ],
  [paths.pipelineStat(WORKSPACE, 'deck_generation'), { completed: 1 }],
  [paths.mailSettings(WORKSPACE, uidOf('viewer')), { events: ['job.failed'] }],
  ...JOB_STATUSES.flatMap(processed),
  [paths.jobRequest(WORKSPACE, 'r1'), { job_id: jobIn('failed'), action: 'retry', by: uidOf('editor'), at }],
]);
