/** Moving pictures that keep moving. */
import type { DerivedFile } from './derive-image.ts';
import { openPixels } from './decode-base.ts';
import { encoded } from './encode.ts';
import type { ImageHeader, OpenedImage } from './open-image.ts';
import type { PlannedFile } from './plan-derivatives.ts';

/**
 * Frames, and pixels of all of them together, up to which a picture keeps moving; heavier ones show their first frame.
 * As much takes three seconds to encode.
 */
const MOVING = { frames: 300, pixels: 40_000_000 } as const;

/** Whether a picture is shown moving. One that its camera has turned is not: nobody turns animations this way. */
export function keepsMoving({ frames, width, height, orientation }: ImageHeader): boolean {
  return (
    frames > 1 && frames <= MOVING.frames && frames * width * height <= MOVING.pixels && orientation === 1
  );
}

/** A file with all frames; null when they cannot be decoded, and the first frame has to do. */
export async function moving(
  image: OpenedImage,
  file: PlannedFile,
  background: string | null,
): Promise<Pick<DerivedFile, 'bytes' | 'width' | 'height'> | null> {
  return await image.time.spend(async (seconds) => {
    const pixels = openPixels(image, { animated: true });
    const flat = background === null ? pixels : pixels.flatten({ background });
    try {
      const { data, info } = await encoded(
        flat.resize({ width: file.width, height: file.height, fit: 'fill' }),
        file.name,
      )
        .timeout({ seconds })
        .toBuffer({ resolveWithObject: true });
      return { bytes: data, width: info.width, height: info.pageHeight ?? info.height };
    } catch {
      return null;
    }
  });
}
