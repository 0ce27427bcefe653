/**
 * Batches of images that go on at the same time, counted together from the first to the end of the last: to a person they
 * are one thing, "96 of 137". Pure.
 */
import type { Job } from '@docket/model/job';
import { isActive } from '@docket/model/job';
import type { StoredJob } from '../../data/records.ts';

export interface ImageCount {
  done: number;
  of: number;
}

/** By job id. Empty while nothing goes on. */
export type ImageWave = ReadonlyMap<string, ImageCount>;

export const NO_WAVE: ImageWave = new Map();

/** How many images of a run are done: those of its last phase, as earlier ones do not finish any. */
function countOf({ input, progress }: Job): ImageCount {
  const of = input.image_ids?.length ?? 0;
  const last = progress !== null && progress.phase === progress.total_phases;
  return { done: last ? Math.min(of, progress.within?.done ?? 0) : 0, of };
}

/** The wave when `jobs` on images are open; those that were and are no longer have come to their end. */
export function nextWave(wave: ImageWave, jobs: readonly StoredJob[]): ImageWave {
  const open = jobs.filter(({ data }) => isActive(data.status));
  if (open.length === 0) return NO_WAVE;
  const next = new Map<string, ImageCount>();
  for (const [id, { of }] of wave) next.set(id, { done: of, of });
  for (const { id, data } of open) next.set(id, countOf(data));
  const same = [...next].every(([id, { done, of }]) => {
    const known = wave.get(id);
    return known !== undefined && known.done === done && known.of === of;
  });
  return same ? wave : next;
}

export function waveCount(wave: ImageWave): ImageCount {
  const counts = [...wave.values()];
  return {
    done: counts.reduce((sum, { done }) => sum + done, 0),
    of: counts.reduce((sum, { of }) => sum + of, 0),
  };
}
