/** Where on a photo the item is, by the things that Cloud Vision has found. Pure. */
import type { Crop } from '../../../../collections/reading/pictures/raw-picture.ts';
import type { VisionObject } from '../../../../services/vision/annotations.ts';

/** Things less certain than this may be anything. */
const SURE = 0.5;
/** Smaller things than this share of the photo are no reason for it. */
const LEAST_AREA = 0.02;
/** Who shows or wears an item. */
const PEOPLE = /^(?:person|man|woman|boy|girl|human .+)$/iu;

/**
 * The part of the photo with all things of one kind, such as both shoes of a pair; null where there are things of several
 * kinds, for nothing says which of them is for sale: the vase, or the table under it.
 */
export function placeOfItem(objects: readonly VisionObject[]): Crop | null {
  const sure = objects.filter(({ name, score }) => score >= SURE && !PEOPLE.test(name));
  const [first, ...others] = [...Map.groupBy(sure, ({ name }) => name).values()];
  if (first === undefined || others.length > 0) return null;
  const place = around(first.flatMap(({ boundingPoly }) => boundingPoly?.normalizedVertices ?? []));
  return place.width * place.height >= LEAST_AREA ? place : null;
}

/** Boxes may reach beyond the photo. */
function around(corners: readonly { x: number; y: number }[]): Crop {
  const within = (value: number) => Math.min(1, Math.max(0, value));
  const xs = corners.map(({ x }) => within(x));
  const ys = corners.map(({ y }) => within(y));
  const left = Math.min(1, ...xs);
  const top = Math.min(1, ...ys);
  return { left, top, width: Math.max(0, ...xs) - left, height: Math.max(0, ...ys) - top };
}
