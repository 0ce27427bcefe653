/** Removes what runs have made of a collection's documents: the partial data of one, or that of its predecessors. */
import { paths, runOfJobId, storagePaths } from '@docket/model/paths';
import type { Firestore } from 'firebase-admin/firestore';
import type { RunInfo } from '../engine/pipeline-module.ts';
import type { Bucket } from './remove.ts';

/** Documents that are deleted in one go. */
const BATCH = 400;

/**
 * `partial`: everything that `run` has made. `superseded`: everything that earlier runs have made, and the hand-overs
 * between the phases of `run` itself. A later run is never touched. May run any number of times.
 */
export async function cleanRun(
  db: Firestore,
  bucket: Bucket,
  run: RunInfo,
  scope: 'partial' | 'superseded',
): Promise<void> {
  const collection = run.job.subject.id;
  const isDue = (jobId: string): boolean => {
    if (scope === 'partial') return jobId === run.jobId;
    const number = runOfJobId(jobId, collection, run.job.pipeline);
    return number !== null && number < run.job.run;
  };
  for (const documentId of await documentIds(db, run, scope)) {
    const runs = storagePaths.runs(run.workspaceId, collection, documentId);
    const [files] = await bucket.getFiles({ prefix: runs });
    const due = files.filter(({ name }) => {
      const [jobId = '', kind] = name.slice(runs.length).split('/');
      return isDue(jobId) || (scope === 'superseded' && jobId === run.jobId && kind === 'work');
    });
    await Promise.all(due.map(async (file) => await file.delete({ ignoreNotFound: true })));
    await deleteProducts(db, paths.products(run.workspaceId, collection, documentId), isDue);
  }
}

/** A partial run has touched its own documents only; superseded data may lie under any document. */
async function documentIds(db: Firestore, run: RunInfo, scope: 'partial' | 'superseded'): Promise<string[]> {
  if (scope === 'partial') return run.job.input.document_ids;
  const refs = await db.collection(paths.documents(run.workspaceId, run.job.subject.id)).listDocuments();
  return refs.map((ref) => ref.id);
}

async function deleteProducts(db: Firestore, path: string, isDue: (jobId: string) => boolean): Promise<void> {
  const products = await db.collection(path).select('job_id').get();
  const due = products.docs.filter((product) => isDue(String(product.get('job_id'))));
  for (let start = 0; start < due.length; start += BATCH) {
    const batch = db.batch();
    for (const product of due.slice(start, start + BATCH)) batch.delete(product.ref);
    await batch.commit();
  }
}
