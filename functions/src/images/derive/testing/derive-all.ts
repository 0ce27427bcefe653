/** Makes all files of an image for tests, and looks at their pixels. */
import type { DerivativeName } from '@docket/model/image-derivatives';
import sharp from '../../../collections/reading/pictures/sharp.ts';
import { type DerivedFile, deriveThumbnails, deriveVariants } from '../derive-image.ts';
import { openImage } from '../open-image.ts';

export async function deriveAll(bytes: Uint8Array, flatten: string | null = null): Promise<DerivedFile[]> {
  const { signal } = new AbortController();
  const image = await openImage(bytes, 'photo', signal);
  const options = { flatten, signal };
  return [...(await deriveThumbnails(image, options)), ...(await deriveVariants(image, options))];
}

export function named(files: readonly DerivedFile[], name: DerivativeName): DerivedFile {
  const file = files.find((candidate) => candidate.name === name);
  if (file === undefined) throw new Error(`There is no ${name}`);
  return file;
}

/** The values of a pixel, by its place in fractions of width and height. */
export async function pixelAt(bytes: Uint8Array, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  return [...data.subarray(at, at + info.channels)];
}

/** The largest difference between the values of two colours, of those that `wanted` has. */
export function colourDistance(found: readonly number[], wanted: readonly number[]): number {
  return Math.max(...wanted.map((value, index) => Math.abs(value - (found[index] ?? -1000))));
}
