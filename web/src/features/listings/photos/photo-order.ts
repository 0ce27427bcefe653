/** The order of a listing's photos, while some of them are still on their way. Pure. */
import type { Listing } from '@docket/model/listing/listing';
import { LIMITS } from '@docket/model/limits';

/** Which photos a listing has, and which of them came with it. */
export type PhotoLists = Pick<Listing, 'photos' | 'own_photos'>;

/** `ids` with `id` at the place `to`, counted without it. */
export function movedTo(ids: readonly string[], id: string, to: number): string[] {
  const others = ids.filter((other) => other !== id);
  return [...others.slice(0, to), id, ...others.slice(to)];
}

/**
 * `ids` with `id` where the person wants it: `wanted` is their order of all photos, of which some may not be there yet, or
 * not any more. After the last of those that stand before it; before all where none of them is there but one that
 * follows is; at the end where nothing is known.
 */
export function placed(ids: readonly string[], wanted: readonly string[], id: string): string[] {
  if (ids.includes(id)) return [...ids];
  const place = wanted.indexOf(id);
  const before = place < 0 ? [] : wanted.slice(0, place);
  const after = place < 0 ? [] : wanted.slice(place + 1);
  const previous = ids.findLastIndex((other) => before.includes(other));
  if (previous >= 0) return movedTo(ids, id, previous + 1);
  const next = ids.findIndex((other) => after.includes(other));
  return movedTo(ids, id, next < 0 ? ids.length : next);
}

/** A photo that has arrived. `own`: it was not in the library before. */
export interface ArrivedPhoto {
  imageId: string;
  own: boolean;
}

/** The photos of a listing with those that have arrived, as far as there is room. */
export function withArrived(
  { photos, own_photos: own }: PhotoLists,
  wanted: readonly string[],
  arrived: readonly ArrivedPhoto[],
): PhotoLists {
  const fresh = arrived
    .filter(({ imageId }) => !photos.includes(imageId))
    .slice(0, Math.max(0, LIMITS.photosPerListing - photos.length));
  return {
    photos: fresh.reduce<string[]>((list, { imageId }) => placed(list, wanted, imageId), [...photos]),
    own_photos: [...own, ...fresh.filter((photo) => photo.own).map(({ imageId }) => imageId)],
  };
}

/** What `after` has at the ends of its lists that `before` has not; null where something else is different. */
export function added(before: PhotoLists, after: PhotoLists): PhotoLists | null {
  const photos = after.photos.slice(before.photos.length);
  const own = after.own_photos.slice(before.own_photos.length);
  const follows = (list: readonly string[], more: readonly string[], all: readonly string[]) =>
    [...list, ...more].join() === all.join();
  return follows(before.photos, photos, after.photos) && follows(before.own_photos, own, after.own_photos)
    ? { photos, own_photos: own }
    : null;
}

/** The photos of a listing without one of them. */
export function withoutPhoto({ photos, own_photos: own }: PhotoLists, id: string): PhotoLists {
  const others = (list: readonly string[]) => list.filter((other) => other !== id);
  return { photos: others(photos), own_photos: others(own) };
}

/** All photos that a page shows: those of the listing, and those on their way, in the person's order. */
export function shownPhotos(
  photos: readonly string[],
  wanted: readonly string[],
  underWay: readonly string[],
): string[] {
  return underWay.reduce<string[]>((list, id) => placed(list, wanted, id), [...photos]);
}
