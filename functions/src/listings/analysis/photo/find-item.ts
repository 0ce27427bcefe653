/** Tells an item from a plain background, as product photos have. */
import {
  type Crop,
  type RawPicture,
  cropped,
  fromRaw,
} from '../../../collections/reading/pictures/raw-picture.ts';
import type { Rgb } from './photo-facts.ts';
import { type Lab, colourDifference, toLab } from './lab.ts';

/** Edge in pixels of the copy that is looked at. */
const EDGE = 96;
/** This share of the longer edge belongs to the border. */
const BORDER = 0.04;
/** Border pixels that differ by less belong to one background; light falls off towards the corners. */
const SAME_GROUND = 9;
/** A background is plain when this share of the border is alike. */
const PLAIN = 0.75;
/** Less than this share of the picture is no item, but dust. */
const LEAST_ITEM = 0.01;
/** Alpha from here on is seen. */
const SEEN = 128;

/** A pixel of the item. */
export interface ItemPixel {
  rgb: Rgb;
  lab: Lab;
  /** How much it counts, 0–1. */
  weight: number;
}

/** The pixels that are looked at, and whether they are the item's. */
export interface FoundItem {
  pixels: ItemPixel[];
  /** True: told from what is around it. False: all of the photo, its middle counting most. */
  apart: boolean;
}

interface Pixel extends ItemPixel {
  border: boolean;
}

/** The item on a photo. No pixels when there is nothing but background. */
export async function findItem(picture: RawPicture): Promise<FoundItem> {
  const pixels = await smallCopy(picture);
  const border = pixels.filter((pixel) => pixel.border);
  const ground = commonColour(border);
  const alike = border.filter(({ lab }) => ground !== null && colourDifference(lab, ground) < SAME_GROUND);
  const transparent = border.length === 0;
  if (!transparent && (ground === null || alike.length < PLAIN * border.length))
    return { pixels, apart: false };
  const item =
    ground === null ? pixels : pixels.filter(({ lab }) => colourDifference(lab, ground) >= SAME_GROUND);
  const enough = item.length >= LEAST_ITEM * EDGE * EDGE;
  return { pixels: enough ? item.map((pixel) => ({ ...pixel, weight: 1 })) : [], apart: true };
}

/** The item in a place that is known; the middle of the place counts most, since items are seldom rectangles. */
export async function itemInPlace(picture: RawPicture, place: Crop): Promise<FoundItem> {
  return { pixels: await smallCopy(cropped(picture, place)), apart: true };
}

async function smallCopy(picture: RawPicture): Promise<Pixel[]> {
  const data = await fromRaw(picture)
    .toColourspace('srgb')
    .ensureAlpha()
    .resize(EDGE, EDGE, { fit: 'fill' })
    .raw()
    .toBuffer();
  const pixels: Pixel[] = [];
  for (let at = 0; at < data.length; at += 4) {
    if ((data[at + 3] ?? 0) < SEEN) continue;
    const rgb: Rgb = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
    const x = ((at / 4) % EDGE) / (EDGE - 1);
    const y = Math.floor(at / 4 / EDGE) / (EDGE - 1);
    const toEdge = Math.min(x, y, 1 - x, 1 - y);
    pixels.push({ rgb, lab: toLab(rgb), border: toEdge < BORDER, weight: Math.min(1, toEdge * 3) });
  }
  return pixels;
}

/** The middle one of the border's colours, value by value; null without a border. */
function commonColour(pixels: readonly ItemPixel[]): Lab | null {
  if (pixels.length === 0) return null;
  const middle = (index: 0 | 1 | 2) =>
    pixels.map(({ lab }) => lab[index]).sort((one, other) => one - other)[Math.floor(pixels.length / 2)] ?? 0;
  return [middle(0), middle(1), middle(2)];
}
