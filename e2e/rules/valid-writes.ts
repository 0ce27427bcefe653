/** For each kind of record, what the app writes: every field as it must be. Tests change one thing at a time. */
import { jobId, paths, storagePaths } from '@docket/model/paths';
import { type Pipeline, pipelineDefinition } from '@docket/model/pipelines';
import { emailOf, type Person, uidOf, WORKSPACE } from './people.ts';
import { FRESH, jobIn } from './seed.ts';
import { NEW_IMAGE } from './valid-records.ts';

type SignedIn = Exclude<Person, 'nobody signed in'>;

/** Fields of a write; `now` is the marker for the server's time. */
export type Fields = Record<string, unknown>;

export function newWorkspace(by: SignedIn, now: unknown): Fields {
  return { name: 'Atelier', created_by: uidOf(by), created_at: now };
}

export function founder(by: SignedIn, workspace: string, now: unknown): Fields {
  return {
    uid: uidOf(by),
    workspace_id: workspace,
    role: 'owner',
    email: emailOf(by),
    display_name: 'Ada',
    joined_at: now,
  };
}

export function newCollection(by: SignedIn, now: unknown): Fields {
  return { name: 'Autumn', season: 'AW26', created_by: uidOf(by), created_at: now };
}

/** The document `d2` of the fresh collection. */
export function newDocument(by: SignedIn, now: unknown): Fields {
  return {
    kind: 'linesheet',
    file_name: 'Linesheet (final).pdf',
    content_type: 'application/pdf',
    size: 1234,
    storage_path: storagePaths.original(WORKSPACE, FRESH, 'd2', 'linesheet.pdf'),
    uploaded_by: uidOf(by),
    uploaded_at: now,
  };
}

/** What runs of each pipeline are given. */
const INPUTS: Record<Pipeline, Fields> = {
  document_processing: { document_ids: ['d1'] },
  item_generation: { document_ids: ['d1'] },
  deck_generation: { document_ids: [] },
  image_processing: { document_ids: [], image_ids: [NEW_IMAGE] },
  image_import: { document_ids: [], image_ids: [NEW_IMAGE] },
  image_backfill: { document_ids: [] },
  inventory_import: { document_ids: [] },
  listing_analysis: { document_ids: [] },
  fitment_generation: { document_ids: [] },
  parts_import: { document_ids: [] },
  vehicle_import: { document_ids: [] },
};

/** The `run`-th job of a pipeline on a subject, which is of the kind that it runs on. */
export function newJob(
  by: SignedIn,
  now: unknown,
  subject: string = FRESH,
  run = 1,
  pipeline: Pipeline = 'document_processing',
): Fields {
  return {
    pipeline,
    subject: { type: pipelineDefinition(pipeline).subject, id: subject },
    input: INPUTS[pipeline],
    run,
    created_by: uidOf(by),
    created_at: now,
    status: 'queued',
    open: true,
  };
}

export function newJobPath(
  subject: string = FRESH,
  run = 1,
  pipeline: Pipeline = 'document_processing',
): string {
  return paths.job(WORKSPACE, jobId(subject, pipeline, run));
}

/** A batch of one image, which comes with its job. */
export function newBatch(by: SignedIn, now: unknown): Fields {
  return { source: 'upload', image_count: 1, created_by: uidOf(by), created_at: now };
}

/** The wish to retry all that has failed. */
export function newAdminRequest(by: SignedIn, now: unknown): Fields {
  return { action: 'retry_all_failed', cause: null, by: uidOf(by), at: now };
}

export function newRequest(by: SignedIn, now: unknown): Fields {
  return { job_id: jobIn('processing'), action: 'cancel', by: uidOf(by), at: now };
}
