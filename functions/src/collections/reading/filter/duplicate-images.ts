/** Near-identical pictures painted on the same spot: the same photo twice, at two sizes or as its own shadow. */
import type { Place } from '@docket/model/geometry';
import type { ExtractedImage } from '../../content.ts';
import { intersectBoxes } from '../pdf/matrix.ts';

/** Fingerprints that differ in no more bits show the same. */
const SAME_BITS = 5;
/** Boxes that share this much of their union are one spot. */
const SAME_SPOT = 0.6;

/**
 * For each picture to be dropped the id of the one that stays: the one with more pixels, else the earlier one. The same
 * photo beside another product is not a duplicate: that product needs it.
 */
export function findDuplicates(images: readonly ExtractedImage[]): ReadonlyMap<string, string> {
  const best = images.toSorted((one, other) => other.width * other.height - one.width * one.height);
  const kept: ExtractedImage[] = [];
  const duplicates = new Map<string, string>();
  for (const image of best) {
    const twin = kept.find((other) => isSamePicture(image, other) && areSameSpots(image, other));
    if (twin === undefined) kept.push(image);
    else duplicates.set(image.image_id, twin.image_id);
  }
  return duplicates;
}

/** Number of differing bits of two fingerprints. */
export function hammingDistance(one: string, other: string): number {
  let bits = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
  let count = 0;
  while (bits > 0n) {
    count += Number(bits & 1n);
    bits >>= 1n;
  }
  return count;
}

function isSamePicture(one: ExtractedImage, other: ExtractedImage): boolean {
  const aspects = (one.width * other.height) / (one.height * other.width);
  return aspects > 0.9 && aspects < 1.1 && hammingDistance(one.fingerprint, other.fingerprint) <= SAME_BITS;
}

function areSameSpots(one: ExtractedImage, other: ExtractedImage): boolean {
  return one.places.every((place) => other.places.some((candidate) => isSameSpot(place, candidate)));
}

function isSameSpot(one: Place, other: Place): boolean {
  if (one.kind === 'cell' && other.kind === 'cell') {
    return one.sheet === other.sheet && one.row === other.row && one.column === other.column;
  }
  if (one.kind !== 'page' || other.kind !== 'page' || one.number !== other.number) return false;
  const shared = intersectBoxes(one.box, other.box);
  const area = shared === null ? 0 : shared.width * shared.height;
  const union = one.box.width * one.box.height + other.box.width * other.box.height - area;
  return area >= SAME_SPOT * union;
}
