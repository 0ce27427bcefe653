/** Where a painted picture is seen on the page, and how its pixels must be turned and cropped to look the same. */
import type { Box } from '@docket/model/geometry';
import type { Crop, Orientation } from '../pictures/raw-picture.ts';
import { type Matrix, intersectBoxes, transformBox } from './matrix.ts';
import type { PaintedImage } from './walk-page.ts';

export interface PictureView {
  /** What is seen of it, in points of the page. */
  box: Box;
  orientation: Orientation;
  /** Null when all of it is seen. */
  crop: Crop | null;
}

/** A frame that cuts off less than this share of an edge is not worth a copy of its own. */
const TRIMMING = 0.03;
/** Pictures seen smaller than this are dust. In points. */
const SMALLEST = 2;

/** Null when nothing worth looking at is seen. */
export function viewPicture({ matrix, state }: PaintedImage): PictureView | null {
  const painted = transformBox(matrix, 0, 0, 1, 1);
  const box = state.clip === null ? null : intersectBoxes(painted, state.clip);
  if (box === null || box.width < SMALLEST || box.height < SMALLEST) return null;
  const crop: Crop = {
    left: (box.x - painted.x) / painted.width,
    top: (box.y - painted.y) / painted.height,
    width: box.width / painted.width,
    height: box.height / painted.height,
  };
  const whole = crop.width > 1 - TRIMMING && crop.height > 1 - TRIMMING;
  return { box: rounded(box), orientation: orientationOf(matrix), crop: whole ? null : crop };
}

/**
 * `matrix` maps the unit square, in which the picture's first row is at the top (y = 1), to the page, where y grows
 * downwards. So an upright picture has a > 0 and d < 0. Other angles are taken for the nearest quarter.
 */
function orientationOf([a, b, c, d]: Matrix): Orientation {
  if (Math.abs(a) >= Math.abs(b)) return { quarterTurn: false, flop: a < 0, flip: d > 0 };
  // After a quarter turn clockwise the picture's right points down and its bottom to the left.
  return { quarterTurn: true, flip: b < 0, flop: c < 0 };
}

function rounded(box: Box): Box {
  const round = (value: number) => Math.round(value * 100) / 100;
  return { x: round(box.x), y: round(box.y), width: round(box.width), height: round(box.height) };
}
