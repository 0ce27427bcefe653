/** Makes the thumbnails and variants of an image. */
import {
  DEFAULT_BACKGROUND,
  DERIVATIVES,
  type DerivativeName,
  derivativeContentType,
} from '@docket/model/image-derivatives';
import type { Sharp } from 'sharp';
import sharp from '../../collections/reading/pictures/sharp.ts';
import { type BasePicture, baseOf } from './decode-base.ts';
import { encoded } from './encode.ts';
import { keepsMoving, moving } from './moving.ts';
import type { OpenedImage } from './open-image.ts';
import { memoryOf } from './pixel-limits.ts';
import { type PlannedFile, planThumbnails, planVariants } from './plan-derivatives.ts';
import { openBase, Scales } from './scales.ts';

/** A file made from an image; width and height are pixels, of one frame. */
export interface DerivedFile {
  name: DerivativeName;
  bytes: Uint8Array;
  width: number;
  height: number;
  content_type: string;
}

export interface DeriveOptions {
  /** `#rrggbb` behind transparent pictures; null keeps them transparent where the format can. */
  flatten: string | null;
  signal: AbortSignal;
}

/** Throws `file_corrupt` and `image_too_slow`, and the reason of the signal between two files. */
export async function deriveThumbnails(image: OpenedImage, options: DeriveOptions): Promise<DerivedFile[]> {
  return await derive(image, planThumbnails, options);
}

/**
 * Throws like `deriveThumbnails`. Those that keep moving are made of all frames, the others of the first. As they are made
 * last, the decoded picture is given up afterwards.
 */
export async function deriveVariants(image: OpenedImage, options: DeriveOptions): Promise<DerivedFile[]> {
  const files = await derive(image, planVariants, options);
  await image.base.letGo();
  return files;
}

async function derive(
  image: OpenedImage,
  plan: (size: { width: number; height: number }) => PlannedFile[],
  options: DeriveOptions,
): Promise<DerivedFile[]> {
  options.signal.throwIfAborted();
  const base = await baseOf(image);
  const files = plan(base);
  const scales = new Scales(image, base, files.filter(isWhole));
  const made: DerivedFile[] = [];
  // One after the other: the caller works on several images at a time, and this way each is bounded in memory.
  for (const file of files) {
    options.signal.throwIfAborted();
    made.push(await deriveFile(image, scales, file, options.flatten));
  }
  await scales.letGo();
  return made;
}

async function deriveFile(
  image: OpenedImage,
  scales: Scales,
  file: PlannedFile,
  flatten: string | null,
): Promise<DerivedFile> {
  const { format, moves } = DERIVATIVES[file.name];
  const background = flatten ?? (format === 'jpeg' ? DEFAULT_BACKGROUND : null);
  const animation = moves && keepsMoving(image.header) ? await moving(image, file, background) : null;
  if (animation !== null) return { ...named(file), ...animation };
  const picture = isWhole(file) ? await scales.at(file) : scales.base;
  const { data, info } = await image.time.spend((seconds) =>
    encoded(drawn(picture, file, background), file.name)
      .timeout({ seconds })
      .toBuffer({ resolveWithObject: true }),
  );
  return { ...named(file), bytes: data, width: info.width, height: info.height };
}

const named = ({ name }: PlannedFile) => ({ name, content_type: derivativeContentType(name) });

/** Whether a file shows all of the picture. */
const isWhole = ({ name }: PlannedFile) => DERIVATIVES[name].fit === 'inside';

/** A picture on its way to a file; what shows all of it has its size already. */
function drawn(picture: BasePicture, file: PlannedFile, background: string | null): Sharp {
  const opened = openBase(picture);
  const flat = background === null ? opened : opened.flatten({ background });
  if (isWhole(file)) return flat;
  const { width, height } = file;
  return flat.resize({ width, height, fit: 'cover', position: sharp.strategy.attention });
}

/** Bytes of memory that an image takes at most while it is worked on, so that many small ones or one huge one share a worker. */
export function costOf(image: OpenedImage): number {
  return memoryOf(image.header, image.bytes.length);
}
