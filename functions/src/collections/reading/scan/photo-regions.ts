/**
 * Finds the photos on a scanned page: connected regions that differ from the paper and are too large for letters.
 * Works on a small grey copy; the result is in fractions of the page.
 */
import type { Crop } from '../pictures/raw-picture.ts';

/** A grey picture: one byte a pixel, rows from the top. */
export interface GreyPicture {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** A pixel differs from the paper by more than this. */
const INK = 22;
/** Regions lower or narrower than this share of the page's longer edge are letters, lines and stains. */
const LETTER = 0.028;
/** Lower or narrower than this are lines of text whose letters touch. */
const TEXT_LINE = 0.018;
/** A photo is at least this share of the page's longer edge, both ways. */
const PHOTO = 0.055;
/** Parts of one photo lie closer together than this share of the longer edge. */
const GAP = 0.006;
/** Photos fill their box; the frame of a table does not. */
const LEAST_FILL = 0.12;
/** A region over more of the page than this is the page itself. */
const WHOLE_PAGE = 0.85;

interface Region {
  left: number;
  top: number;
  right: number;
  bottom: number;
  ink: number;
}

/** Boxes of photos in reading order. */
export function findPhotoRegions(page: GreyPicture): Crop[] {
  const long = Math.max(page.width, page.height);
  const mask = inkMask(page);
  const parts = connectedRegions(mask, page.width, page.height).filter(
    (region) => Math.max(width(region), height(region)) >= LETTER * long && fill(region) >= 0.02,
  );
  const solid = parts
    .filter((region) => fill(region) >= LEAST_FILL && !isRule(region, long))
    .map((region) => withoutCaption(region, mask, page.width));
  const photos = joinNeighbours(solid, GAP * long).filter(
    (region) =>
      Math.min(width(region), height(region)) >= PHOTO * long &&
      width(region) * height(region) <= WHOLE_PAGE * page.width * page.height,
  );
  return photos
    .toSorted((one, other) => one.top - other.top || one.left - other.left)
    .map((region) => ({
      left: region.left / page.width,
      top: region.top / page.height,
      width: width(region) / page.width,
      height: height(region) / page.height,
    }));
}

const width = (region: Region) => region.right - region.left + 1;
const height = (region: Region) => region.bottom - region.top + 1;
const fill = (region: Region) => region.ink / (width(region) * height(region));
const isRule = (region: Region, long: number) => Math.min(width(region), height(region)) < TEXT_LINE * long;

/** 1 where a pixel is not paper. Paper is the most common shade of the brighter half. */
function inkMask({ pixels }: GreyPicture): Uint8Array {
  const counts = new Uint32Array(256);
  for (const pixel of pixels) counts[pixel] = (counts[pixel] ?? 0) + 1;
  let paper = 255;
  for (let shade = 128; shade < 256; shade += 1) {
    if ((counts[shade] ?? 0) > (counts[paper] ?? 0)) paper = shade;
  }
  return pixels.map((pixel) => (Math.abs(pixel - paper) > INK ? 1 : 0));
}

/** Regions of touching pixels, corners included: flood fill with a stack of its own. */
function connectedRegions(mask: Uint8Array, columns: number, rows: number): Region[] {
  const left = mask.slice();
  const regions: Region[] = [];
  const stack: number[] = [];
  for (let start = 0; start < left.length; start += 1) {
    if (left[start] !== 1) continue;
    const region: Region = { left: columns, top: rows, right: 0, bottom: 0, ink: 0 };
    left[start] = 0;
    stack.push(start);
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const x = at % columns;
      const y = (at - x) / columns;
      region.left = Math.min(region.left, x);
      region.right = Math.max(region.right, x);
      region.top = Math.min(region.top, y);
      region.bottom = Math.max(region.bottom, y);
      region.ink += 1;
      for (let ny = Math.max(0, y - 1); ny <= Math.min(rows - 1, y + 1); ny += 1) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(columns - 1, x + 1); nx += 1) {
          const next = ny * columns + nx;
          if (left[next] !== 1) continue;
          left[next] = 0;
          stack.push(next);
        }
      }
    }
    regions.push(region);
  }
  return regions;
}

/** Joins regions whose boxes overlap or nearly touch until none do. */
function joinNeighbours(regions: readonly Region[], gap: number): Region[] {
  let joined: Region[] = [];
  for (const region of regions) {
    let merged = region;
    for (;;) {
      const current = merged;
      const near = joined.filter((other) => areNear(current, other, gap));
      if (near.length === 0) break;
      joined = joined.filter((other) => !near.includes(other));
      merged = near.reduce(union, current);
    }
    joined.push(merged);
  }
  return joined;
}

/** Rows with less ink than this share of the width are not part of a rectangular photo. */
const PHOTO_ROW = 0.6;
/** A region that fills its box to this share is a rectangular photo. */
const RECTANGULAR = 0.8;

/** Cuts off letters that touch the upper or lower edge of a rectangular photo. */
function withoutCaption(region: Region, mask: Uint8Array, columns: number): Region {
  if (fill(region) < RECTANGULAR) return region;
  const inkOf = (y: number) => {
    let ink = 0;
    for (let x = region.left; x <= region.right; x += 1) ink += mask[y * columns + x] ?? 0;
    return ink / width(region);
  };
  let { top, bottom } = region;
  while (bottom > top && inkOf(bottom) < PHOTO_ROW) bottom -= 1;
  while (top < bottom && inkOf(top) < PHOTO_ROW) top += 1;
  const isTrimmed = (bottom - top + 1) / height(region) > 0.7;
  return isTrimmed ? { ...region, top, bottom } : region;
}

function areNear(one: Region, other: Region, gap: number): boolean {
  const apartX = Math.max(one.left, other.left) - Math.min(one.right, other.right);
  const apartY = Math.max(one.top, other.top) - Math.min(one.bottom, other.bottom);
  return apartX <= gap && apartY <= gap;
}

function union(one: Region, other: Region): Region {
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
    ink: one.ink + other.ink,
  };
}
