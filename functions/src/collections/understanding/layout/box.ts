/** Arithmetic of rectangles on a page. Pure. */
import type { Box } from '@docket/model/geometry';

/** The edges and the middle of a box, in points. */
export const right = (box: Box): number => box.x + box.width;
export const bottom = (box: Box): number => box.y + box.height;
export const centerX = (box: Box): number => box.x + box.width / 2;
export const centerY = (box: Box): number => box.y + box.height / 2;

/** The smallest box around all of them; an empty box at the origin for none. */
export function around(boxes: readonly Box[]): Box {
  const first = boxes[0];
  if (first === undefined) return { x: 0, y: 0, width: 0, height: 0 };
  let [x1, y1, x2, y2] = [first.x, first.y, right(first), bottom(first)];
  for (const box of boxes) {
    x1 = Math.min(x1, box.x);
    y1 = Math.min(y1, box.y);
    x2 = Math.max(x2, right(box));
    y2 = Math.max(y2, bottom(box));
  }
  return { x: x1, y: y1, width: x2 - x1, height: y2 - y1 };
}

/** Length that two spans share; negative is the gap between them. */
export function overlap(start1: number, end1: number, start2: number, end2: number): number {
  return Math.min(end1, end2) - Math.max(start1, start2);
}

/** Shared width of two boxes in points; negative is the horizontal gap. */
export const overlapX = (a: Box, b: Box): number => overlap(a.x, right(a), b.x, right(b));

/** Shared height of two boxes in points; negative is the vertical gap. */
export const overlapY = (a: Box, b: Box): number => overlap(a.y, bottom(a), b.y, bottom(b));

/** True when the middle of the inner box lies in the outer one. */
export function isInside(inner: Box, outer: Box): boolean {
  const x = centerX(inner);
  const y = centerY(inner);
  return x >= outer.x && x <= right(outer) && y >= outer.y && y <= bottom(outer);
}

/** The middle value; 0 for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
