/** How many images are read, and how that is said where there may be more. Pure. */
import type { StoredImage } from '../../data/image-records.ts';

/** How many images are read at first; then twice as many each time, so that all readings together stay below twice the images. */
export const FIRST_IMAGES = 200;
/** How many of the latest images are searched by themselves. Every reading costs. */
export const SEARCHED_IMAGES = 2000;
/** Images in one state that are looked at. */
export const STATE_LIMIT = 1000;

/**
 * How many images are to be read after `limit`. `searched` is how many may be read for a search, null while nobody
 * searches; null when somebody has to ask for more.
 */
export function nextLimit(limit: number, searched: number | null): number | null {
  if (searched === null) return limit * 2;
  return limit < searched ? searched : null;
}

/** Whether there may be more images in the states of `images` than were read. */
export function isCut(images: readonly StoredImage[]): boolean {
  const states = Map.groupBy(images, ({ data }) => data.processing_status);
  return [...states.values()].some(({ length }) => length >= STATE_LIMIT);
}

/** "1,000+" for what was counted up to a limit only. */
export function countUpTo(count: number, cut: boolean): string {
  return `${count.toLocaleString('en')}${cut ? '+' : ''}`;
}
