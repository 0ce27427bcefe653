/**
 * Finds pictures that are painted over. Old pictures are often not removed from a page but hidden under a white area
 * with the new picture on top; nobody sees them.
 */
import type { Box } from '@docket/model/geometry';
import { intersectBoxes } from './matrix.ts';
import { type Corner, subpaths } from './subpaths.ts';
import type { PaintedPath } from './walk-page.ts';

/** A picture is gone when this share of it is covered. */
const COVERED = 0.8;
/** An area that fills its box to this share covers what is under the box. */
const SOLID = 0.75;

/** The box that a path fills with opaque colour; null for outlines, curves, frames and transparent paint. */
export function coveredArea({ use, commands, state }: PaintedPath): Box | null {
  if (use === 'stroke' || state.fill_color === null || state.fill_alpha < 0.95) return null;
  const parts = subpaths(commands, state.matrix);
  const corners = parts.flat();
  if (corners.length === 0 || corners.some((corner) => corner.curved)) return null;
  const areas = parts.map(signedArea);
  // Holes are drawn the other way round.
  if (areas.some((area) => area > 0) && areas.some((area) => area < 0)) return null;
  const box = boundsOf(corners);
  const filled = Math.abs(areas.reduce((sum, area) => sum + area, 0));
  if (filled < SOLID * box.width * box.height || state.clip === null) return null;
  return intersectBoxes(box, state.clip);
}

export function isCovered(picture: Box, area: Box): boolean {
  const shared = intersectBoxes(picture, area);
  return shared !== null && shared.width * shared.height >= COVERED * picture.width * picture.height;
}

function boundsOf(corners: readonly Corner[]): Box {
  const xs = corners.map((corner) => corner.x);
  const ys = corners.map((corner) => corner.y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Shoelace formula: positive in one sense of rotation, negative in the other. */
function signedArea(corners: readonly Corner[]): number {
  let twice = 0;
  for (const [index, { x, y }] of corners.entries()) {
    const next = corners[(index + 1) % corners.length] ?? { x, y };
    twice += x * next.y - next.x * y;
  }
  return twice / 2;
}
