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
import { memoryOf } from './pixel-limits.ts';
import { keepsMoving, moving } from './moving.ts';
import type { OpenedImage } from './open-image.ts';
import { type PlannedFile, planThumbnails, planVariants } from './plan-derivatives.ts';

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

/** Throws like `deriveThumbnails`. Those that keep moving are made of all frames, the others of the first. */
export async function deriveVariants(image: OpenedImage, options: DeriveOptions): Promise<DerivedFile[]> {
  return await derive(image, planVariants, options);
}

async function derive(
  image: OpenedImage,
  plan: (size: { width: number; height: number }) => PlannedFile[],
  options: DeriveOptions,
): Promise<DerivedFile[]> {
  options.signal.throwIfAborted();
  const base = await baseOf(image);
  const made: DerivedFile[] = [];
  // One after the other: the caller works on several images at a time, and this way each is bounded in memory.
  for (const file of plan(base)) {
    options.signal.throwIfAborted();
    made.push(await deriveFile(image, base, file, options.flatten));
  }
  return made;
}

async function deriveFile(
  image: OpenedImage,
  base: BasePicture,
  file: PlannedFile,
  flatten: string | null,
): Promise<DerivedFile> {
  const { format, moves } = DERIVATIVES[file.name];
  const background = flatten ?? (format === 'jpeg' ? DEFAULT_BACKGROUND : null);
  const animation = moves && keepsMoving(image.header) ? await moving(image, file, background) : null;
  if (animation !== null) return { ...named(file), ...animation };
  const { data, info } = await image.time.spend((seconds) =>
    encoded(drawn(base, file, background), file.name)
      .timeout({ seconds })
      .toBuffer({ resolveWithObject: true }),
  );
  return { ...named(file), bytes: data, width: info.width, height: info.height };
}

const named = ({ name }: PlannedFile) => ({ name, content_type: derivativeContentType(name) });

function drawn(base: BasePicture, file: PlannedFile, background: string | null): Sharp {
  const { width, height, channels, pixels } = base;
  const picture = sharp(pixels, { raw: { width, height, channels } });
  const flat = background === null ? picture : picture.flatten({ background });
  const size = { width: file.width, height: file.height };
  return DERIVATIVES[file.name].fit === 'square'
    ? flat.resize({ ...size, fit: 'cover', position: sharp.strategy.attention })
    : flat.resize({ ...size, fit: 'fill' });
}

/** Bytes of memory that an image takes at most while it is worked on, so that many small ones or one huge one share a worker. */
export function costOf(image: OpenedImage): number {
  return memoryOf(image.header, image.bytes.length);
}
