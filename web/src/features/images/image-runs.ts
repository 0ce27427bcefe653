/** Which images the open runs of a workspace are about. Pure. */
import type { Job } from '@docket/model/job';
import { isActive } from '@docket/model/job';
import type { StoredJob } from '../../data/records.ts';

/** What a run means for the images that it is about. */
export type ImageRun = Pick<Job, 'status' | 'activity' | 'created_at'>;

/** The latest open run of each image, by image id. */
export function imageRuns(jobs: readonly StoredJob[]): ReadonlyMap<string, ImageRun> {
  const runs = new Map<string, ImageRun>();
  for (const { data } of jobs) {
    if (!isActive(data.status)) continue;
    for (const id of data.input.image_ids ?? []) {
      const known = runs.get(id);
      if (known === undefined || known.created_at < data.created_at) runs.set(id, data);
    }
  }
  return runs;
}
