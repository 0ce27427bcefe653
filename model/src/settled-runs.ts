/** Which failures are settled when images are processed again. Pure. */
import type { Job } from './job.ts';

/** Something that is stored, by its id. */
interface Identified {
  id: string;
}

/** Failed runs that nobody needs to attend to once `retried` are processed again: no other of their images has failed. */
export function settledRuns(
  failedRuns: readonly (Identified & { data: Pick<Job, 'input'> })[],
  failedImages: readonly Identified[],
  retried: readonly Identified[],
): string[] {
  const again = new Set(retried.map(({ id }) => id));
  const open = new Set(failedImages.map(({ id }) => id).filter((id) => !again.has(id)));
  return failedRuns
    .filter(({ data: { input } }) => {
      const ids = input.image_ids ?? [];
      return ids.some((id) => again.has(id)) && !ids.some((id) => open.has(id));
    })
    .map(({ id }) => id);
}
