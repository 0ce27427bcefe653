/**
 * The sizes that a picture is shown in. Each is drawn once, from the next larger one: drawing all of them from the base reads
 * its millions of pixels for every file.
 */
import type { Sharp } from 'sharp';
import sharp from '../../collections/reading/pictures/sharp.ts';
import type { BasePicture } from './decode-base.ts';
import { letGo } from './let-go.ts';
import type { OpenedImage } from './open-image.ts';

/** Pixels. */
interface Size {
  width: number;
  height: number;
}

/** The beginning of a pipeline on pixels; they are not copied. */
export function openBase({ width, height, channels, pixels }: BasePicture): Sharp {
  return sharp(pixels, { raw: { width, height, channels } });
}

export class Scales {
  readonly base: BasePicture;
  readonly #image: OpenedImage;
  /** Largest first. */
  readonly #sizes: readonly Size[];
  readonly #drawn = new Map<string, Promise<BasePicture>>();

  /** `sizes`: all that will be asked for; none is larger than `base`. */
  constructor(image: OpenedImage, base: BasePicture, sizes: readonly Size[]) {
    this.base = base;
    this.#image = image;
    this.#sizes = sizes.toSorted((a, b) => b.width * b.height - a.width * a.height);
  }

  /** The picture in one of the sizes. */
  at(size: Size): Promise<BasePicture> {
    if (isSameSize(size, this.base)) return Promise.resolve(this.base);
    const key = `${size.width}x${size.height}`;
    const drawn = this.#drawn.get(key) ?? this.#draw(size);
    this.#drawn.set(key, drawn);
    return drawn;
  }

  /** Gives back the memory of all that has been drawn. Nothing may be working on it. */
  async letGo(): Promise<void> {
    for (const { pixels } of await Promise.all(this.#drawn.values())) letGo(pixels);
    this.#drawn.clear();
  }

  async #draw(size: Size): Promise<BasePicture> {
    const larger = this.#sizes.findLast(
      ({ width, height }) =>
        width >= size.width && height >= size.height && !isSameSize({ width, height }, size),
    );
    const source = larger === undefined ? this.base : await this.at(larger);
    const { data, info } = await this.#image.time.spend((seconds) =>
      openBase(source)
        .resize({ ...size, fit: 'fill' })
        .raw()
        .timeout({ seconds })
        .toBuffer({ resolveWithObject: true }),
    );
    return { width: info.width, height: info.height, channels: source.channels, pixels: data };
  }
}

function isSameSize(a: Size, b: Size): boolean {
  return a.width === b.width && a.height === b.height;
}
