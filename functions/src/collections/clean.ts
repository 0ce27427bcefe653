/** Removes what runs have made of a collection's documents: the partial data of one, or that of its predecessors. */
import { paths, runOfJobId, storagePaths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import type { RunInfo } from '../engine/pipeline-module.ts';
import type { Bucket } from './remove.ts';

/** Documents that are deleted in one go. */
const BATCH = 400;

/** Where something is to be removed, and what. */
interface Target {
  documentId: string;
  /** Only what this job has made may be due; null: what any job has made. */
  only: string | null;
  isDue: (jobId: string, kind: string) => boolean;
}

/**
 * `partial`: everything that `run` has made. `superseded`: everything that earlier runs have made, the hand-overs between
 * the phases of `run` itself, and what it has made of documents that were removed meanwhile. A later run is never
 * touched. May run any number of times.
 */
export async function cleanRun(
  db: Firestore,
  bucket: Bucket,
  run: RunInfo,
  scope: 'partial' | 'superseded',
): Promise<void> {
  const targets = scope === 'partial' ? partial(run) : await superseded(db, run);
  for (const target of targets) {
    await deleteFiles(bucket, run, target);
    await deleteProducts(db, run, target);
  }
}

/** A run that has not ended well has touched its own documents only. */
function partial(run: RunInfo): Target[] {
  const isDue = (jobId: string) => jobId === run.jobId;
  return run.job.input.document_ids.map((documentId) => ({ documentId, only: run.jobId, isDue }));
}

/** Superseded data may lie under any document, and under those that were removed while the run still wrote. */
async function superseded(db: Firestore, run: RunInfo): Promise<Target[]> {
  const documents = db.collection(paths.documents(run.workspaceId, run.job.subject.id));
  const present = new Set((await documents.select().get()).docs.map((document) => document.id));
  const touched = (await documents.listDocuments()).map((document) => document.id);
  return [...new Set([...touched, ...run.job.input.document_ids])].map((documentId) => ({
    documentId,
    only: null,
    isDue: (jobId, kind) => {
      if (jobId === run.jobId) return kind === 'work' || !present.has(documentId);
      const number = runOfJobId(jobId, run.job.subject.id, run.job.pipeline);
      return number !== null && number < run.job.run;
    },
  }));
}

async function deleteFiles(bucket: Bucket, run: RunInfo, { documentId, only, isDue }: Target): Promise<void> {
  const at = [run.workspaceId, run.job.subject.id, documentId] as const;
  const runs = storagePaths.runs(...at);
  const [files] = await bucket.getFiles({ prefix: only === null ? runs : storagePaths.run(...at, only) });
  const due = files.filter(({ name }) => {
    const [jobId = '', kind = ''] = name.slice(runs.length).split('/');
    return isDue(jobId, kind);
  });
  await Promise.all(due.map(async (file) => await file.delete({ ignoreNotFound: true })));
}

async function deleteProducts(
  db: Firestore,
  run: RunInfo,
  { documentId, only, isDue }: Target,
): Promise<void> {
  const all = db.collection(paths.products(run.workspaceId, run.job.subject.id, documentId));
  const found = await (only === null ? all : all.where('job_id', '==', only)).select('job_id').get();
  const due = found.docs.filter((product) => isDue(String(product.get('job_id')), 'products'));
  for (let start = 0; start < due.length; start += BATCH) {
    const batch = db.batch();
    for (const product of due.slice(start, start + BATCH)) batch.delete(product.ref);
    await batch.commit();
  }
}
