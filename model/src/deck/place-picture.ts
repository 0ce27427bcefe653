/** Places pictures in slots, in their own proportions. */
import type { Box } from '../geometry.ts';
import type { DeckPicture, PictureSource } from './elements.ts';

/** Pixels. */
export interface PictureSize {
  width: number;
  height: number;
}

/** Points that one pixel may take at most: a small picture is shown small rather than blurred. */
const MAX_POINTS_PER_PIXEL = 1.5;

const WHOLE: Box = { x: 0, y: 0, width: 1, height: 1 };

/** All of the picture, as large as the slot and the picture's pixels allow, centred. */
export function contain(slot: Box, size: PictureSize, source: PictureSource, alt: string): DeckPicture {
  const scale = Math.min(slot.width / size.width, slot.height / size.height, MAX_POINTS_PER_PIXEL);
  const box = centred(slot, size.width * scale, size.height * scale);
  return { kind: 'picture', source, box, crop: WHOLE, alt };
}

/**
 * The slot filled with the picture's middle. Falls back to `contain` where more than `maxLoss` (0 to 1) of the picture
 * would be cut off, or where it has too few pixels.
 */
export function cover(
  slot: Box,
  size: PictureSize,
  source: PictureSource,
  alt: string,
  maxLoss: number,
): DeckPicture {
  const scale = Math.max(slot.width / size.width, slot.height / size.height);
  const crop = centred(WHOLE, slot.width / (size.width * scale), slot.height / (size.height * scale));
  if (scale > MAX_POINTS_PER_PIXEL || crop.width * crop.height < 1 - maxLoss) {
    return contain(slot, size, source, alt);
  }
  return { kind: 'picture', source, box: slot, crop, alt };
}

function centred(within: Box, width: number, height: number): Box {
  return {
    x: within.x + (within.width - width) / 2,
    y: within.y + (within.height - height) / 2,
    width,
    height,
  };
}

/** `box` without a margin of `inset` points all around. */
export function inset(box: Box, margin: number): Box {
  return {
    x: box.x + margin,
    y: box.y + margin,
    width: box.width - 2 * margin,
    height: box.height - 2 * margin,
  };
}
