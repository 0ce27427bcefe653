/** What earlier runs have read of an order: a run with corrected columns need not read the file again. */
import { LATER_STARTS } from '@docket/model/job';
import { runOfJobId, storagePaths } from '@docket/model/paths';
import type { RunInfo } from '../../engine/pipeline-module.ts';
import { readJson } from '../bucket-objects.ts';
import { type DocumentContent, documentContentSchema } from '../content.ts';
import type { Bucket } from '../remove.ts';

/**
 * The text of a document as the latest earlier run has left it; null when there is none, or when this run begins at its
 * first step and so reads the file itself.
 */
export async function earlierContent(
  bucket: Bucket,
  { workspaceId, job }: RunInfo,
  documentId: string,
): Promise<DocumentContent | null> {
  const { from_phase = 1, pipeline, subject, run } = job;
  if (!LATER_STARTS[pipeline].includes(from_phase)) return null;
  const prefix = storagePaths.collectionRuns(workspaceId, subject.id);
  const [files] = await bucket.getFiles({ prefix });
  const earlier = files.flatMap(({ name }) => {
    const [jobId = '', ...rest] = name.slice(prefix.length).split('/');
    const number = runOfJobId(jobId, subject.id, pipeline);
    const isContent = rest.join('/') === `content/${documentId}.json`;
    return isContent && number !== null && number < run ? [{ name, number }] : [];
  });
  const latest = earlier.toSorted((a, b) => b.number - a.number)[0];
  return latest === undefined ? null : await readJson(bucket, latest.name, documentContentSchema);
}
